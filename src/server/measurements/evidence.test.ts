import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { ActContext, Tx } from '../act.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { sweepOld } from '../upkeep.ts';
import { saveFigures } from './acts.ts';
import { approveFigures, closePeriod } from './approval-acts.ts';
import { addEvidence, removeEvidence, restoreEvidence } from './evidence-acts.ts';
import { viewEvidence, viewEvidenceFile } from './evidence-views.ts';
import { viewFigureGrid } from './grid-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

/** Tài liệu kiểm chứng beside a figure, from the village that attaches it to whoever approves. */

const QUARTER = { from: '2026-01-01', until: '2026-03-31' };
const pdf = (words: string) => Buffer.from(`%PDF-1.7 ${words}`);

let place: Place;
let of: { movementId: string; targetId: string; organisationId: string; from: string; until: string };
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const village = () => place.people.village;

async function askVillage(): Promise<void> {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const goal = amountGoal('Giải quyết việc làm', '100', { indicator: 'giai_quyet_viec_lam' });
  const target = { movementId, goal, partOf: null, leadOrganisationId: null };
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, target);
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter' })
    .where('id', '=', targetId)
    .execute();
  const shares = [{ organisationId: place.ids.village, value: null }];
  await doAs(place.database, officer(), 'splitTarget', splitTarget, { targetId, version: 0, shares, reason: null });
  of = { movementId, targetId, organisationId: place.ids.village, ...QUARTER };
}

const attach = (viewer: Viewer, bytes: Uint8Array, name = 'biên bản.pdf') =>
  doAs(
    place.database,
    viewer,
    'addEvidence',
    (tx: Tx, input: Parameters<typeof addEvidence>[1], context: ActContext) => addEvidence(tx, input, context, bytes),
    { ...of, name },
  );
const remove = (viewer: Viewer, evidenceId: string) =>
  doAs(place.database, viewer, 'removeEvidence', removeEvidence, { evidenceId });
const restore = (viewer: Viewer, evidenceId: string) =>
  doAs(place.database, viewer, 'restoreEvidence', restoreEvidence, { evidenceId });
const seen = async (viewer: Viewer) =>
  (await askAs(place.database, viewer, viewEvidence, { movementId: of.movementId, ...QUARTER })).evidence;
