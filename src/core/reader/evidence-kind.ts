/**
 * What a file that is attached to a figure is, told by its content alone. Only what offices use as proof is taken, and
 * of that only what holds no program: pictures as pixels, PDF, Word and Excel without macros.
 */

import { EVIDENCE_LIMITS, type EvidenceKind } from '../rules/evidence.ts';
import { isOle, openOle } from './doc/ole.ts';
import { openZip } from './docx/zip.ts';
import { ReadFailure } from './limits.ts';
import { pictureSize } from './picture-size.ts';

export type Evidence = { kind: EvidenceKind; mediaType: string; extension: string };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Everything in it unpacked, as it says of itself; nothing is unpacked here but the list of types. */
const MOST_DECLARED = 256 * 1024 * 1024;

/** Throws {@link ReadFailure}: empty, damaged, too large once unfolded, with a password, or of no kind that is taken. */
export function evidenceOf(bytes: Uint8Array): Evidence {
  if (bytes.length === 0) throw new ReadFailure('empty');
  const picture = pictureSize(bytes);
  if (picture) {
    const { width, height, type } = picture;
    if (width < 1 || height < 1) throw new ReadFailure('damaged');
    if (Math.max(width, height) > EVIDENCE_LIMITS.pictureSide) throw new ReadFailure('too-large');
    return { kind: 'picture', mediaType: `image/${type}`, extension: type === 'jpeg' ? 'jpg' : type };
  }
  // At its very beginning: a page of HTML with these letters further down is none.
  if (startsWith(bytes, '%PDF-')) return { kind: 'pdf', mediaType: 'application/pdf', extension: 'pdf' };
  if (startsWith(bytes, 'PK')) return officeZip(bytes);
  if (isOle(bytes)) return officeOle(bytes);
  throw new ReadFailure('not-supported', { found: '' });
}

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((sign, at) => bytes[at] === sign.charCodeAt(0));

function officeZip(bytes: Uint8Array): Evidence {
  const zip = openZip(bytes);
  if (zip.declared > MOST_DECLARED) throw new ReadFailure('zip-bomb');
  const types = zip.read('[Content_Types].xml');
  const list = types === null ? '' : new TextDecoder().decode(types.subarray(0, 1024 * 1024));
  const program = zip.names().some((name) => /vbaproject|activex|\.(?:exe|js|html?|svg)$/i.test(name));
  if (program || list.includes('macroEnabled')) throw new ReadFailure('not-supported', { found: 'macro' });
  if (zip.has('word/document.xml') && list.includes('wordprocessingml.document.main'))
    return { kind: 'word', mediaType: DOCX, extension: 'docx' };
  if (zip.has('xl/workbook.xml') && list.includes('spreadsheetml.sheet.main'))
    return { kind: 'excel', mediaType: XLSX, extension: 'xlsx' };
  throw new ReadFailure('not-supported', { found: 'ZIP' });
}

function officeOle(bytes: Uint8Array): Evidence {
  const { names } = openOle(bytes);
  if (names.includes('EncryptedPackage')) throw new ReadFailure('password');
  if (names.some((name) => /^(?:macros|_vba_project|_vba_project_cur|vba)$/i.test(name)))
    throw new ReadFailure('not-supported', { found: 'macro' });
  if (names.includes('WordDocument')) return { kind: 'word', mediaType: 'application/msword', extension: 'doc' };
  if (names.includes('Workbook') || names.includes('Book'))
    return { kind: 'excel', mediaType: 'application/vnd.ms-excel', extension: 'xls' };
  throw new ReadFailure('not-supported', { found: 'OLE' });
}

const ENDINGS: Record<string, readonly string[]> = { jpg: ['jpg', 'jpeg'] };

/** The name under which it is handed out again: with the ending of what it is, whatever it was called. */
export function evidenceName(name: string, { extension }: Evidence): string {
  const endings = ENDINGS[extension] ?? [extension];
  const lower = name.toLowerCase();
  if (endings.some((ending) => lower.endsWith(`.${ending}`))) return name;
  const dot = name.lastIndexOf('.');
  const bare = dot > 0 && name.length - dot <= 6 ? name.slice(0, dot) : name;
  return `${bare.slice(0, 190)}.${extension}`;
}
