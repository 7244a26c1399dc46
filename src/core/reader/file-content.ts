/** First step of reading: the bytes of any supported file → its blocks. */

import type { FileContent } from './blocks.ts';
import { detectFormat } from './detect.ts';
import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import { READ_LIMITS, ReadFailure } from './limits.ts';
import { readPlain } from './plain.ts';
import type { ReadPorts, ReadSetting } from './ports.ts';

/** Reads a file in the format its bytes show. Throws {@link ReadFailure} and nothing else for a file gone wrong. */
export async function fileContent(
  bytes: Uint8Array,
  name: string,
  ports: ReadPorts,
  setting: ReadSetting = { ocr: 'auto' },
): Promise<FileContent> {
  if (bytes.length > READ_LIMITS.fileBytes) {
    throw new ReadFailure('too-large', { megabytes: READ_LIMITS.fileBytes / 1_048_576 });
  }
  try {
    const format = detectFormat(bytes, name);
    switch (format) {
      case 'txt':
      case 'md':
        return readPlain(bytes, format);
      case 'docx':
        return readDocx(bytes);
      case 'doc':
        return readDoc(bytes);
      case 'pdf':
        return await ports.pdf(bytes, setting);
    }
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure('damaged', {}, error);
  }
}
