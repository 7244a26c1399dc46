import type { GoldSource, Grid, Paragraph, Part } from './document.ts';

const POINTS = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Counts what a word processor would: I., 1., a), -, + by level, a list starting anew under each higher item. */
export class Counter {
  private readonly counts = new Map<string, number[]>();

  next(list: string, level: number): string {
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    counts.length = level + 1;
    const n = (counts[level] ?? 0) + 1;
    counts[level] = n;
    if (level === 0) return `${ROMAN[n] ?? n}.`;
    if (level === 1) return `${n}.`;
    if (level === 2) return `${POINTS[n - 1] ?? n})`;
    return level === 3 ? '-' : '+';
  }
}

const words = (part: Paragraph): string =>
  part.runs
    .filter((run) => run.change !== 'deleted')
    .map((run) => run.text)
    .join('');

/** Two columns side by side, as a typist sets them with blanks. */
function sideBySide(left: string[], right: string[]): string[] {
  const width = Math.max(...left.map((text) => text.length)) + 6;
  const lines: string[] = [];
  for (let i = 0; i < Math.max(left.length, right.length); i++)
    lines.push(`${(left[i] ?? '').padEnd(right[i] ? width : 0)}${right[i] ?? ''}`);
  return lines;
}

function gridLines(part: Grid, between: string): string[] {
  return part.rows.map((row) => row.map((cell) => cell.text).join(between));
}

function tabbed(left: string[], right: string[]): string[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, at) => `${left[at] ?? ''}${right[at] ? `\t${right[at]}` : ''}`);
}

function headLines(part: Extract<Part, { kind: 'head' }>): string[] {
  if (part.as === 'tabs') return tabbed(part.left, part.right);
  if (part.as === 'table') return sideBySide(part.left, part.right);
  return [...part.left, ...part.right];
}

function signLines(part: Extract<Part, { kind: 'sign' }>): string[] {
  const recipients = part.recipients.length > 0 ? ['Nơi nhận:', ...part.recipients] : [];
  if (part.as === 'tabs') return tabbed(recipients, part.signer);
  return part.as === 'table' && recipients.length > 0
    ? sideBySide(recipients, part.signer)
    : [...recipients, '', ...part.signer];
}

/** The paragraphs of a document as plain lines. */
export function toLines(source: GoldSource): string[] {
  const counter = new Counter();
  const lines: string[] = [];
  const notes: string[] = [];
  for (const part of source.parts) {
    if (part.kind === 'head') lines.push(...headLines(part), '');
    else if (part.kind === 'sign') lines.push(...signLines(part));
    else if (part.kind === 'grid') lines.push(...gridLines(part, '\t'));
    else if (part.kind === 'textbox') lines.push(...part.paragraphs);
    else if (part.kind === 'section') lines.push('', '');
    else {
      lines.push(part.auto ? `${counter.next(part.auto.list, part.auto.level)} ${words(part)}` : words(part));
      for (const run of part.runs) if (run.footnote) notes.push(run.footnote);
    }
  }
  return [...lines, ...notes];
}

/** Breaks lines at a width, as pasted mail and printed text do. */
export function hardWrap(lines: string[], width: number): string[] {
  return lines.flatMap((text) => {
    const out: string[] = [];
    let current = '';
    for (const word of text.split(' ')) {
      if (current && current.length + 1 + word.length > width) {
        out.push(current);
        current = word;
      } else current = current ? `${current} ${word}` : word;
    }
    return [...out, current];
  });
}

const PAGE_LINES = 21;

/**
 * Text as some converters leave it: hard lines, an empty line after each, and the page number on a line of its own
 * wherever the page turned, sentence or not.
 */
export function everyLine(lines: string[]): string {
  const wrapped = hardWrap(lines, 84).filter((text) => text.trim() !== '');
  const out: string[] = [];
  wrapped.forEach((text, at) => {
    if (at > 0 && at % PAGE_LINES === 0) out.push(String(at / PAGE_LINES + 1), '');
    out.push(text, '');
  });
  return out.join('\n');
}

/** The document in Markdown as converters write it: headings, bold titles, pipe tables. */
export function toMarkdown(source: GoldSource): string {
  const counter = new Counter();
  const out: string[] = [];
  for (const part of source.parts) {
    if (part.kind === 'head') out.push(...headLines(part));
    else if (part.kind === 'sign') {
      out.push('***Nơi nhận:***', part.recipients.join('\n'), `**${part.signer.slice(0, -1).join('  \n')}**`);
      out.push(`**${part.signer.at(-1) ?? ''}**`);
    } else if (part.kind === 'grid') {
      const [first = '', ...rest] = part.rows.map((row) => `| ${row.map((cell) => cell.text).join(' | ')} |`);
      out.push([first, `|${part.widths.map(() => '---|').join('')}`, ...rest].join('\n'));
    } else if (part.kind === 'textbox') out.push(...part.paragraphs);
    else if (part.kind === 'section') out.push('---');
    else {
      const label = part.auto ? `${counter.next(part.auto.list, part.auto.level)} ` : '';
      const mark = { title: '## ', heading: '### ', sub: '#### ', body: '', plain: '' }[part.look];
      out.push(mark ? `${mark}**${label}${words(part)}**` : `${label}${words(part)}`);
    }
  }
  return `${out.join('\n\n')}\n`;
}
