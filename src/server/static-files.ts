/** The workroom's files: hashed assets for ever, the page itself fresh and with this answer's nonce. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Context } from 'hono';

const TYPES: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export type StaticFiles = (context: Context, nonce: string) => Response | null;

/** Serves the files that lie under `folder` at start, by exact name only; any other path gets the page. */
export function staticFiles(folder: string): StaticFiles {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'));
  const files = new Map(
    names.map((name) => [name.startsWith('/') ? name : `/${name}`, readFileSync(join(folder, name))]),
  );
  const page = files.get('/index.html')?.toString('utf8');
  return (context, nonce) => {
    const file = files.get(context.req.path);
    if (file && context.req.path !== '/index.html') {
      const cache = context.req.path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600';
      return context.body(new Uint8Array(file), 200, {
        'content-type': TYPES[extname(context.req.path)] ?? 'application/octet-stream',
        'cache-control': cache,
      });
    }
    // A missing asset is told so; everything else is a place inside the workroom.
    if (page === undefined || extname(context.req.path) !== '' || context.req.path.startsWith('/assets/')) return null;
    return context.html(page.replaceAll('__CSP_NONCE__', nonce), 200, { 'cache-control': 'no-store' });
  };
}
