/** What every rule of the checker is given, and how it reports. */

import type { CheckerText } from '../../text/vi/checker.ts';
import type { JoinedText } from '../blocks.ts';
import type { Outline } from '../outline.ts';
import type { Finding, Reading, RegistryEntry, Severity, Span } from '../reading.ts';
import type { RuleProfile } from './rules.ts';
import type { FormPlaces, Word } from './words.ts';

export type CheckContext = {
  doc: JoinedText;
  outline: Outline;
  reading: Omit<Reading, 'findings'>;
  registry: RegistryEntry[];
  words: Word[];
  /** The distinct words, each with its places in `words`. */
  forms: FormPlaces[];
  profile: RuleProfile;
  text: CheckerText;
  /** Number or day blank, or the parts around the body left out: errors of form are then only noted. */
  draft: boolean;
};

export type Report = {
  rule: string;
  /** Null where something is absent. */
  span: Span | null;
  message: string;
  suggestion?: string | null;
  /** The rule's own severity unless given. */
  severity?: Severity;
  confidence?: number;
};

/** Makes a finding whose quote is the text of its span, without blanks around it. */
export function toFinding(context: Pick<CheckContext, 'doc' | 'profile'>, report: Report): Finding {
  const rule = context.profile.rules.find(({ code }) => code === report.rule);
  const span = report.span === null ? null : trimmed(context.doc.text, report.span);
  return {
    rule: report.rule,
    severity: report.severity ?? rule?.severity ?? 'info',
    message: rule?.clause ? `${report.message} (${rule.clause})` : report.message,
    suggestion: report.suggestion ?? null,
    quote: span === null ? null : context.doc.text.slice(span[0], span[1]),
    span,
    confidence: report.confidence ?? 0.9,
  };
}

function trimmed(text: string, span: Span): Span {
  let [start, end] = span;
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return [start, end];
}
