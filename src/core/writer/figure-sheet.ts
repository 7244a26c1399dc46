/** The template of figures for one unit and period: what is asked, what stood before, cells to fill in. */

import {
  type CellRule,
  FIGURE_COLUMNS,
  type FigureColumn,
  keyOfThing,
  STAMP_MARK,
  type WrittenFigure,
} from '../rules/figure-import.ts';
import type { EnteredAs } from '../rules/figure-series.ts';
import { figureTemplatesVi as words } from '../text/vi/figure-templates.ts';
import { letterOf } from './xlsx.ts';
import type { FormCell, FormRule, FormSheet } from './xlsx-form.ts';

/** One of the few named things a target counts, in a line of its own below it. */
export type TemplateThing = {
  id: string;
  name: string;
  /** As it was ticked before; null where nobody has said. */
  ticked: boolean | null;
  /** What is known of it, in words. */
  state: string;
};

export type TemplateRow = {
  key: string;
  name: string;
  unit: string | null;
  enteredAs: EnteredAs;
  asFraction: boolean;
  share: string | null;
  before: string | null;
  lastYear: string | null;
  figure: WrittenFigure | null;
  /** Of the figure, in words; empty where there is none. */
  state: string;
  /** Approved or closed: shown, and not to be filled in. */
  locked: boolean;
  rule: CellRule;
  things: readonly TemplateThing[];
};

export type TemplateSheet = {
  stamp: string;
  movement: string;
  unit: string;
  period: string;
  made: string;
  rows: readonly TemplateRow[];
};

const WIDTHS: Record<FigureColumn, number> = {
  position: 5,
  target: 46,
  unit: 13,
  share: 13,
  before: 13,
  lastYear: 13,
  form: 18,
  value: 15,
  numerator: 12,
  denominator: 12,
  estimated: 13,
  note: 30,
  state: 20,
  key: 10,
};
const HEAD_ROW = 6;
const LETTERS = Object.fromEntries(FIGURE_COLUMNS.map((column, at) => [column, letterOf(at)])) as Record<
  FigureColumn,
  string
>;
/** Letters that fit into one line of the widest column. */
const LINE_CHARS = 48;
const LINE_POINTS = 15;

export function figureSheet({ stamp, movement, unit, period, made, rows }: TemplateSheet): FormSheet {
  const line = (look: 'title' | 'plain' | 'hint', text: string): FormCell[] => [{ look, text }];
  const keyAt = FIGURE_COLUMNS.length - 1;
  const first = line('title', words.sheetTitle);
  while (first.length < keyAt) first.push(null);
  first.push({ look: 'plain', text: STAMP_MARK + stamp });
  const heights: Record<number, number> = { [HEAD_ROW]: 2 * LINE_POINTS + 4 };
  const lines = rows.flatMap((row, at) => [
    { row, at, thing: null },
    ...row.things.map((thing) => ({ row, at, thing })),
  ]);
  for (const [at, { row, thing }] of lines.entries())
    heights[HEAD_ROW + 1 + at] = (Math.floor((thing ?? row).name.length / LINE_CHARS) + 1) * LINE_POINTS + 4;
  return {
    name: unit,
    columns: FIGURE_COLUMNS.map((column) => ({ width: WIDTHS[column], ...(column === 'key' ? { hidden: true } : {}) })),
    frozen: HEAD_ROW,
    heights,
    rows: [
      first,
      line('plain', words.sheetMovement(movement)),
      line('plain', words.sheetUnit(unit)),
      line('plain', words.sheetPeriod(period, made)),
      line('hint', words.sheetHint),
      FIGURE_COLUMNS.map((column) => ({ look: 'head', text: words.columns[column] })),
      ...lines.map(({ row, at, thing }) =>
        FIGURE_COLUMNS.map((column) => (thing ? thingCell(row, thing, column) : cellOf(row, column, at))),
      ),
    ],
    rules: lines.flatMap(({ row, thing }, at) =>
      thing ? tickRules(row, HEAD_ROW + 1 + at) : rulesOf(row, HEAD_ROW + 1 + at),
    ),
  };
}

const number = (value: string | null): FormCell =>
  value === null ? { look: 'number' } : { look: 'number', number: value };

function cellOf(row: TemplateRow, column: FigureColumn, at: number): FormCell {
  const { figure, locked, asFraction } = row;
  const entry = (value: string | null | undefined, asked: boolean): FormCell => ({
    look: locked || !asked ? 'closed' : 'entry',
    ...(value === null || value === undefined ? {} : { number: value }),
  });
  const entryText = (text: string): FormCell => ({ look: locked ? 'closed' : 'entry-text', text });
  switch (column) {
    case 'position':
      return { look: 'number', number: String(at + 1) };
    case 'target':
      return { look: 'text', text: row.name };
    case 'unit':
      return { look: 'text', text: row.unit ?? '' };
    case 'form':
      return { look: 'text', text: words.period[row.enteredAs] };
    case 'share':
    case 'before':
    case 'lastYear':
      return number(row[column]);
    case 'value':
      return entry(figure?.value, !asFraction || (figure !== null && figure.value !== null));
    case 'numerator':
    case 'denominator':
      return entry(figure?.[column], asFraction || (figure !== null && figure.numerator !== null));
    case 'estimated':
      return entryText(figure === null ? '' : figure.estimated ? words.estimate : words.final);
    case 'note':
      return entryText(figure?.note ?? '');
    case 'state':
      return { look: 'text', text: row.state };
    case 'key':
      return { look: 'plain', text: row.key };
  }
}

/** The line of a named thing: its name, and whether it is reached where the part of the ratio stands. */
function thingCell({ key, locked }: TemplateRow, { id, name, ticked, state }: TemplateThing, column: FigureColumn) {
  const cell = (look: NonNullable<FormCell>['look'], text = ''): FormCell => ({ look, text });
  switch (column) {
    case 'target':
      return cell('text', words.thing(name));
    case 'numerator':
      return cell(locked ? 'closed' : 'entry-text', ticked === null ? '' : ticked ? words.reached : words.notReached);
    case 'state':
      return cell('text', state);
    case 'key':
      return cell('plain', keyOfThing(key, id));
    case 'value':
    case 'denominator':
    case 'estimated':
    case 'note':
      return cell('closed');
    default:
      return cell('text');
  }
}

const tickRules = ({ locked }: TemplateRow, at: number): FormRule[] =>
  locked
    ? []
    : [
        {
          range: `${LETTERS.numerator}${at}`,
          is: 'choice',
          choices: [words.reached, words.notReached],
          message: words.badTick,
        },
      ];

function rulesOf({ rule, locked }: TemplateRow, at: number): FormRule[] {
  if (locked) return [];
  const message = rule.most !== null ? words.badShare : rule.whole ? words.badWhole : words.badNumber;
  const counts = `${LETTERS.numerator}${at}:${LETTERS.denominator}${at}`;
  const choices = [words.final, words.estimate];
  return [
    { range: `${LETTERS.value}${at}`, is: 'number', ...rule, message },
    { range: counts, is: 'number', whole: false, least: '0', most: null, message: words.badNumber },
    { range: `${LETTERS.estimated}${at}`, is: 'choice', choices, message: words.badEstimate },
  ];
}
