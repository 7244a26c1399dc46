import { strToU8, zipSync } from 'fflate';

/** A workbook as an office sends it: rows of cells by their place, merged ranges, a style for the body. */
export function formFile(
  cells: Record<string, string | number | { formula: string }>,
  merged: readonly string[] = [],
): Uint8Array {
  const rows = new Map<number, string[]>();
  const place = (reference: string) => Number(reference.replace(/\D/g, ''));
  const order = (reference: string) => reference.replace(/\d/g, '').padStart(3, ' ');
  for (const [reference, value] of Object.entries(cells).sort(
    ([a], [b]) => place(a) - place(b) || (order(a) < order(b) ? -1 : 1),
  )) {
    const row = rows.get(place(reference)) ?? [];
    const style = ' s="1"';
    if (typeof value === 'number') row.push(`<c r="${reference}"${style}><v>${value}</v></c>`);
    else if (typeof value === 'object') row.push(`<c r="${reference}"${style}><f>${value.formula}</f><v>0</v></c>`);
    else if (value === '') row.push(`<c r="${reference}"${style}/>`);
    else row.push(`<c r="${reference}"${style} t="inlineStr"><is><t>${value.replaceAll('&', '&amp;')}</t></is></c>`);
    rows.set(place(reference), row);
  }
  const data = [...rows]
    .map(([number, row]) => `<row r="${number}" spans="1:9" ht="20" customHeight="1">${row.join('')}</row>`)
    .join('');
  const ranges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${types}.calcChain+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/calcChain" Target="calcChain.xml"/></Relationships>`,
    'xl/calcChain.xml': `<calcChain xmlns="${main}"><c r="C9"/></calcChain>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:F9"/><sheetData>${data}</sheetData>${ranges}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A form with a head over two rows, numbered columns, empty lines, a total and a place to sign. */
export const surpriseForm = (): Uint8Array =>
  formFile(
    {
      A1: 'UBND TỈNH MẪU',
      D1: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      A3: 'BIỂU TỔNG HỢP MÔ HÌNH DÂN VẬN KHÉO',
      A5: 'STT',
      B5: 'Tên đơn vị',
      C5: 'Số mô hình',
      E5: 'Tỷ lệ hộ tham gia (%)',
      F5: 'Ghi chú',
      C6: 'Kinh tế',
      D6: 'Văn hóa',
      A7: '(1)',
      B7: '(2)',
      C7: '(3)',
      D7: '(4)',
      E7: '(5)',
      F7: '(6)',
      A8: '',
      B8: '',
      C8: '',
      D8: '',
      E8: '',
      F8: '',
      A9: 'Tổng cộng',
      C9: { formula: 'SUM(C8:C8)' },
      D9: { formula: 'SUM(D8:D8)' },
      A11: 'Người lập biểu',
      E11: 'TM. ỦY BAN NHÂN DÂN',
    },
    ['A1:C1', 'D1:F1', 'A3:F3', 'A5:A6', 'B5:B6', 'C5:D5', 'E5:E6', 'F5:F6', 'A9:B9', 'A11:B11', 'E11:F11'],
  );
