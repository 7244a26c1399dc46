/** The form of a movement's head. */

import type { MovementHead } from '../../contract/facts.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { daysOf } from '../../core/rules/calendar.ts';
import type { MovementKind } from '../../core/rules/movements.ts';

export type HeadDraft = {
  title: string;
  theme: string;
  kind: MovementKind;
  /** As typed. */
  year: string;
  from: string | null;
  until: string | null;
  launcher: OrganisationRef | null;
  joint: OrganisationRef[];
};

export type HeadFaults = { title: boolean; year: boolean; period: boolean; launcher: boolean };

export function headFaults(draft: HeadDraft): HeadFaults {
  const year = /^(?:19|20|21)\d\d$/.test(draft.year.trim());
  const days = daysOf({ from: draft.from, until: draft.until }, year ? Number(draft.year) : 2000);
  return {
    title: draft.title.trim() === '',
    year: !year,
    period: days.from > days.until,
    launcher: draft.launcher === null,
  };
}

export const isFaulty = (faults: HeadFaults): boolean => Object.values(faults).some(Boolean);

/** The head as it is sent; null while something is wrong. */
export function toHead(draft: HeadDraft): MovementHead | null {
  const { launcher } = draft;
  if (isFaulty(headFaults(draft)) || launcher === null) return null;
  const theme = draft.theme.trim();
  return {
    title: draft.title.trim(),
    theme: theme === '' ? null : theme,
    kind: draft.kind,
    year: Number(draft.year),
    period: { from: draft.from, until: draft.until },
    organisationId: launcher.id,
    jointOrganisationIds: draft.joint.map(({ id }) => id),
  };
}
