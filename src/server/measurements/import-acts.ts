/** Writes a filled-in template: all that was shown, or nothing. */

import type { z } from 'zod';
import type { importFigures as ImportFigures } from '../../contract/figure-imports.ts';
import type { SheetBook } from '../../core/reader/sheet.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused } from '../problem.ts';
import { lockBatch, writeBatch } from './batch-acts.ts';
import { planBook, type ReadBookOutcome, tokenOf } from './import-views.ts';

type In = z.input<(typeof ImportFigures)['input']>;

export async function importFigures(
  tx: Tx,
  { token, name, saidBy = undefined, ...where }: In,
  context: ActContext,
  book: SheetBook,
): Promise<{ importId: string; written: number }> {
  const first = await planBook(tx, context.viewer, where, book);
  await lockBatch(tx, first.rows);
  // Judged once more now that nobody changes it.
  const found = await planBook(tx, context.viewer, where, book);
  if (found.faults.length > 0 || tokenOf(found) !== token) throw refused([refusal('figures-changed-since')]);
  const source = { kind: 'template', movementId: where.movementId, fileName: name, documentId: null } as const;
  return writeBatch(tx, found.plan, { ...source, saidBy: saidBy ?? null }, context);
}

/** A workbook that cannot be read is not the one that was previewed. */
export function requireBook(outcome: ReadBookOutcome): SheetBook {
  if (!outcome.ok) throw refused([refusal('figures-changed-since')]);
  return outcome.book;
}
