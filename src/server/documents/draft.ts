/** From what was found in a document to the draft of a movement, which a person then checks. Pure. */

import type { z } from 'zod';
import type { MovementDraft } from '../../contract/documents.ts';
import { tasksOfDuty } from '../../core/reader/duty-tasks.ts';
import type { Found, Reading, Span, Target } from '../../core/reader/reading.ts';
import { lastDay } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES, type DomainCode } from '../../core/rules/indicators.ts';
import { numberSymbol } from '../../core/rules/movements.ts';
import { dateParts, isoDate } from '../../core/text/dates.ts';
import { fold, foldedWords, wordsHeld } from '../../core/text/search.ts';
import type { NamedOrganisation } from '../organisations/facts.ts';

export type Draft = z.input<typeof MovementDraft>;
type Place = Draft['targets'][number]['place'];

/** A superior's movement that a document may answer. */
export type AnswerableMovement = {
  id: string;
  title: string;
  numberSymbol: string | null;
  issuedOn: string | null;
  /** The organisation has answered it already: shown, but not answered again. */
  answered: boolean;
};

export type DraftContext = {
  /** Whom the movement will be of when the document does not say. */
  organisationId: string;
  organisations: readonly NamedOrganisation[];
  /** Of these the issuer may be one: where the person may make movements. */
  reach: ReadonlySet<string>;
  superiors: readonly AnswerableMovement[];
  today: string;
};

const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
const filled = (text: string | null, max: number): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : cut(trimmed, max);
};
const decimal = (value: string | null): string | null =>
  value !== null && /^-?\d{1,18}(\.\d{1,9})?$/.test(value) ? value : null;
const day = (date: string | null): string | null => (date !== null && dateParts(date) ? date : null);
const domain = (code: string | null): DomainCode | null => DOMAIN_CODES.find((known) => known === code) ?? null;

function placeOf(found: Found, mentions: readonly Span[] = [found.span]): Place {
  return {
    span: found.span,
    quote: cut(found.quote, 20_000),
    confidence: Math.min(1, Math.max(0, found.confidence)),
    mentions: mentions.slice(0, 200),
  };
}

/** Found rows are kept until a person strikes them out. */
const row = (key: string, found: Found, mentions?: readonly Span[]) => ({
  key,
  kept: true,
  edited: false,
  place: placeOf(found, mentions),
});

/** The draft a person starts from: everything that was found, in reading order. */
export function draftFromReading(reading: Reading, context: DraftContext): Draft {
  const title = filled(reading.title, 1_000) ?? filled(withoutExtension(reading.source.name), 1_000) ?? '…';
  const issuedOn = reading.date ? isoDate(reading.date.year, reading.date.month, reading.date.day) : null;
  const period = periodOf(reading, issuedOn);
  const organisationNamed = organisationMatcher(context.organisations);
  return {
    head: {
      title,
      theme: filled(reading.theme, 2_000),
      kind: kindOf(title, period),
      year: yearOf(reading, title, context.today),
      period,
      organisationId: issuerIn(reading, context, organisationNamed),
      jointOrganisationIds: [],
    },
    document: {
      number: filled(reading.number, 50),
      symbol: filled(reading.symbol, 100),
      issuedOn,
      place: filled(reading.place, 200),
    },
    targets: targetsOf(reading),
    tasks: tasksOf(reading, organisationNamed),
    citations: reading.citations.slice(0, 500).map((citation, at) => ({
      ...row(`c${at}`, citation, citation.mentions),
      role: citation.role,
      kind: filled(citation.kind, 200) ?? '…',
      number: filled(citation.number, 50),
      symbol: filled(citation.symbol, 100),
      numberSymbol: filled(citation.numberSymbol, 150),
      date: day(citation.date),
      issuer: filled(citation.issuer, 300),
      subject: filled(citation.subject, 2_000),
    })),
    reportDue: reading.reportDue.slice(0, 100).map((due, at) => ({
      ...row(`r${at}`, due),
      on: day(due.on),
      relation: due.relation,
      to: filled(due.to, 300),
      via: filled(due.via, 300),
    })),
    recipients: reading.recipients.slice(0, 300).flatMap((recipient, at) => {
      const text = filled(recipient.text, 500);
      return text === null ? [] : [{ ...row(`n${at}`, recipient), text }];
    }),
    answers: answersOf(reading, context),
  };
}

const withoutExtension = (name: string): string => name.replace(/\.[a-zA-Z0-9]{1,5}$/, '');

function periodOf(reading: Reading, issuedOn: string | null): Draft['head']['period'] {
  const from = reading.period?.from === 'issue' ? issuedOn : day(reading.period?.from ?? null);
  const until = day(reading.period?.until ?? null);
  return from !== null && until !== null && from > until ? { from: null, until } : { from, until };
}

/** "Chuyên đề" in the title, or a period of a few months, makes a thematic movement; the person has the last word. */
function kindOf(title: string, period: Draft['head']['period']): 'regular' | 'thematic' {
  if (fold(title).includes('chuyen de')) return 'thematic';
  const { from, until } = period;
  const short = from !== null && until !== null && Date.parse(until) - Date.parse(from) < 200 * 86_400_000;
  return short ? 'thematic' : 'regular';
}

/** The year of the period, else one the title names, else that of the date line. */
function yearOf(reading: Reading, title: string, today: string): number {
  const end = dateParts(reading.period?.until ?? '') ?? dateParts(reading.period?.from ?? '');
  const named = /(?:^|[^\d])(20\d{2})(?!\d)/.exec(title)?.[1];
  return end?.year ?? (named ? Number(named) : (reading.date?.year ?? Number(today.slice(0, 4))));
}

