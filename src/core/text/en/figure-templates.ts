import { formatDate } from '../dates.ts';
import type { FigureTemplatesText } from '../vi/figure-templates.ts';
import { figureTemplatesVi as vi } from '../vi/figure-templates.ts';

const said = (value: unknown) => String(value ?? '');
const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

export const figureTemplatesEn: FigureTemplatesText = {
  // The template itself is in Vietnamese whatever language its maker reads.
  columns: vi.columns,
  fileFaults: {
    'no-stamp': () =>
      'No sheet of this file is a template made here. Download the template of this period, copy the figures into it and choose it again.',
    'stamp-broken': () =>
      'The mark of the template was changed, so nobody can tell for sure whose it is. Download a new one and copy the figures into it.',
    'newer-template': () => 'This template was made by a newer version of the software. Download it here again.',
    'other-year': ({ found, own, title }) =>
      `This is a template of ${said(found)}${title ? ` (${said(title)})` : ''}, and you are entering figures of ${said(own)}. Download this year's.`,
    'other-movement': ({ title }) =>
      title ? `This is the template of another movement: ${said(title)}.` : 'This is the template of another movement.',
    'other-period': ({ found, own }) => `This is the template of ${said(found)}, and you are entering ${said(own)}.`,
    'unit-not-reached': ({ name }) =>
      name
        ? `This is the template of ${said(name)}, for whom you enter no figures.`
        : 'This is the template of another unit.',
    'sheet-twice': ({ name, other }) => `${said(name)} has two sheets, the other is “${said(other)}”.`,
    'target-unknown': () => 'This row is no longer among the targets of the period. Download a new template.',
    'target-changed': () =>
      'This target is counted otherwise or in another unit since the template was made. Download a new one and copy the figures into it.',
    'row-twice': ({ other }) => `The same figure stands in two places, the other is ${said(other)}.`,
    'too-many-cells': ({ most }) => `Too many figures: ${said(most)} at a time. Split the file.`,
    'formula-outside': () => 'The formula reaches for another file or program and is not used. Type the result.',
    'formula-empty': () => 'The formula has no result yet. Open the file in Excel and save it, or type the result.',
    'cell-error': ({ value }) => `The cell shows ${said(value)}. Mend the formula or type the result.`,
    date: ({ value }) =>
      `Excel turned this cell into the day ${formatDate(said(value))}. For a ratio like 7/8 type 7 into “${vi.columns.numerator}” and 8 into “${vi.columns.denominator}”.`,
    boolean: () => 'This cell needs a number, not TRUE or FALSE.',
    merged: ({ range }) => `The cells ${said(range)} are merged, so nobody knows whose number it is. Unmerge them.`,
    'percent-not-asked': () =>
      'The cell is formatted as a percentage, and this target is not in %. Type a plain number.',
    'value-and-fraction': () =>
      `Both “${vi.columns.value}” and “${vi.columns.numerator}”, “${vi.columns.denominator}” are filled in. Keep one.`,
    'fraction-incomplete': () => `Both “${vi.columns.numerator}” and “${vi.columns.denominator}” are needed.`,
    'estimate-unknown': ({ value }) => `“${said(value)}”: choose ${vi.estimate} or ${vi.final}.`,
    'note-too-long': ({ most }) => `The note is longer than ${said(most)} characters.`,
    'tick-unknown': ({ value }) => `“${said(value)}”: beside a name choose ${vi.reached} or ${vi.notReached}.`,
    'things-changed': () =>
      'The list of names of this target is another one than in the file. Download a new template and tick again.',
    'not-reached': () => 'This access token or account enters no figures for that unit.',
    'target-not-there': () => 'There is no such target, or it is out of sight.',
    empty: () => 'This row has no figure.',
    'not-listed': () => 'A name was ticked that is not on the list of this target.',
    'ticks-disagree': ({ typed, counted }) =>
      counted
        ? `The names that are ticked make ${said(counted)}, and here stands ${said(typed)}. Make them agree, or leave this cell empty.`
        : 'The figure beside does not agree with how many names were ticked.',
  },
  effects: { new: 'New', changed: 'Changed', unchanged: 'Unchanged' },
  notes: {
    formula: 'A formula: its last result was taken',
    percent: 'Formatted as %: 0.875 was read as 87.5',
    'text-number': 'A number typed as text',
    rounded: 'Rounded to 9 decimal places',
  },
  estimate: 'Estimate',
  final: 'Final',
  reached: vi.reached,
  notReached: vi.notReached,
  thing: vi.thing,
  missing: (names) => `Not reached: ${names.join(', ')}`,
  fileName: vi.fileName,
  zipName: vi.zipName,
  sheetTitle: vi.sheetTitle,
  sheetMovement: vi.sheetMovement,
  sheetUnit: vi.sheetUnit,
  sheetPeriod: vi.sheetPeriod,
  sheetHint: vi.sheetHint,
  period: vi.period,
  inputTitle: vi.inputTitle,
  inputPercent: vi.inputPercent,
  badNumber: vi.badNumber,
  badWhole: vi.badWhole,
  badShare: vi.badShare,
  badEstimate: vi.badEstimate,
  badTick: vi.badTick,
  report: 'Figures of the report',
  reportAbout:
    'Tick those that are the figures of this unit and period, then press Enter. What is not ticked is not entered. The report is attached as evidence.',
  reportUnit: 'Report of the unit',
  reportNone: 'No results were found in this document.',
  reportSaid: 'In the report',
  reportTick: (name) => `Enter “${name}”`,
  reportEnter: (count) => (count === 0 ? 'Enter' : `Enter ${count} figures`),
  reportStates: {
    matched: 'Matches target and period',
    undated: 'The report does not say as of when',
    'several-figures': 'The report gives different figures for this target',
    'several-targets': 'May belong to several targets: enter it by hand',
    'other-period': 'A figure of another period',
    'no-figure': "Cannot be turned into the target's unit",
    'no-target': 'No such target in this period',
  },
  menu: 'Excel, reports',
  templateOwn: 'Download Excel template',
  templateBook: 'Download Excel template: one sheet a unit',
  templateFiles: 'Download Excel templates: one file a unit (zip)',
  take: 'Take over from a file',
  takeAbout:
    'Drop an Excel template that was filled in, or a report (Word, PDF). You see cell by cell what would happen; figures are written when you press Enter, all of them or none.',
  takeDrop: 'Drop the file here',
  takeDropNow: 'Drop it to see what it holds',
  takePick: 'Choose a file',
  takeAnother: 'Choose another file',
  takeFormats: 'Excel template (.xlsx), up to 20 MB; reports .docx, .doc, .pdf, up to 50 MB.',
  takeReading: 'Reading the file …',
  takeTooLarge: 'The file is too large and was not sent.',
  takeFile: (file) => `File ${file}.`,
  takeFaults: (count) =>
    `${count} places have to be mended. Nothing was written. Mend them in the file, save it and choose it again.`,
  takeNothing: 'There is nothing new to enter.',
  takeWill: 'Will be entered',
  takeApply: (count) => `Enter ${count} figures`,
  takeDone: (count) => `${count} figures were entered as drafts.`,
  takeShown: (shown, count) => `${shown} of ${count} rows are shown.`,
  empty: 'Left empty',
  hiddenSheets: (names) => `Hidden sheets are not read: ${list(names)}. Unhide them if they hold figures.`,
  otherSheets: (names) => `Sheets that are no template are not read: ${list(names)}.`,
  linksOutside: 'The file links to other files; those links are not opened.',
  place: 'Cell',
  unit: 'Unit',
  target: 'Target',
  effect: 'Will be',
  before: 'Now',
  after: 'In the file',
  mind: 'Mind',
  fault: 'To be mended',
  wholeFile: 'Whole file',
  faultsTitle: 'To be mended',
  undo: 'Undo',
  undone: (count, left) =>
    left === 0
      ? `${count} figures were taken back.`
      : `${count} figures were taken back; ${left} were sent, approved or changed since and stay.`,
  imports: 'Taken over from files',
  importsOf: (count, file) => `${count} figures from ${file}`,
  importBy: (post, at) => `${post}, ${formatDate(at)}`,
  importUndone: 'Taken back',
  importKinds: { template: 'Excel template', document: 'Report', token: 'Other software', command: 'Command line' },
  undoAsk: (file) =>
    `Take back what came from ${file}? Cells that are still drafts go back to what they were; figures sent or changed since stay.`,
};
