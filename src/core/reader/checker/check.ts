/** The checker: all rules over one reading, as one list of findings. */

import { type CheckerText, checkerVi } from '../../text/vi/checker.ts';
import type { JoinedText } from '../blocks.ts';
import type { Outline } from '../outline.ts';
import type { Finding, Reading, RegistryEntry } from '../reading.ts';
import { checkCapitals } from './capitals.ts';
import { checkCitations } from './citations.ts';
import type { CheckContext } from './context.ts';
import { checkFigures } from './figures.ts';
import { checkFormatParts } from './format-parts.ts';
import { checkHyphens } from './hyphens.ts';
import { checkNames } from './names.ts';
import { checkPredicates } from './predicates.ts';
import { checkPunctuation } from './punctuation.ts';
import { checkQuotationMarks } from './quotation-marks.ts';
import { checkRepeats } from './repeats.ts';
import { profileOn } from './rules.ts';
import { checkSigningParts } from './signing-parts.ts';
import { checkSpelling } from './spelling.ts';
import { checkStructure } from './structure.ts';
import { checkTime } from './time.ts';
import { checkToneMarks, checkVariants } from './variants.ts';
import { wordsOf } from './words.ts';

const FAMILIES: readonly ((context: CheckContext) => Finding[])[] = [
  checkFormatParts,
  checkSigningParts,
  checkCitations,
  checkTime,
  checkFigures,
  checkStructure,
  checkNames,
  checkSpelling,
  checkCapitals,
  checkPunctuation,
  checkToneMarks,
  checkVariants,
  checkQuotationMarks,
  checkRepeats,
  checkHyphens,
  checkPredicates,
];

/** More notes than this would bury the errors. */
const INFOS_AT_MOST = 15;

/**
 * Checks a reading against the rules of its day. Pure; linear in the length of the text. Findings come in the order of
 * the text, what is absent first; at most {@link INFOS_AT_MOST} of them are infos, {@link OF_ONE_RULE_AT_MOST} of one rule.
 */
export function checkReading(
  doc: JoinedText,
  outline: Outline,
  reading: Omit<Reading, 'findings'>,
  registry: RegistryEntry[],
  text: CheckerText = checkerVi,
): Finding[] {
  const context: CheckContext = {
    doc,
    outline,
    reading,
    registry,
    ...wordsOf(doc),
    profile: profileOn(dayOf(reading.date)),
    text,
    draft: reading.number === null || reading.date?.day == null,
  };
  const findings = FAMILIES.flatMap((check) => check(context));
  return inOrder(fewInfos(fewOfEach(withoutRepeats(reading.source.ocr ? findings.map(recognised) : findings))));
}

/** In a scanned document a wrong letter or a lost number is more likely the recognition's than the author's. */
function recognised(finding: Finding): Finding {
  const doubtful = /^(?:CT-|BC-01|SL-05)/.test(finding.rule);
  return doubtful ? { ...finding, severity: 'info', confidence: finding.confidence / 2 } : finding;
}

function dayOf(date: Reading['date']): string | null {
  if (date?.year == null) return null;
  return [date.year, date.month ?? 12, date.day ?? 28].map((part) => String(part).padStart(2, '0')).join('-');
}

/** One rule, one place: once. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, span, message }) => {
    const key = `${rule} ${span?.join('-') ?? message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** A document with more of one fault than this has one fault. */
const OF_ONE_RULE_AT_MOST = 40;

function fewOfEach(findings: Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= OF_ONE_RULE_AT_MOST;
  });
}

/** Keeps the surest infos. */
function fewInfos(findings: Finding[]): Finding[] {
  const infos = findings.filter(({ severity }) => severity === 'info');
  if (infos.length <= INFOS_AT_MOST) return findings;
  const kept = new Set([...infos].sort((a, b) => b.confidence - a.confidence).slice(0, INFOS_AT_MOST));
  return findings.filter((finding) => finding.severity !== 'info' || kept.has(finding));
}

function inOrder(findings: Finding[]): Finding[] {
  return [...findings].sort((a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1));
}
