/** Targets and results in tables: one row an indicator, one column the plan, others the year before and the unit. */

import { type IndicatorMatch, matchIndicator } from '../rules/indicator-match.ts';
import type { DomainCode } from '../rules/indicators.ts';
import type { JoinedText, TableRow } from './blocks.ts';
import { cuesBefore } from './comparators.ts';
import { domainOf } from './domains.ts';
import { findFigures, type ReadFigure } from './figures.ts';
import type { Clause } from './figures-clauses.ts';
import { type Token, tokensOf } from './figures-tokens.ts';
import { unitAt } from './figures-units.ts';
import { lineAt } from './outline.ts';
import type { Baseline, Span } from './reading.ts';
import { deadlineOfCell } from './report-due.ts';
import { columnsOf, type Layout } from './target-tables-columns.ts';
import { betterOf } from './targets-better.ts';
import type { DocumentContext, LineContext } from './targets-context.ts';
import { type Meaning, meaningOf } from './targets-meaning.ts';
import type { Draft } from './targets-prose.ts';

export type TableFacts = { doc: JoinedText; document: DocumentContext; contexts: LineContext[] };

/** Drafts of all tables of indicators, and the rows (indices into doc.rows) that belong to such tables. */
export function tableDrafts(facts: TableFacts): { drafts: Draft[]; taken: Set<number> } {
  const drafts: Draft[] = [];
  const taken = new Set<number>();
  const tables = new Map<number, number[]>();
  facts.doc.rows.forEach((row, at) => {
    const list = tables.get(row.table);
    if (list) list.push(at);
    else tables.set(row.table, [at]);
  });
  for (const places of tables.values()) {
    const rows = places.flatMap((at) => facts.doc.rows[at] ?? []);
    const layout = columnsOf(facts.doc.text, rows, facts.document, captionAbove(facts.doc, rows));
    if (!layout) continue;
    for (const at of places) taken.add(at);
    drafts.push(...new TableReader(facts, layout).read(rows));
  }
  return { drafts, taken };
}

/** The line above a table may give the unit of all of it: "Đơn vị tính: triệu đồng". */
function captionAbove(doc: JoinedText, rows: TableRow[]): string {
  const first = rows[0];
  if (!first) return '';
  const at = lineAt(doc, first.span[0]);
  return [at - 2, at - 1]
    .map((line) => doc.lines[line]?.text ?? '')
    .join('\n')
    .slice(-300);
}

type RowCells = {
  index: string;
  name: Span;
  text: string;
  unit: string;
  value: Span | null;
  earlier: string;
  owner: string | null;
  due: string;
};
type OwnUnit = Pick<ReadFigure, 'unit' | 'kind' | 'per'>;
type Above = { name: string; draft: Draft | null; index: string; unit: OwnUnit | null };

class TableReader {
  private readonly facts: TableFacts;
  private readonly layout: Layout;
  private group: { domain: DomainCode | null; name: string } = { domain: null, name: '' };
  private above: Above | null = null;

  constructor(facts: TableFacts, layout: Layout) {
    this.facts = facts;
    this.layout = layout;
  }

  read(rows: TableRow[]): Draft[] {
    const drafts: Draft[] = [];
    for (const row of rows) {
      if (row.head || this.layout.isHead(row)) continue;
      const cells = this.cells(row);
      if (!cells || cells.text === '') continue;
      const draft = this.row(row, cells);
      if (draft) drafts.push(draft);
    }
    return drafts;
  }

  private at(row: TableRow, column: number | null): { span: Span; continued: boolean } | null {
    if (column === null) return null;
    const cell = row.cells.find((one) => one.column <= column && column < one.column + one.columnSpan);
    return cell ? { span: cell.span, continued: cell.continued } : null;
  }

  private text(row: TableRow, column: number | null): string {
    const cell = this.at(row, column);
    return cell ? this.facts.doc.text.slice(...cell.span).trim() : '';
  }

  private cells(row: TableRow): RowCells | null {
    const { layout } = this;
    const name = this.at(row, layout.name);
    if (!name) return null;
    const value = this.at(row, layout.value);
    const merged = value !== null && value.span[0] === name.span[0];
    const own = value === null || value.continued || merged ? null : value.span;
    return {
      index: this.text(row, layout.index),
      name: name.span,
      text: this.facts.doc.text.slice(...name.span).trim(),
      unit: this.text(row, layout.unit),
      value: own,
      earlier: this.text(row, layout.earlier),
      owner: this.text(row, layout.owner) || null,
      due: this.text(row, layout.due).slice(0, 200),
    };
  }