const files = async () =>
  Number(
    (
      await place.database.owner.db
        .selectFrom('files')
        .select((row) => row.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

async function enter(viewer: Viewer, value: string): Promise<void> {
  const grid = await askAs(place.database, viewer, viewFigureGrid, { movementId: of.movementId, ...QUARTER });
  const figure = grid.rows[0]?.cells[0]?.figure ?? null;
  const cell = { targetId: of.targetId, version: figure?.version ?? null, value, numerator: null, denominator: null };
  const { targetId: _target, ...where } = of;
  await doAs(place.database, viewer, 'saveFigures', saveFigures, {
    ...where,
    cells: [{ ...cell, estimated: false, note: null }],
    saidBy: null,
  });
}

async function approve(): Promise<void> {
  const { targetId: _target, ...where } = of;
  await doAs(place.database, village(), 'submitFigures', submitFigures, where);
  const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId: of.movementId, ...QUARTER });
  const figure = grid.rows[0]?.cells[0]?.figure;
  if (!figure) throw new Error('no figure');
  const figures = [{ id: figure.id, version: figure.version }];
  await doAs(place.database, officer(), 'approveFigures', approveFigures, { movementId: of.movementId, figures });
}

describe('evidence of a figure', () => {
  it('is seen by the village and by whoever approves, and handed out byte for byte', async () => {
    await askVillage();
    const bytes = pdf('một');
    const { id } = await attach(village(), bytes, 'biên bản.html');
    for (const viewer of [village(), officer()]) {
      expect(await seen(viewer)).toMatchObject([
        { id, kind: 'pdf', name: 'biên bản.pdf', removed: null, mayChange: true },
      ]);
      const file = await askAs(place.database, viewer, viewEvidenceFile, { evidenceId: id });
      expect(file.type).toBe('application/pdf');
      expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
    }
  });

  it('is kept once for each content, and stands once beside a figure', async () => {
    await askVillage();
    const before = await files();
    const first = await attach(village(), pdf('hai'));
    const again = await attach(village(), pdf('hai'));
    expect(again.id).toBe(first.id);
    expect(await files()).toBe(before + 1);
    expect(await seen(village())).toHaveLength(1);
  });

  it('is taken away and had back', async () => {
    await askVillage();
    const { id } = await attach(village(), pdf('ba'));
    expect(await remove(village(), id)).toMatchObject({ removed: { byPost: village().postTitle } });
    expect(await restore(village(), id)).toMatchObject({ removed: null });
    expect(await seen(officer())).toMatchObject([{ id, removed: null }]);
  });

  it('that was taken away goes for good after its time, with its bytes; the history of an approved figure stays', async () => {
    await askVillage();
    const gone = await attach(village(), pdf('đi'));
    const shared = await attach(village(), pdf('chung'));
    const fresh = await attach(village(), pdf('mới'));
    const stood = await attach(village(), pdf('đứng'));
    for (const { id } of [gone, shared, fresh]) await remove(village(), id);
    const first = of;
    await askVillage();
    const twin = await attach(village(), pdf('chung'));
    of = first;
    await enter(village(), '7');
    await approve();
    await remove(officer(), stood.id);
    const { owner, world } = place.database;
    await owner.db
      .updateTable('evidence')
      .set({ removed_at: '2026-01-01T00:00:00Z' })
      .where('id', 'in', [gone.id, shared.id, stood.id])
      .execute();
    const before = await files();
    const { evidence } = await sweepOld(world, village().provinceId);
    expect(evidence).toBe(2);
    const left = await owner.db.selectFrom('evidence').select('id').execute();
    const ids = left.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([fresh.id, stood.id, twin.id]));
    expect(ids).not.toContain(gone.id);
    expect(await files()).toBe(before - 1);
    expect(await sweepOld(world, village().provinceId)).toMatchObject({ evidence: 0 });
  });

  it('has an end', async () => {
    await askVillage();
    for (let at = 0; at < 10; at++) await attach(village(), pdf(`nhiều ${at}`));
    await expect(attach(village(), pdf('nữa'))).rejects.toMatchObject({ reasons: [{ code: 'evidence-too-many' }] });
  });

  it('of an approved figure is the approver’s to change, and stays in the history for good', async () => {
    await askVillage();
    const { id } = await attach(village(), pdf('bốn'));
    await enter(village(), '7');
    await approve();
    await expect(remove(village(), id)).rejects.toMatchObject({ reasons: [{ code: 'evidence-approved' }] });
    await expect(attach(village(), pdf('năm'))).rejects.toMatchObject({ reasons: [{ code: 'evidence-approved' }] });
    expect(await seen(village())).toMatchObject([{ mayChange: false }]);
    await remove(officer(), id);
    await place.database.owner.db
      .updateTable('evidence')
      .set({ removed_at: '2025-01-01T00:00:00Z' })
      .where('id', '=', id)
      .execute();
    expect(await seen(village())).toMatchObject([{ id, removed: { byPost: officer().postTitle } }]);
    const file = await askAs(place.database, village(), viewEvidenceFile, { evidenceId: id });
    expect(Buffer.from(file.bytes).toString()).toContain('bốn');
  });

  it('does not change in a closed period', async () => {
    await askVillage();
    const { id } = await attach(village(), pdf('sáu'));
    await enter(village(), '7');
    await approve();
    const { targetId: _target, organisationId: _unit, ...where } = of;
    await doAs(place.database, officer(), 'closePeriod', closePeriod, { ...where, version: 0 });
    await expect(remove(officer(), id)).rejects.toMatchObject({ reasons: [{ code: 'evidence-closed' }] });
    expect(await seen(officer())).toMatchObject([{ mayChange: false }]);
  });

  it('is asked for by nobody who is not asked for the figure', async () => {
    await askVillage();
    of = { ...of, organisationId: place.ids.commune };
    await expect(attach(officer(), pdf('bảy'))).rejects.toMatchObject({ reasons: [{ code: 'figure-not-asked' }] });
  });

  it.each([
    ['SVG', Buffer.from('<svg onload="alert(1)"/>'), 'evidence-unsupported'],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'evidence-unsupported'],
    ['half a workbook', Buffer.from('PK\u0003\u0004 nothing'), 'evidence-damaged'],
  ])('is not %s, and nothing of it is kept', async (_what, bytes, code) => {
    await askVillage();
    const before = await files();
    await expect(attach(village(), bytes, 'ảnh.jpg')).rejects.toMatchObject({ code });
    expect(await files()).toBe(before);
  });
});
