import type { GoldSource, Grid, Part } from './document.ts';
import { Counter } from './text-writer.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function gridHtml(part: Grid): string {
  const rows = part.rows.map((row, at) => {
    const tag = at < part.headRows ? 'th' : 'td';
    const cells = row.map((cell) => {
      const spans = `${cell.columns ? ` colspan="${cell.columns}"` : ''}${cell.rows ? ` rowspan="${cell.rows}"` : ''}`;
      return `<${tag}${spans}>${cell.bold ? `<b>${escaped(cell.text)}</b>` : escaped(cell.text)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const top = rows.slice(0, part.headRows).join('');
  return `<table class="grid"><thead>${top}</thead><tbody>${rows.slice(part.headRows).join('')}</tbody></table>`;
}

const stack = (lines: string[], tag: string): string =>
  lines.map((text) => `<p class="mid"><${tag}>${escaped(text)}</${tag}></p>`).join('');

function partHtml(part: Part, counter: Counter): string {
  if (part.kind === 'grid') return gridHtml(part);
  if (part.kind === 'head') {
    if (part.as === 'lines') return stack([...part.left, ...part.right], 'b');
    return `<table class="two"><tr><td>${stack(part.left, 'b')}</td><td>${stack(part.right, 'b')}</td></tr></table>`;
  }
  if (part.kind === 'sign') {
    const left = part.recipients.length > 0 ? ['<p><b><i>Nơi nhận:</i></b></p>'] : [];
    const recipients = [...left, ...part.recipients.map((text) => `<p class="small">${escaped(text)}</p>`)].join('');
    return `<table class="two"><tr><td>${recipients}</td><td>${stack(part.signer, 'b')}</td></tr></table>`;
  }
  if (part.kind === 'section') return `<div class="${part.landscape ? 'wide' : 'new'}"></div>`;
  if (part.kind === 'textbox')
    return `<div class="box">${part.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}</div>`;
  const label = part.auto ? `${counter.next(part.auto.list, part.auto.level)} ` : '';
  const inner = part.runs
    .filter((run) => run.change !== 'deleted')
    .map((run) =>
      run.bold ? `<b>${escaped(run.text)}</b>` : run.italic ? `<i>${escaped(run.text)}</i>` : escaped(run.text),
    )
    .join('');
  return `<p class="${part.look}">${label}${inner}</p>`;
}

const CSS = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font-family: "Liberation Serif", "Times New Roman", serif; font-size: 14pt; }
p { margin: 0 0 6pt; } .body { text-align: justify; text-indent: 12.7mm; } .title, .mid { text-align: center; }
.mid { margin: 0; } .small { font-size: 11pt; margin: 0; } .heading, .sub { text-indent: 12.7mm; }
.two { width: 100%; } .two td { vertical-align: top; width: 50%; }
.grid { border-collapse: collapse; width: 100%; font-size: 12pt; } .grid th, .grid td { border: 1px solid #000; padding: 2pt 4pt; }
.new, .wide { break-after: page; } .box { border: 1px solid #000; padding: 4pt; width: 60%; }
`;

/** The document as a web page: for Chromium's PDF, and for LibreOffice as a second way into Word's formats. */
export function toHtml(source: GoldSource): string {
  const counter = new Counter();
  const body = source.parts.map((part) => partHtml(part, counter)).join('\n');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(source.name)}</title><style>${CSS}</style></head><body>${body}</body></html>`;
}
