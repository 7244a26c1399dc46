import { notifications } from '@mantine/notifications';
import type { ProblemBody } from '../contract/problem.ts';
import type { Text } from '../core/text/vi.ts';
import { CallOffline, CallProblem } from './call.ts';
import { PasskeyStopped } from './passkey.ts';

/** Every reason a refusal gives, as sentences. */
export function reasonSentences(text: Text, body: ProblemBody): string[] {
  const sentences: Partial<Record<string, (facts: Record<string, unknown>) => string>> = {
    ...text.movements.refusals,
    ...text.documents.refusals,
    ...text.settings.refusals,
    ...text.catalogues.refusals,
    ...text.system.refusals,
    ...text.figures.refusals,
    ...text.obstacles.refusals,
    ...text.comparisons.refusals,
    ...text.dataRequests.refusals,
    ...text.targetDetails.refusals,
    ...text.organisations.refusals,
    ...text.accounts.refusals,
  };
  return body.reasons.flatMap(({ code, facts }) => {
    const sentence = sentences[code];
    return sentence ? [sentence(facts)] : [];
  });
}

/** What went wrong, in the language spoken now. */
export function errorWords(text: Text, error: unknown): { title: string; about: string | null } {
  if (error instanceof CallProblem) {
    const { body } = error;
    const known = (text.problems as Partial<Record<string, string>>)[body.code];
    const reasons = reasonSentences(text, body);
    const [only] = reasons;
    if (body.code === 'refused' && reasons.length === 1 && only !== undefined)
      return { title: only, about: text.frame.unchangedAfter(only) || null };
    const about =
      reasons.length > 0
        ? reasons.join(' ')
        : (body.detail ?? (body.requestId ? text.frame.requestId(body.requestId) : null));
    return { title: known ?? (body.title || text.problems.broken), about };
  }
  if (error instanceof PasskeyStopped) return { title: text.session.passkeyStopped, about: null };
  if (error instanceof CallOffline) return { title: text.frame.offlineTitle, about: text.frame.offlineAbout };
  return { title: text.frame.brokenTitle, about: text.frame.brokenAbout };
}

export function sayError(text: Text, error: unknown): void {
  const { title, about } = errorWords(text, error);
  notifications.show({
    color: 'red',
    title,
    message: about ?? '',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': text.frame.close },
  });
}

export function sayDone(message: string): void {
  notifications.show({ color: 'green', message, autoClose: 4000, withCloseButton: false });
}
