/** A reading as a page of text for people. */

import { tasksOfDuty } from '../core/reader/duty-tasks.ts';
import type { Figure, Finding, Reading } from '../core/reader/reading.ts';
import type { DueRelation } from '../core/rules/calendar.ts';
import { formatDate, isoDate } from '../core/text/dates.ts';
import { commandLineVi as words } from '../core/text/vi/command-line.ts';
import { movementsVi } from '../core/text/vi/movements.ts';
import { workroomVi } from '../core/text/vi/workroom.ts';
import { type Column, padTo, table, widthOf, wrap } from './table.ts';

/** Below this a fact is marked for the person's eye. */
const SURE = 0.6;

const unsure = (found: { confidence: number }): string => (found.confidence < SURE ? '?' : '');
const day = (date: string | null): string => (date === null ? '' : formatDate(date));
const { columns } = words;

type Section = { title: string; lines: string[] };

/** All that was found, section by section; empty sections are left out. */
export function readingReport(reading: Reading, width: number): string[] {
  const sections = [
    targets(reading, width),
    results(reading, width),
    listed(
      words.sections.statements,
      reading.statements.map((one) => `${one.quote} ${unsure(one)}`),
      width,
    ),
    duties(reading, width),
    reportDue(reading, width),
    citations(reading, width),
    listed(
      words.sections.movements,
      reading.movements.map((one) => `${one.name}${one.answered ? ` (${words.answers})` : ''} ${unsure(one)}`),
      width,
    ),
    listed(
      words.sections.commendation,
      reading.commendation.map((one) => one.quote),
      width,
    ),
    listed(
      words.sections.recipients,
      reading.recipients.map((one) => one.text),
      width,
    ),
  ];
  const doubtful = [...reading.targets, ...reading.duties, ...reading.movements, ...reading.statements].some(unsure);
  return [
    ...head(reading, width),
    ...sections.filter((section) => section.lines.length > 0).flatMap(({ title, lines }) => ['', title, ...lines]),
    '',
    `${words.sections.findings}: ${tally(reading.findings)}`,
    ...(doubtful ? [words.unsure] : []),
  ];
}

function head(reading: Reading, width: number): string[] {
  const { labels } = words;
  const { source, signature, period, date } = reading;
  const number = [reading.number ?? '…', reading.symbol].filter((part) => part !== null).join('/');
  const whole = date === null ? null : isoDate(date.year, date.month, date.day);
  const written = date === null ? '' : day(whole) || [date.day ?? '…', date.month ?? '…', date.year ?? '…'].join('/');
  const signed = [signature?.authority, signature?.position, signature?.name].filter((part) => part != null);
  const rows: [string, string][] = [
    [labels.issuer, reading.issuer?.name ?? ''],
    [labels.number, reading.symbol === null ? '' : number],
    [labels.placeDate, [reading.place, written].filter((part) => part !== null && part !== '').join(', ')],
    [labels.theme, reading.theme ?? ''],
    [labels.period, period === null ? '' : `${periodEnd(period.from)} – ${periodEnd(period.until)}`],
    [labels.signature, signed.join(' · ')],
    [labels.file, `${source.name} (${source.format.toUpperCase()}${words.pages(source.pages, source.ocr)})`],
  ];
  const room = Math.max(...rows.map(([label]) => widthOf(label))) + 2;
  const title = [reading.kindName, reading.title].filter((part) => part !== null).join(': ');
  return [
    ...(title === '' ? [] : [...wrap(title, width), '']),
    ...rows
      .filter(([, value]) => value !== '')
      .flatMap(([label, value]) =>
        wrap(value, Math.max(20, width - room)).map((line, at) => padTo(at === 0 ? label : '', room) + line),
      ),
  ];
}

const periodEnd = (date: string | null): string =>
  date === null ? '…' : /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date) : 'ngày ký';

const numbered = (rows: string[][]): string[][] => rows.map((row, at) => [String(at + 1), ...row]);
const counter: Column = { title: '#', least: 2, right: true };

function section(title: string, shape: Column[], rows: string[][], width: number): Section {
  if (rows.length === 0) return { title, lines: [] };
  return { title: `${title} (${rows.length})`, lines: table([counter, ...shape], numbered(rows), width) };
}

