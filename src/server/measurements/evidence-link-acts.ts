/** Files beside figures from whoever holds a link for these figures. */

import type { z } from 'zod';
import type {
  addEvidenceByLink as AddEvidenceByLink,
  FiguresByLink,
  removeEvidenceByLink as RemoveEvidenceByLink,
} from '../../contract/figure-links.ts';
import { EVIDENCE_LIMITS } from '../../core/rules/evidence.ts';
import type { LinkHolder, SystemContext, Tx } from '../act.ts';
import { markUsed, type OpenedLink } from '../links.ts';
import { notFound, Problem } from '../problem.ts';
import { attachFile, openFigure, takeAway } from './evidence-acts.ts';
import { evidenceById } from './evidence-views.ts';
import { enterByLink } from './figure-link-acts.ts';
import { viewFiguresByLink } from './figure-link-views.ts';

type In<E extends { input: z.ZodType }> = Omit<z.output<E['input']>, 'token'>;
type Shown = z.input<typeof FiguresByLink>;
type ByLink = { link: OpenedLink; holder: LinkHolder };

/** Attaches a file to a figure that the link asks for; what a telephone sends twice stands there once. */
export async function addEvidenceByLink(
  tx: Tx,
  { targetId, name, file }: In<typeof AddEvidenceByLink>,
  context: SystemContext,
  by: ByLink,
): Promise<Shown> {
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  if (bytes.byteLength > EVIDENCE_LIMITS.linkBytes) throw new Problem('too-large', 'file-too-large');
  const { entering, entry } = await enterByLink(tx, context, by);
  if (!entering.asked.some(({ id }) => id === targetId)) throw notFound();
  const of = { ...entering.where, targetId };
  const opened = await openFigure(tx, entering, of);
  await attachFile(tx, entry, opened, { of, name, bytes });
  await markUsed(tx, by.link, context.now);
  return viewFiguresByLink(tx, by.link, context.now);
}

/** Takes away what came by a link of the same unit and period; nothing else is there for it. */
export async function removeEvidenceByLink(
  tx: Tx,
  { evidenceId }: In<typeof RemoveEvidenceByLink>,
  context: SystemContext,
  by: ByLink,
): Promise<Shown> {
  const { entering, entry } = await enterByLink(tx, context, by);
  const { where, asked } = entering;
  const { movementId, ...row } = await evidenceById(tx, evidenceId);
  const own =
    row.addedBy === null &&
    asked.some(({ id }) => id === row.targetId) &&
    row.organisationId === where.organisationId &&
    row.from === where.from &&
    row.until === where.until;
  if (!own) throw notFound();
  const opened = await openFigure(tx, entering, { ...where, movementId, targetId: row.targetId });
  await takeAway(tx, entry, opened, row);
  return viewFiguresByLink(tx, by.link, context.now);
}
