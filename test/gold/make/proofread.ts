import type { GoldFigure } from '../gold.ts';
import type { GoldSource } from './document.ts';
import { toLines } from './text-writer.ts';

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** "9950.3" as the document prints it: "9.950,3". */
function printed(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}

/** "2 tỷ 350 triệu đồng" is 2350, "vượt 40%" is 140. */
function derived(quote: string): string[] {
  const money = /(\d+) tỷ (\d+) triệu/.exec(quote);
  const over = /vượt (?:hơn )?(\d+(?:,\d+)?)%/.exec(quote);
  const scaled = /(\d+(?:,\d+)?) (vạn|nghìn|triệu) (?!đồng)/.exec(quote);
  const point = (text: string | undefined) => Number((text ?? '').replace(',', '.'));
  return [
    ...(money ? [String(point(money[1]) * 1000 + point(money[2]))] : []),
    ...(over ? [String(Math.round((100 + point(over[1])) * 100) / 100)] : []),
    ...(scaled
      ? [String(point(scaled[1]) * ({ vạn: 10_000, nghìn: 1000, triệu: 1_000_000 }[scaled[2] ?? ''] ?? 1))]
      : []),
  ];
}

function holds(quote: string, value: string): boolean {
  if (derived(quote).includes(value)) return true;
  const forms = [value, printed(value), value.replace('.', ',')];
  const fraction = value.split('.')[1];
  if (fraction) forms.push(`${printed(value)}0`);
  if (/^\d$/.test(value)) forms.push(`0${value}`);
  if (!fraction) forms.push(`${printed(value)},0`);
  return forms.some((form) => new RegExp(`(^|[^\\d.,])${form.replace(/\./g, '\\.')}(?![\\d]|[.,]\\d)`).test(quote));
}

function checkFigure(figure: GoldFigure, complain: (message: string) => void): void {
  for (const value of [figure.value, figure.low, figure.high, figure.numerator, figure.denominator])
    if (value !== null && !holds(figure.quote, value)) complain(`“${figure.quote}” does not print ${value}`);
  if (figure.value === null && figure.low === null && figure.numerator === null)
    complain(`“${figure.quote}” has no figure`);
}

/** Every quotation of the gold stands in the document, and every figure in its quotation. */
export function proofread(source: GoldSource): void {
  const rows = source.parts.flatMap((part) =>
    part.kind === 'grid' ? part.rows.map((row) => row.map((cell) => cell.text).join(' | ')) : [],
  );
  const heads = source.parts.flatMap((part) =>
    part.kind === 'head'
      ? [...part.left, ...part.right]
      : part.kind === 'sign'
        ? [...part.recipients, ...part.signer]
        : [],
  );
  const text = flat([...toLines(source), ...rows, ...heads].join('\n'));
  const faults: string[] = [];
  const stands = (quote: string, what: string) => {
    if (!text.includes(flat(quote))) faults.push(`${what}: “${quote}” is not in the document`);
  };
  const { gold } = source;
  for (const figure of [...gold.targets, ...(gold.results ?? [])]) {
    stands(figure.quote, 'figure');
    checkFigure(figure, (message) => faults.push(message));
  }
  for (const target of gold.targets)
    if (target.partOf && !gold.targets.some((other) => other.quote === target.partOf))
      faults.push(`no “${target.partOf}”`);
  for (const { quote } of gold.statements ?? []) stands(quote, 'statement');
  for (const { numberSymbol } of gold.citations) stands(numberSymbol, 'citation');
  for (const recipient of gold.recipients) stands(recipient, 'recipient');
  for (const { name } of gold.movements) stands(name, 'movement');
  for (const quote of gold.notMovements ?? []) stands(quote, 'no movement');
  for (const { organisation } of gold.duties) stands(organisation, 'duty');
  for (const { quote } of gold.anniversaries ?? []) stands(quote, 'anniversary');
  for (const quote of gold.notTargets ?? []) stands(quote, 'no target');
  for (const { heading } of gold.outline ?? []) stands(heading, 'heading');
  for (const quote of [...(gold.criteria ?? []), ...(gold.commendation ?? [])]) stands(quote, 'commendation');
  for (const found of [...gold.findings.must, ...(gold.findings.may ?? [])])
    if (found.quote) stands(found.quote, 'finding');
  if (faults.length > 0) throw new Error(`${source.name}\n  ${faults.join('\n  ')}`);
}
