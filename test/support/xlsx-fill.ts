import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a person does to a workbook: `number` as Excel keeps it, `text` as typed, `formula` with its last result. */
export type Fill =
  | { number: string; style?: number }
  | { text: string }
  | { formula: string; result?: string }
  | { error: string }
  | { raw: string };

const inner = (fill: Fill): { attributes: string; inside: string } => {
  if ('number' in fill) return { attributes: '', inside: `<v>${fill.number}</v>` };
  if ('text' in fill) return { attributes: ' t="inlineStr"', inside: `<is><t>${fill.text}</t></is>` };
  if ('error' in fill) return { attributes: ' t="e"', inside: `<v>${fill.error}</v>` };
  if ('raw' in fill) return { attributes: '', inside: fill.raw };
  return {
    attributes: '',
    inside: `<f>${fill.formula}</f>${fill.result === undefined ? '' : `<v>${fill.result}</v>`}`,
  };
};

/** Fills cells of one sheet of a workbook: "H7" → what stands there. Cells have to be there already, as in a template. */
export function fillSheet(bytes: Uint8Array, cells: Record<string, Fill>, sheet = 1): Uint8Array {
  return editPart(bytes, `xl/worksheets/sheet${sheet}.xml`, (xml) =>
    Object.entries(cells).reduce((text, [place, fill]) => {
      const cell = new RegExp(`<c r="${place}" s="(\\d+)"(?: t="inlineStr")?(?:/>|>.*?</c>)`);
      if (!cell.test(text)) throw new Error(`no cell ${place}`);
      const { attributes, inside } = inner(fill);
      return text.replace(cell, (_, style: string) => {
        const own = 'style' in fill && fill.style !== undefined ? fill.style : style;
        return `<c r="${place}" s="${own}"${attributes}>${inside}</c>`;
      });
    }, xml),
  );
}

/** Changes one part of a workbook. */
export function editPart(bytes: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[name];
  if (!part) throw new Error(`no part ${name}`);
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(part))) });
}

/** Adds a part, or puts another in its place. */
export const withPart = (bytes: Uint8Array, name: string, text: string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [name]: strToU8(text) });

/** A cell style beyond those of the template: a percentage. Returns its number beside the workbook. */
export function withPercentStyle(bytes: Uint8Array): { bytes: Uint8Array; style: number } {
  let style = 0;
  const changed = editPart(bytes, 'xl/styles.xml', (xml) =>
    xml
      .replace(/<cellXfs count="(\d+)">/, (_, count: string) => {
        style = Number(count);
        return `<cellXfs count="${style + 1}">`;
      })
      .replace('</cellXfs>', '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs>'),
  );
  return { bytes: changed, style };
}