  private row(row: TableRow, cells: RowCells): Draft | null {
    const { doc } = this.facts;
    const level = levelOf(cells, this.above);
    const printed = cells.value ? doc.text.slice(...cells.value).trim() : '';
    const name = cells.text
      .replace(/^[-–+*•]\s*/, '')
      .replace(/^trong đó\s*:?\s*/i, '')
      .trim();
    const parent = level === 'part' ? this.above : null;
    const figure = printed === '' ? null : this.figure(cells, parent);
    if (!figure) {
      this.withoutFigure(cells, level, name, printed);
      return null;
    }
    const draft = this.draft(row, cells, figure, name, parent);
    if (level === 'main') {
      const { unit, kind, per } = figure.figure;
      this.above = { name, draft, index: cells.index, unit: { unit, kind, per } };
    }
    return draft;
  }

  /** A row without a figure names a group, or what the rows below it count. */
  private withoutFigure(cells: RowCells, level: 'main' | 'part', name: string, printed: string): void {
    if (level === 'part' || /\p{L}/u.test(printed)) return;
    const grouped = /^(?:[IVXLC]+|[A-HĐ])[.)]?$/.test(cells.index) || (cells.unit === '' && cells.earlier === '');
    if (grouped && domainOf(name)) this.group = { domain: domainOf(name), name };
    this.above =
      /^\d/.test(cells.index) || cells.unit !== '' ? { name, draft: null, index: cells.index, unit: null } : null;
  }

  /** The figure of the value cell, with the unit of its column, its name or the whole table where it has none. */
  private figure(
    cells: RowCells,
    parent: Above | null,
  ): { tokens: Token[]; nameTo: number; figure: ReadFigure } | null {
    const { doc } = this.facts;
    if (!cells.value) return null;
    const names = tokensOf(doc.text, ...cells.name);
    const values = tokensOf(doc.text, ...cells.value);
    const found = findFigures(values, { bare: true })[0];
    if (!found) return null;
    const words = values.filter((token) => token.kind === 'word').length;
    // A cell of prose is no value.
    if (words > 12) return null;
    const figure: ReadFigure = { ...found, first: found.first + names.length, next: found.next + names.length };
    if (figure.unit === null) Object.assign(figure, this.unit(cells, names, parent));
    return { tokens: [...names, ...values], nameTo: names.length, figure };
  }

  private unit(cells: RowCells, names: Token[], parent: Above | null): OwnUnit {
    const inName = bracketUnit(names);
    for (const text of [cells.unit, inName, parent?.unit ?? null, this.layout.valueUnit, this.layout.tableUnit]) {
      if (!text) continue;
      if (typeof text !== 'string') return text;
      const tokens = tokensOf(text, 0, text.length);
      const unit = unitAt(tokens, 0);
      if (unit) return { unit: unit.power > 0 ? text.toLowerCase() : unit.name, kind: unit.kind, per: unit.per };
      if (text === cells.unit) return { unit: text.toLowerCase(), kind: 'count', per: null };
    }
    return { unit: null, kind: null, per: null };
  }

  private draft(
    row: TableRow,
    cells: RowCells,
    { tokens, nameTo, figure }: { tokens: Token[]; nameTo: number; figure: ReadFigure },
    name: string,
    parent: Above | null,
  ): Draft {
    const { doc, contexts } = this.facts;
    const clause: Clause = {
      figure,
      cues: cuesBefore(tokens, figure.first, nameTo),
      attached: [],
      from: 0,
      before: [0, nameTo],
      after: [figure.next, tokens.length],
      marker: null,
      sub: false,
      intro: null,
      previous: null,
      sentenceFrom: 0,
      segmentFrom: 0,
      parted: true,
    };
    const alone = meaningOf(tokens, clause, [0, nameTo]);
    // Parts of a growth are growths.
    const grows = parent?.draft?.fact.measure === 'growth' && alone.measure === 'share';
    const meaning: Meaning = grows ? { ...alone, measure: 'growth' } : alone;
    const own = name.replace(/\([^)]{0,40}\)\s*$/, '').trim();
    const { match, scope, phrase } = matchRow(own, parent, meaning);
    const indicator = match?.indicator ?? null;
    const value = cells.value ?? cells.name;
    const span: Span = [
      Math.max(row.span[0], Math.min(cells.name[0], value[0])),
      Math.max(value[1], cells.name[1] <= row.span[1] ? cells.name[1] : value[1]),
    ];
    const { estimated, doubtful, ...rest } = meaning;
    const headings = contexts[lineAt(doc, row.span[0])]?.headings ?? [];
    const domain =
      indicator?.domain ??
      domainOf(own) ??
      this.group.domain ??
      headings.map(domainOf).findLast((one) => one !== null) ??
      null;
    const fact = {
      quote: doc.text.slice(...span),
      span,
      confidence:
        0.95 -
        (match ? 0 : 0.1) -
        (figure.unit === null ? 0.2 : 0) -
        (figure.ambiguous ? 0.2 : 0) -
        (doubtful ? 0.2 : 0),
      name: indicator?.name ?? (parent && scope !== null ? `${parent.name} - ${own}` : own),
      indicator: indicator?.code ?? null,
      domain,
      ...rest,
      better: betterOf(meaning, indicator, tokens, [0, nameTo]),
      scope,
      baseline: this.baseline(cells),
    };
    const part = parent?.draft ?? null;
    if (this.layout.kind === 'result') {
      const asOf = this.layout.asOf;
      return { kind: 'result', fact: { ...fact, asOf, estimated: estimated || this.layout.estimated }, part, phrase };
    }
    const due = deadlineOfCell(cells.due, this.facts.document.year);
    const dates = { dueOn: due?.on ?? null, dueRelation: due?.relation ?? null };
    return { kind: 'target', fact: { ...fact, owner: cells.owner, ...dates, mentions: [span] }, part, phrase };
  }

  private baseline(cells: RowCells): Baseline | null {
    const tokens = tokensOf(cells.earlier, 0, cells.earlier.length);
    const figure = findFigures(tokens, { bare: true })[0];
    if (!figure) return null;
    const value = figure.value ?? figure.numerator ?? figure.low;
    if (value === null) return null;
    const { kind, earlierYear } = this.layout;
    if (kind === 'result') return { kind: 'assigned-plan', year: earlierYear, value, text: null };
    return { kind: 'named-year', year: earlierYear, value, text: null };
  }
}

