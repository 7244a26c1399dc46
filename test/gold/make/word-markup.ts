import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * The marks Word leaves in a file that was worked on for days: runs cut in the middle of a word, spelling marks, smart
 * tags, content controls, links, fields with their instructions, hyphens that do not break, lines broken inside a
 * paragraph, hidden words, and words moved while changes were tracked.
 */
export function asWordSaves(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const body = parts['word/document.xml'];
  if (!body) throw new Error('no document part');
  parts['word/document.xml'] = strToU8(marked(strFromU8(body)));
  return zipSync(parts);
}

const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;

const run = (look: string, inner: string): string => `<w:r>${look}${inner}</w:r>`;
const text = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`;

/** A hyphen between letters that does not break the line is an element of its own. */
const withHyphens = (words: string): string => {
  const pieces = words.split(/(?<=[A-ZĐ])-(?=[A-ZĐ])/);
  return pieces.map(text).join('<w:noBreakHyphen/>');
};

/** Cuts a run where Word would: anywhere, with a spelling mark between the halves. */
function cut(look: string, words: string): string {
  const at = Math.max(3, Math.floor(words.length / 3));
  const halves = [words.slice(0, at), words.slice(at, at * 2), words.slice(at * 2)].filter((half) => half !== '');
  return halves.map((half) => run(look, withHyphens(half))).join('<w:proofErr w:type="spellStart"/>');
}

function field(look: string, instruction: string, shown: string): string {
  const mark = (type: string) => run(look, `<w:fldChar w:fldCharType="${type}"/>`);
  const code = run(look, `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`);
  return mark('begin') + code + mark('separate') + run(look, text(shown)) + mark('end');
}

const hidden = (look: string, words: string): string => {
  const vanished = look.includes('</w:rPr>')
    ? look.replace('</w:rPr>', '<w:vanish/></w:rPr>')
    : '<w:rPr><w:vanish/></w:rPr>';
  return run(vanished, text(words));
};

const tracked = (kind: 'moveFrom' | 'moveTo', inner: string): string =>
  `<w:${kind} w:id="${kind === 'moveFrom' ? 901 : 902}" w:author="Văn phòng" w:date="2026-02-03T09:00:00Z">${inner}</w:${kind}>`;

function marked(xml: string): string {
  let count = 0;
  const runs = xml.replace(RUN, (_, look: string | undefined, words: string) => {
    const style = look ?? '';
    count += 1;
    if (words.includes('{năm}')) {
      const [before = '', after = ''] = words.split('{năm}');
      return cut(style, before) + field(style, 'DATE \\@ "yyyy"', '2026') + (after ? run(style, text(after)) : '');
    }
    if (words.includes('{ẩn}')) {
      const [before = '', after = ''] = words.split('{ẩn}');
      return cut(style, before) + hidden(style, ' chỉ tiêu nội bộ 99,9% chưa công bố') + cut(style, after);
    }
    if (words.includes('{xuống dòng}')) return run(style, words.split('{xuống dòng}').map(text).join('<w:br/>'));
    if (words.includes('{chuyển}')) {
      const [before = '', moved = ''] = words.split('{chuyển}');
      return (
        tracked('moveFrom', run(style, text(moved))) + cut(style, before) + tracked('moveTo', run(style, text(moved)))
      );
    }
    if (words.length < 12) return run(style, withHyphens(words));
    if (count % 5 === 0) return `<w:smartTag w:uri="urn:places" w:element="place">${cut(style, words)}</w:smartTag>`;
    if (count % 7 === 0) return `<w:hyperlink w:anchor="muc">${cut(style, words)}</w:hyperlink>`;
    return cut(style, words);
  });
  let controls = 0;
  return runs.replace(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/g, (paragraph) => {
    controls += 1;
    if (controls % 9 !== 0 || paragraph.includes('w:sectPr')) return paragraph;
    return `<w:sdt><w:sdtPr><w:alias w:val="Nội dung"/></w:sdtPr><w:sdtContent>${paragraph}</w:sdtContent></w:sdt>`;
  });
}
