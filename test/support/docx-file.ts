/** Makes small DOCX files from the XML a test writes by hand. */

import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SPACES =
  `xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type DocxParts = {
  /** Inside w:body. */
  body: string;
  /** Inside the root element of each part. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  comments?: string;
  /** Content of docProps/app.xml's Pages. */
  pages?: number;
  /** Files put in as they are, replacing those above of the same name. */
  raw?: Record<string, Uint8Array | string>;
};

const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${SPACES}>${content}</w:${root}>`;

/** The bytes of a DOCX with these parts. */
export function docxOf(parts: DocxParts | string): Uint8Array {
  const given: DocxParts = typeof parts === 'string' ? { body: parts } : parts;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': part('document', `<w:body>${given.body}</w:body>`),
  };
  const related: [string, string][] = [];
  for (const [name, content] of [
    ['styles', given.styles],
    ['numbering', given.numbering],
    ['footnotes', given.footnotes],
    ['comments', given.comments],
  ] as const) {
    if (content === undefined) continue;
    files[`word/${name}.xml`] = part(name, content);
    related.push([name, `${name}.xml`]);
  }
  files['word/_rels/document.xml.rels'] = relations(related);
  if (given.pages !== undefined) files['docProps/app.xml'] = `<Properties><Pages>${given.pages}</Pages></Properties>`;
  const all = { ...files, ...given.raw };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

function relations(list: [type: string, target: string][]): string {
  const rows = list.map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

/** One paragraph with one run; `run` and `paragraph` are the insides of w:rPr and w:pPr. */
export function p(text: string, { run = '', paragraph = '' }: { run?: string; paragraph?: string } = {}): string {
  return `<w:p>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${r(text, run)}</w:p>`;
}

/** One run. */
export const r = (text: string, run = ''): string =>
  `<w:r>${run ? `<w:rPr>${run}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