/**
 * The organisation that a name in a document means: the one whose whole name it holds, the longest winning. "Xã Mẫu
 * Sơn" is not "Xã Mẫu": a name that goes on with another capital is another name.
 */
export function organisationMatcher(organisations: readonly NamedOrganisation[]): (name: string) => string | null {
  const known = organisations.flatMap(({ id, name, issuerName }) =>
    [name, issuerName].flatMap((one) => (one === null ? [] : [{ id, wanted: foldedWords(one) }])),
  );
  return (name) => {
    const words = [...name.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
      folded: fold(match[0]),
      goesOn: /^\s+\p{Lu}/u.test(name.slice(match.index + match[0].length)),
    }));
    let best: { id: string; length: number } | null = null;
    for (const { id, wanted } of known)
      if (wanted.length > (best?.length ?? 0) && holds(words, wanted)) best = { id, length: wanted.length };
    return best?.id ?? null;
  };
}

function holds(words: readonly { folded: string; goesOn: boolean }[], wanted: readonly string[]): boolean {
  return words.some(
    (_, start) =>
      wanted.every((word, at) => words[start + at]?.folded === word) && !words[start + wanted.length - 1]?.goesOn,
  );
}

type OrganisationNamed = ReturnType<typeof organisationMatcher>;

function issuerIn(reading: Reading, context: DraftContext, organisationNamed: OrganisationNamed): string {
  const matched = reading.issuer ? organisationNamed(reading.issuer.name) : null;
  return matched !== null && context.reach.has(matched) ? matched : context.organisationId;
}

/** Targets and goals without a figure, in the order in which the document states them. */
function targetsOf(reading: Reading): Draft['targets'] {
  const targets = reading.targets.map((target, at) => ({ at: target.span[0], row: targetRow(target, at) }));
  const statements = reading.statements.map((statement, at) => ({
    at: statement.span[0],
    row: {
      ...row(`s${at}`, statement),
      name: filled(statement.quote, 500) ?? '…',
      indicator: null,
      domain: domain(statement.domain),
      figure: null,
      scope: null,
      dueOn: day(statement.dueOn),
      owner: null,
      partOf: null,
    },
  }));
  return [...targets, ...statements]
    .sort((a, b) => a.at - b.at)
    .slice(0, 1_000)
    .map((one) => one.row);
}

function targetRow(target: Target, at: number): Draft['targets'][number] {
  const { baseline } = target;
  return {
    ...row(`t${at}`, target, target.mentions),
    name: filled(target.name, 500) ?? filled(target.quote, 500) ?? '…',
    indicator: target.indicator !== null && /^[a-z0-9_]{1,80}$/.test(target.indicator) ? target.indicator : null,
    domain: domain(target.domain),
    figure: {
      measure: target.measure,
      comparator: target.comparator,
      change: target.change,
      value: decimal(target.value),
      low: decimal(target.low),
      high: decimal(target.high),
      numerator: decimal(target.numerator),
      denominator: decimal(target.denominator),
      unit: filled(target.unit, 100),
      better: target.better,
      baseline: baseline && {
        kind: baseline.kind,
        year: baseline.year !== null && baseline.year >= 1900 && baseline.year <= 2200 ? baseline.year : null,
        value: decimal(baseline.value),
        text: filled(baseline.text, 500),
      },
    },
    scope: filled(target.scope, 300),
    // A target keeps its last day: "trước ngày 30/9" is done by the 29th.
    dueOn: lastDay(day(target.dueOn), target.dueRelation),
    owner: filled(target.owner, 300),
    partOf: target.partOf === null ? null : `t${target.partOf}`,
  };
}

function tasksOf(reading: Reading, organisationNamed: OrganisationNamed): Draft['tasks'] {
  return reading.duties
    .flatMap((duty, at) => {
      const assigneeId = organisationNamed(duty.organisation);
      return tasksOfDuty(duty, reading.date?.year ?? null).flatMap((found, part) => {
        const content = filled(found.content, 5_000);
        if (content === null) return [];
        const task = {
          ...row(`d${at}-${part}`, duty),
          content,
          assignee: filled(duty.organisation, 300),
          assigneeId,
          role: duty.role,
          dueOn: day(found.dueOn),
          dueRelation: found.dueRelation,
          via: filled(duty.via, 300),
          domain: null,
          person: null,
          product: null,
          authority: null,
        };
        return [task];
      });
    })
    .slice(0, 1_000);
}

/**
 * The superiors' movements that the document answers: those it rests on by number and symbol, and those it says it
 * answers by name. Only movements that the system holds can be answered here.
 */
function answersOf(reading: Reading, { superiors }: DraftContext): Draft['answers'] {
  const answers = new Map<string, Draft['answers'][number]>();
  const own = numberSymbol(reading);
  const add = (key: string, found: Found, superior: AnswerableMovement, kept: boolean) => {
    if (answers.has(superior.id)) return;
    answers.set(superior.id, {
      ...row(key, found),
      kept: kept && !superior.answered,
      name: cut(superior.title, 1_000),
      movementId: superior.id,
    });
  };
  reading.citations.forEach((citation, at) => {
    const cited = citation.numberSymbol;
    if (cited === null || cited === own) return;
    const superior = superiors.find((one) => one.numberSymbol !== null && sameNumber(one.numberSymbol, cited));
    if (superior) add(`a${at}`, citation, superior, citation.role === 'basis');
  });
  reading.movements.forEach((movement, at) => {
    const name = movement.officialName ?? movement.name;
    const superior = superiors.find((one) => movement.answered && wordsHeld(name, one.title) >= 0.9);
    if (superior) add(`m${at}`, movement, superior, true);
  });
  return [...answers.values()].slice(0, 50);
}

const sameNumber = (a: string, b: string): boolean => foldedWords(a).join(' ') === foldedWords(b).join(' ');
