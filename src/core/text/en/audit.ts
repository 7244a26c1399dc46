import type { auditVi } from '../vi/audit.ts';
import type { Words } from '../words.ts';

export const auditEn: Omit<Words<typeof auditVi>, 'usage'> & { readonly usage: readonly string[] } = {
  summary: 'Check the audit chain: was a row changed, removed or cut off; or print where it ends',
  usage: [
    'thidua audit verify [--demo] [--anchor ROWS:HASH…]',
    'thidua audit head [--demo]   prints count and hash of the last row, to be sent elsewhere daily',
    "  --demo     the demo's data (otherwise real data, or DATABASE_URL)",
    '  --anchor   a code written down earlier; shows even a chain made anew',
    'Exit code: 0 whole; 1 broken; 2 cannot be checked.',
  ],
  data: (place) => `Data: ${place}`,
  noData: (folder) => `No data in ${folder}. For the demo: thidua audit verify --demo`,
  whole: (rows) => `whole, ${rows} rows`,
  broken: (rows) => `BROKEN (its head counts ${rows} rows)`,
  note: 'Write these codes down somewhere else (a book, an e-mail); next time check with --anchor:',
  nothing: 'No audit rows yet.',
  where: (province, row, how) => `${province}, row ${row}: ${how}`,
  hows: {
    'row-changed': 'this row was changed',
    'row-missing': 'this row was removed',
    'payload-changed': 'the details of this row were changed',
    'payload-missing': 'the details of this row were removed',
    'erased-without-trace': 'the details were blanked and no row says so',
    'origin-changed': 'from where it was done (address, device) was changed',
    'origin-erased-without-trace': 'from where it was done was blanked and no row says so',
    'tail-cut': 'everything from this row on was cut off',
    'head-missing': "the chain's head is gone",
    'head-changed': "the chain's head does not fit this row",
    'rows-beyond-head': "there are rows beyond the chain's head",
    'anchor-differs': 'the code written down is not in the chain any more: it was made anew',
  },
};
