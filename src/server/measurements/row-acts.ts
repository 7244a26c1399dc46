/** Figures as a program sends them: rows that can be kept are written, the others are told of one by one. */

import type { z } from 'zod';
import type { writeFigureBatch as WriteFigureBatch } from '../../contract/figure-imports.ts';
import { figureTemplatesVi } from '../../core/text/vi/figure-templates.ts';
import { figuresVi } from '../../core/text/vi/figures.ts';
import type { ActContext, Tx } from '../act.ts';
import type { Read, Viewer } from '../read.ts';
import { type BatchFault, type BatchPlan, type BatchRow, planBatch } from './batch.ts';
import { type BatchSource, lockBatch, writeBatch } from './batch-acts.ts';

type In = z.infer<(typeof WriteFigureBatch)['input']>;
type Out = z.input<(typeof WriteFigureBatch)['output']>;

function sentence(code: BatchFault, rows: readonly BatchRow[], at: number): string {
  const { fileFaults } = figureTemplatesVi;
  if (code === 'row-twice') {
    const place = ({ targetId, organisationId, from, until }: BatchRow) =>
      [targetId, organisationId, from, until].join();
    const own = rows[at];
    const first = own ? rows.findIndex((row) => place(row) === place(own)) : 0;
    return fileFaults['row-twice']({ other: `dòng ${first}` });
  }
  return code in figuresVi.faults
    ? figuresVi.faults[code as keyof typeof figuresVi.faults]
    : fileFaults[code as keyof typeof fileFaults]({});
}

const batchRows = (given: In['rows']): BatchRow[] =>
  given.map(({ targetId, organisationId, from, until, things, ...figure }) => ({
    ...{ targetId, organisationId, from, until, things },
    figure,
  }));

const errorsOf = (plan: BatchPlan, rows: readonly BatchRow[]): Out['errors'] =>
  plan.judged.flatMap(({ incoming }, row) =>
    incoming.effect === 'refused'
      ? incoming.faults.map((code) => ({ row, code, message: sentence(code, rows, row) }))
      : [],
  );

/** What rows would write, and what is wrong with them; writes nothing. */
export async function judgeRows(read: Read, viewer: Viewer, given: In['rows']) {
  const rows = batchRows(given);
  const plan = await planBatch(read, viewer, rows, 'writeFigureBatch');
  const counts = { new: 0, changed: 0, unchanged: 0 };
  for (const { incoming } of plan.judged) if (incoming.effect !== 'refused') counts[incoming.effect] += 1;
  return { counts, errors: errorsOf(plan, rows) };
}

export async function writeFigureBatch(tx: Tx, { rows: given }: In, context: ActContext): Promise<Out> {
  const rows = batchRows(given);
  await lockBatch(tx, rows);
  const plan = await planBatch(tx, context.viewer, rows, 'writeFigureBatch');
  const errors = errorsOf(plan, rows);
  const unchanged = plan.judged.filter(({ incoming }) => incoming.effect === 'unchanged').length;
  const some = plan.judged.some(({ incoming }) => incoming.effect === 'new' || incoming.effect === 'changed');
  if (!some) {
    const { viewer } = context;
    const left = { rows: rows.length, unchanged, refused: errors.length };
    context.record({
      ...{ deed: 'figures-refused', subjectKind: 'organisation', subjectId: viewer.organisationId },
      after: left,
    });
    return { importId: null, written: 0, unchanged, errors };
  }
  const movements = new Set(plan.judged.flatMap(({ target }) => target?.movementId ?? []));
  const source: BatchSource = {
    kind: 'token',
    movementId: movements.size === 1 ? ([...movements][0] ?? null) : null,
    ...{ fileName: null, documentId: null, saidBy: null },
  };
  const { importId, written } = await writeBatch(tx, plan, source, context);
  return { importId, written, unchanged, errors };
}