/** Sub-rows begin with a dash or "Trong đó", or are numbered within the row above: 1.1 under 1. */
function levelOf(cells: RowCells, above: Above | null): 'main' | 'part' {
  if (!above) return 'main';
  if (/^(?:[-–+*•]\s*|trong đó)/i.test(cells.text)) return 'part';
  if (/^[-–+*]$/.test(cells.index)) return 'part';
  const parent = above.index.replace(/[.)]$/, '');
  if (
    parent !== '' &&
    /^\d/.test(parent) &&
    cells.index.startsWith(`${parent}.`) &&
    /\d/.test(cells.index.slice(parent.length))
  )
    return 'part';
  return 'main';
}

/** "Tỷ lệ hộ nghèo (%)": the unit in brackets at the end of a name, or behind a comma. */
function bracketUnit(names: Token[]): string | null {
  const close = names.length - 1;
  const open = names.findLastIndex((token) => token.text === '(');
  if (names[close]?.text !== ')' || open < 0) return null;
  const inner = names.slice(open + 1, close);
  const unit = unitAt(inner, 0);
  return unit && unit.next >= inner.length
    ? inner
        .map((token) => token.text)
        .join(' ')
        .replace(/ \/ /g, '/')
    : null;
}

type RowMatch = { match: IndicatorMatch | null; scope: string | null; phrase: string };

/** A part's own words may be an indicator ("công nghiệp, xây dựng"), or only a part of the one above ("mầm non"). */
function matchRow(own: string, parent: Above | null, { measure, unit }: Meaning): RowMatch {
  const alone = matchIndicator(own, measure, unit);
  if (!parent) return { match: alone, scope: null, phrase: own };
  const phrase = `${parent.name} ${own}`;
  const joined = matchIndicator(phrase, measure, unit);
  const whole = matchIndicator(parent.name, measure, unit);
  if (whole && (joined === null || joined.indicator === whole.indicator || joined.score < whole.score)) {
    if (alone && alone.score >= 0.8 && alone.indicator !== whole.indicator)
      return { match: alone, scope: null, phrase: own };
    return { match: whole, scope: own, phrase };
  }
  const best = joined && joined.score > (alone?.score ?? 0) ? joined : alone;
  return { match: best, scope: best === joined && best !== null ? own : null, phrase };
}
