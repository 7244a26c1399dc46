/** The workroom's files: hashed assets for ever, the page itself fresh and with this answer's nonce. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
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
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Where the built page wants the nonce of its answer. */
const NONCE = '__CSP_NONCE__';

export type StaticFiles = (context: Context, nonce: string) => Response | null;

/** Serves the files that lie under `folder` at start, by exact name only; any other path gets the page. */
export function staticFiles(folder: string): StaticFiles {
  const files = new Map<string, Buffer>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)] as const),
  );
  const page = files.get('/index.html')?.toString('utf8');
  return (context, nonce) => {
    const { path } = context.req;
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file) return fileAnswer(context, file, files.get(`${path}.br`));
    // A missing asset is told so; everything else is a place inside the workroom.
    if (page === undefined || extname(path) !== '' || path.startsWith('/assets/')) return null;
    return context.html(page.replaceAll(NONCE, nonce), 200, { 'cache-control': 'no-store' });
  };
}

function fileAnswer(context: Context, file: Buffer, compressed: Buffer | undefined): Response {
  const { path } = context.req;
  const small = compressed !== undefined && /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
  return context.body(new Uint8Array(small ? compressed : file), 200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': keptFor(path),
    ...(compressed ? { vary: 'accept-encoding' } : {}),
    ...(small ? { 'content-encoding': 'br' } : {}),
  });
}

function keptFor(path: string): string {
  // Names under assets/ hold a hash of their content.
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  // What decides about everything else that is kept is asked for each time.
  return path === '/worker.js' ? 'no-cache' : 'public, max-age=3600';
}
