/** What to call the encoding of a Word file, by the letters its fonts were found to hold. */

import type { TextEncoding } from '../reading.ts';
import type { LetterCount } from './paragraph.ts';

/** `mended`: what the statistics found where fonts did not tell. */
export function encodingOf(letters: LetterCount, mended: TextEncoding): TextEncoding {
  const legacy = letters.tcvn3 + letters.vni;
  if (legacy === 0) return mended;
  if (letters.unicode > legacy / 4 || (letters.tcvn3 > 0 && letters.vni > 0)) return 'mixed';
  return letters.tcvn3 > 0 ? 'tcvn3' : 'vni';
}
