/** Packages that text recognition needs and an installation may do without. */

import { createRequire } from 'node:module';
import { ReadFailure } from '../core/reader/limits.ts';

/** The one command that adds them. */
export const OCR_COMMAND = 'npm install --include=optional';

const require = createRequire(import.meta.url);

/** Path of a package's file; throws {@link ReadFailure} `no-ocr` with the command when it is not installed. */
export function optionalPackage(name: string): string {
  try {
    return require.resolve(name);
  } catch (error) {
    throw new ReadFailure('no-ocr', { command: OCR_COMMAND }, error);
  }
}