const nameOf = (figure: Figure): string => (figure.scope === null ? figure.name : `${figure.name} (${figure.scope})`);
const domainOf = (code: string | null): string => {
  const names: Record<string, string> = movementsVi.domains;
  return code === null ? '' : (names[code] ?? code);
};

function targets({ targets: found }: Reading, width: number): Section {
  const shape: Column[] = [
    { title: columns.name, least: 24 },
    { title: columns.figure, least: 12 },
    { title: columns.domain, least: 8 },
    { title: columns.owner, least: 8 },
    { title: columns.due, least: 10 },
    { title: '', least: 1 },
  ];
  const rows = found.map((target) => [
    target.partOf === null ? nameOf(target) : `↳ ${nameOf(target)}`,
    movementsVi.figure(target),
    domainOf(target.domain),
    target.owner ?? '',
    dueText(target),
    unsure(target),
  ]);
  return section(words.sections.targets, shape, rows, width);
}

function results({ results: found }: Reading, width: number): Section {
  const shape: Column[] = [
    { title: columns.name, least: 24 },
    { title: columns.figure, least: 12 },
    { title: columns.asOf, least: 10 },
  ];
  const rows = found.map((result) => [
    nameOf(result),
    `${result.estimated ? `${movementsVi.estimated} ` : ''}${movementsVi.figure(result)}`,
    day(result.asOf),
  ]);
  return section(words.sections.results, shape, rows, width);
}

const dueText = ({ dueOn, dueRelation }: { dueOn: string | null; dueRelation: DueRelation | null }): string =>
  dueRelation === null ? day(dueOn) : `${movementsVi.dueRelations[dueRelation]} ${day(dueOn)}`;

function duties({ duties: found, date }: Reading, width: number): Section {
  const shape: Column[] = [
    { title: columns.organisation, least: 16 },
    { title: columns.role, least: 8 },
    { title: columns.task, least: 24 },
    { title: columns.due, least: 10 },
    { title: '', least: 1 },
  ];
  const rows = found.flatMap((duty) =>
    tasksOfDuty(duty, date?.year ?? null).map((task) => [
      duty.organisation,
      movementsVi.dutyRoles[duty.role],
      task.content,
      dueText(task),
      unsure(duty),
    ]),
  );
  return section(words.sections.duties, shape, rows, width);
}

function reportDue({ reportDue: found }: Reading, width: number): Section {
  const shape: Column[] = [
    { title: columns.due, least: 12 },
    { title: columns.organisation, least: 12 },
    { title: columns.via, least: 12 },
  ];
  const rows = found.map((due) => [
    due.on === null ? due.quote : `${movementsVi.dueRelations[due.relation]} ${day(due.on)}`,
    due.to ?? '',
    due.via ?? '',
  ]);
  return section(words.sections.reportDue, shape, rows, width);
}

function citations({ citations: found }: Reading, width: number): Section {
  const shape: Column[] = [
    { title: columns.document, least: 24 },
    { title: columns.date, least: 10 },
    { title: columns.issuer, least: 12 },
  ];
  const rows = found.map((one) => [
    [one.kind, one.numberSymbol ?? one.subject].filter((part) => part !== null).join(' '),
    day(one.date),
    one.issuer ?? '',
  ]);
  return section(words.sections.citations, shape, rows, width);
}

function listed(title: string, items: string[], width: number): Section {
  return {
    title: `${title} (${items.length})`,
    lines: items.flatMap((item) => wrap(item, width - 4).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`)),
  };
}

function tally(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return words.counts(count('error'), count('warning'), count('info'));
}

/** What the checker says, errors first. */
export function findingsReport(reading: Reading, width: number): string[] {
  const { findings } = reading;
  const order = ['error', 'warning', 'info'] as const;
  const shape: Column[] = [
    { title: columns.rule, least: 5 },
    { title: columns.message, least: 28 },
    { title: columns.quote, least: 16 },
    { title: columns.suggestion, least: 12 },
  ];
  const sections = order.map((severity) => {
    const rows = findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => [finding.rule, finding.message, finding.quote ?? '', finding.suggestion ?? '']);
    return section(workroomVi.reading.severities[severity], shape, rows, width);
  });
  if (findings.length === 0) return [words.clean];
  return [
    ...sections.filter((one) => one.lines.length > 0).flatMap(({ title, lines }) => [title, ...lines, '']),
    tally(findings),
  ];
}
