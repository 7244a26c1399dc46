import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAs, buildPlace, doAs, headOf, type Place } from '../../../test/support/deeds.ts';
import { samplePlan } from '../../../test/support/sample-plan.ts';
import { act } from '../act.ts';
import { verifyAudit } from '../audit-chain.ts';
import { createMovement } from '../movements/acts.ts';
import { viewHistory } from '../movements/history-views.ts';
import { createMovementFromReading, updateMovementFromReading } from '../movements/reading-acts.ts';
import { viewReadingChanges } from '../movements/reading-views.ts';
import { viewTargets } from '../movements/target-views.ts';
import { viewTasks } from '../movements/task-views.ts';
import { viewMovement } from '../movements/views.ts';
import type { Viewer } from '../read.ts';
import { type FileReader, openFileReader, type ReadOutcome } from '../read-file.ts';
import { cancelReading, discardReading, restartReading, saveReadingDraft, uploadDocument } from './acts.ts';
import { endExpired, takeReading } from './finish-acts.ts';
import { startReadings } from './runner.ts';
import { viewDocument, viewDocumentFile, viewReading, viewReadings } from './views.ts';

let place: Place;
let reader: FileReader;
beforeAll(async () => {
  place = await buildPlace();
  reader = openFileReader();
});
afterAll(async () => {
  await reader.close();
  await place.database.drop();
});

const plan = (parts: Parameters<typeof samplePlan>[0] = {}) =>
  samplePlan({
    head: 'ỦY BAN NHÂN DÂN\nXÃ MỘT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    ...parts,
  });
const bytesOf = (text: string) => new TextEncoder().encode(text);

const upload = (
  viewer: Viewer,
  text: string,
  more: { actionId?: string; name?: string; organisationId?: string } = {},
) => {
  const actionId = more.actionId ?? randomUUID();
  const { organisationId } = more;
  const input = { actionId, name: more.name ?? 'Kế hoạch.txt', ...(organisationId ? { organisationId } : {}) };
  const bytes = bytesOf(text);
  return act(place.database.world, { viewer, name: 'uploadDocument', actionId, input }, (tx, given, context) =>
    uploadDocument(tx, given, context, { bytes, wake: () => undefined }),
  );
};
/** Reads everything that waits, as a server that is started and stopped would. */
async function readAll(port: Pick<FileReader, 'read'> = reader): Promise<void> {
  const runner = startReadings({ world: place.database.world, reader: port });
  await runner.idle();
  await runner.stop();
}
const see = (viewer: Viewer, readingId: string) => askAs(place.database, viewer, viewReading, { readingId });
async function ready(viewer: Viewer, text: string, more: { name?: string } = {}) {
  const { readingId } = await upload(viewer, text, more);
  await readAll();
  const seen = await see(viewer, readingId);
  if (!seen.draft || !seen.content) throw new Error(`not ready: ${JSON.stringify(seen.reading)}`);
  return { readingId, draft: seen.draft, content: seen.content, matches: seen.matches };
}
const save = (viewer: Viewer, readingId: string, draft: Awaited<ReturnType<typeof ready>>['draft']) =>
  doAs(place.database, viewer, 'saveReadingDraft', saveReadingDraft, {
    readingId,
    version: draft.version,
    draft: draft.draft,
  });
const create = (viewer: Viewer, readingId: string, draftVersion: number, override?: string) =>
  doAs(place.database, viewer, 'createMovementFromReading', createMovementFromReading, {
    readingId,
    draftVersion,
    ...(override === undefined ? {} : { override }),
  });
const count = async (table: 'documents' | 'files' | 'readings' | 'movements') => {
  const { n } = await place.database.owner.db
    .selectFrom(table)
    .select((row) => row.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};
const codeOf = (failed: Promise<unknown>) =>
  failed.then(
    () => 'done',
    (error: { reasons?: { code: string }[]; kind?: string }) => error.reasons?.[0]?.code ?? error.kind ?? String(error),
  );

describe('handing in a document', () => {
  it('is read in the background into a draft whose places are true', async () => {
    const { people, ids } = place;
    const { readingId } = await upload(people.commune, plan());
    expect((await see(people.commune, readingId)).reading).toMatchObject({
      state: 'waiting',
      mine: true,
    });
    await readAll();
    const { reading, content, draft } = await see(people.commune, readingId);
    expect(reading).toMatchObject({ state: 'ready', title: expect.stringContaining('thi đua'), failure: null });
    expect(draft?.draft.head).toMatchObject({ organisationId: ids.commune, year: 2026, kind: 'regular' });
    expect(draft?.draft.document).toMatchObject({ number: '27', symbol: 'KH-UBND', issuedOn: '2026-03-06' });
    const tea = draft?.draft.targets.find((target) => target.figure?.value === '45');
    expect(tea).toMatchObject({ kept: true, edited: false, figure: { unit: 'ha' } });
    for (const row of [...(draft?.draft.targets ?? []), ...(draft?.draft.tasks ?? [])])
      if (row.place) expect(content?.text.slice(...row.place.span)).toBe(row.place.quote);
    expect((await askAs(place.database, people.leader, viewReadings, undefined)).readings[0]).toMatchObject({
      id: readingId,
      mine: false,
      counts: { targets: draft?.draft.targets.length },
    });
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
  });

  it('happens once for one action id, and is nobody else’s to see', async () => {
    const { people, ids } = place;
    const actionId = randomUUID();
    const both = await Promise.all([
      upload(people.commune, plan(), { actionId }),
      upload(people.commune, plan(), { actionId }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const readingId = both[0].readingId;
    expect(await codeOf(see(people.other, readingId))).toBe('not-found');
    expect(await codeOf(see(people.village, readingId))).toBe('not-found');
    expect(await codeOf(upload(people.leader, plan()))).toBe('forbidden');
    expect(await codeOf(upload(people.commune, plan(), { organisationId: ids.other }))).toBe('forbidden');
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
  });

  it('keeps the draft by versions, and hands an old page the newer one', async () => {
    const { people } = place;
    const first = await ready(people.commune, plan());
    const mine = structuredClone(first.draft);
    mine.draft.head.title = 'Tên do người sửa';
    const saved = await save(people.commune, first.readingId, mine);
    expect(saved.version).toBe(2);
    const old = save(people.commune, first.readingId, first.draft);
    await expect(old).rejects.toMatchObject({
      kind: 'stale',
      reasons: [{ facts: { current: { version: 2, draft: { head: { title: 'Tên do người sửa' } } } } }],
    });
    expect(await codeOf(create(people.commune, first.readingId, 1))).toBe('stale');
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId: first.readingId });
  });
});

describe('from the draft to the movement', () => {
  it('makes exactly what is kept, with the way back, and answers the superior that is cited', async () => {
    const { people, ids } = place;
    const parent = await doAs(place.database, people.province, 'createMovement', createMovement, {
      head: headOf(ids.province, { title: 'Thi đua toàn tỉnh' }),
      document: { number: '18', symbol: 'KH-UBND', issuedOn: '2026-02-12', place: null },
      from: null,
      respondsTo: [],
    });
    const { readingId, draft, content } = await ready(people.commune, plan());
    expect(draft.draft.answers).toMatchObject([{ kept: true, movementId: parent.movementId }]);
    const [struck] = draft.draft.targets;
    if (!struck) throw new Error('no target was found');
    struck.kept = false;
    const { version } = await save(people.commune, readingId, draft);
    const { movementId } = await create(people.commune, readingId, version);
    const { targets } = await askAs(place.database, people.commune, viewTargets, { movementId });
    const kept = draft.draft.targets.filter((target) => target.kept);
    expect(targets.map(({ name }) => name)).toEqual(kept.map(({ name }) => name));
    for (const { origin } of targets) expect(content.text.slice(...(origin?.span ?? [0, 0]))).toBe(origin?.quote);
    const { tasks } = await askAs(place.database, people.commune, viewTasks, { movementId });
    expect(tasks).toHaveLength(draft.draft.tasks.length);
    const seen = await askAs(place.database, people.commune, viewMovement, { movementId });
    expect(seen).toMatchObject({
      movement: { source: 'document', numberSymbol: '27/KH-UBND' },
      respondsTo: [{ movement: { id: parent.movementId } }],
      reportDue: [{ on: '2026-12-05', lastDay: '2026-12-04' }],
    });
    expect(seen.recipients.length).toBeGreaterThan(3);
    const [document] = seen.documents;
    const file = await askAs(place.database, people.leader, viewDocumentFile, { documentId: document?.id ?? '' });
    expect(new TextDecoder().decode(file.bytes)).toBe(plan());
    expect(file.name).toBe('Kế hoạch.txt');
    expect(
      (await askAs(place.database, people.commune, viewDocument, { documentId: document?.id ?? '' })).content?.text,
    ).toBe(content.text);
    expect(
      await codeOf(askAs(place.database, people.other, viewDocumentFile, { documentId: document?.id ?? '' })),
    ).toBe('not-found');
    expect((await see(people.commune, readingId)).reading).toMatchObject({ state: 'used', movementId });
    expect(await codeOf(create(people.commune, readingId, version))).toBe('reading-used');
  });

  it('is recognised when handed in again, and made twice only with a reason', async () => {
    const { people } = place;
    const same = await ready(people.commune, plan());
    expect(same.matches).toMatchObject([
      { kind: 'same-file', numberSymbol: '27/KH-UBND', movement: { title: expect.any(String) } },
    ]);
    const movements = await count('movements');
    expect(await codeOf(create(people.commune, same.readingId, 1))).toBe('document-known');
    expect(await count('movements')).toBe(movements);
    const typed = await ready(people.commune, `${plan()}\n`);
    expect(typed.matches.map(({ kind }) => kind)).toEqual(['same-number', 'same-number']);
    const unsigned = await ready(people.commune, plan({ number: 'Số:      /KH-UBND' }));
    expect(unsigned.matches[0]?.kind).toBe('signed-version');
    // The same number is taken by the movement made before, so the reason alone does not help.
    expect(await codeOf(create(people.commune, same.readingId, 1, 'Làm lại từ đầu'))).toBe('number-taken');
    for (const { readingId } of [same, typed, unsigned])
      await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
  });

  it('refuses the whole draft when one figure is wrong, and makes nothing', async () => {
    const { people } = place;
    const { readingId, draft } = await ready(people.commune, plan({ number: 'Số: 99/KH-UBND' }));
    const wrong = draft.draft.targets.find((target) => target.figure?.value);
    if (!wrong?.figure) throw new Error('no figure was found');
    wrong.figure.value = null;
    const { version } = await save(people.commune, readingId, draft);
    const movements = await count('movements');
    expect(await codeOf(create(people.commune, readingId, version, 'Kế hoạch khác'))).toBe('figure-faulty');
    expect(await count('movements')).toBe(movements);
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
  });
});

describe('a newer version of the document', () => {
  it('shows what changed, and changes only what is taken', async () => {
    const { people } = place;
    const draftText = plan({ number: 'Số:      /KH-UBND', title: 'Phát động phong trào thi đua làm đường năm 2026' });
    const first = await ready(people.commune, draftText);
    const { movementId } = await create(people.commune, first.readingId, 1, 'Văn bản khác');
    const signed = draftText
      .replace('Số:      /KH-UBND', 'Số: 31/KH-UBND')
      .replace('trồng mới 45 ha chè', 'trồng mới 50 ha chè')
      .replace('bảo hiểm y tế đạt 95,5%', 'bảo hiểm y tế đạt 97%; giải quyết việc làm cho 120 lao động');
    const second = await ready(people.commune, signed);
    expect(second.matches[0]).toMatchObject({ kind: 'signed-version', movement: { id: movementId } });
    const compare = () =>
      askAs(place.database, people.commune, viewReadingChanges, { readingId: second.readingId, movementId });
    const { changes, movement } = await compare();
    const told = changes.map(
      ({ subject, kind, label }) => `${subject} ${kind}${subject === 'target' ? ` ${label}` : ''}`,
    );
    expect(told.filter((line) => line.startsWith('header'))).toEqual(['header changed']);
    expect(told.filter((line) => line.startsWith('target'))).toHaveLength(3);
    const tea = changes.find(({ fields }) =>
      fields.some(({ after }) => after?.type === 'figure' && after.figure.value === '50'),
    );
    const jobs = changes.find(({ kind, subject }) => kind === 'added' && subject === 'target');
    const number = changes.find(({ subject }) => subject === 'header');
    expect(tea).toMatchObject({ kind: 'changed', editedByHand: false, suggested: 'update' });
    expect(number?.fields).toMatchObject([{ field: 'number', before: null, after: { text: '31' } }]);
    const take = [tea, jobs, number].map((change) => change?.key ?? '');
    const update = (keys: string[], movementVersion: number) =>
      doAs(place.database, people.commune, 'updateMovementFromReading', updateMovementFromReading, {
        readingId: second.readingId,
        movementId,
        draftVersion: 1,
        movementVersion,
        take: keys,
      });
    expect(await codeOf(update(['target:gone'], movement.version))).toBe('change-gone');
    expect(await codeOf(update(take, movement.version + 5))).toBe('stale');
    expect(await update(take, movement.version)).toMatchObject({ taken: 3, kept: changes.length - 3 });
    const { targets } = await askAs(place.database, people.commune, viewTargets, { movementId });
    const values = targets.map(({ figure }) => figure?.value);
    expect(values).toContain('50');
    expect(values).toContain('120');
    expect(values).toContain('95.5');
    const seen = await askAs(place.database, people.commune, viewMovement, { movementId });
    expect(seen.movement.numberSymbol).toBe('31/KH-UBND');
    expect(seen.documents).toHaveLength(2);
    // What says the same in both now leads to the newer text; what was kept still leads to the older one.
    const newer = seen.documents[0]?.id;
    for (const target of targets) {
      const text = target.origin?.documentId === newer ? second.content.text : first.content.text;
      expect(text.slice(...(target.origin?.span ?? [0, 0]))).toBe(target.origin?.quote);
    }
    expect(targets.find(({ figure }) => figure?.value === '95.5')?.origin?.documentId).not.toBe(newer);
    const { lines } = await askAs(place.database, people.commune, viewHistory, { movementId: movementId as never });
    expect(lines.filter(({ deed }) => deed === 'updated-from-document')).toHaveLength(4);
  });
});

describe('what a person decided while checking', () => {
  it('is kept when a newer version says the same as before', async () => {
    const { people } = place;
    const text = plan({ number: 'Số:      /KH-UBND', title: 'Phát động phong trào thi đua sửa đường năm 2026' });
    const first = await ready(people.commune, text);
    const { targets } = first.draft.draft;
    const [mended, leftOut] = targets;
    if (!mended || !leftOut) throw new Error('no targets');
    const own = { ...mended, key: 'own', name: 'Số hộ hiến đất làm đường', indicator: null, place: null, edited: true };
    const draft = {
      ...first.draft.draft,
      targets: [
        { ...mended, name: 'Tên do cán bộ đặt', indicator: null, edited: true },
        { ...leftOut, kept: false },
        ...targets.slice(2),
        own,
      ],
    };
    await save(people.commune, first.readingId, { ...first.draft, draft });
    const { movementId } = await create(people.commune, first.readingId, 2, 'Văn bản khác');
    const second = await ready(people.commune, text.replace('Số:      /KH', 'Số: 77/KH'));
    const { changes } = await askAs(place.database, people.commune, viewReadingChanges, {
      readingId: second.readingId,
      movementId,
    });
    const about = changes.filter(({ subject }) => subject === 'target');
    // The mended one, the one that was added, and the one that was left out: nothing of it is undone by itself.
    expect(about.map(({ suggested, editedByHand }) => ({ suggested, editedByHand }))).toEqual(
      about.map(() => ({ suggested: 'keep', editedByHand: true })),
    );
    expect(about.map(({ kind }) => kind).sort()).toEqual(['added', 'changed', 'removed']);
    expect(changes.filter(({ suggested }) => suggested === 'update').map(({ subject }) => subject)).toEqual(['header']);
  });
});

describe('readings that do not end well', () => {
  it('leave nothing behind but the reason', async () => {
    const { people } = place;
    const before = { documents: await count('documents'), files: await count('files') };
    const { readingId } = await upload(people.commune, 'không phải tệp Word', { name: 'Hỏng.docx' });
    await readAll();
    const { reading } = await see(people.commune, readingId);
    expect(reading).toMatchObject({ state: 'failed', documentId: null, failure: { restartable: false } });
    expect({ documents: await count('documents'), files: await count('files') }).toEqual(before);
    expect(
      await codeOf(
        doAs(
          place.database,
          people.commune,
          'restartReading',
          (tx, input: { actionId: string; readingId: string }, context) =>
            restartReading(tx, input, context, () => undefined),
          { readingId },
        ),
      ),
    ).toBe('reading-not-restartable');
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
    expect(await codeOf(see(people.commune, readingId))).toBe('not-found');
  });

  it('are stopped by a person while they wait and while they run', async () => {
    const { people } = place;
    const stop = (readingId: string) =>
      doAs(place.database, people.commune, 'cancelReading', cancelReading, { readingId });
    const files = await count('files');
    const waiting = await upload(people.commune, plan({ number: 'Số: 41/KH-UBND' }));
    expect(await stop(waiting.readingId)).toMatchObject({ state: 'cancelled', documentId: null });
    expect(await codeOf(stop(waiting.readingId))).toBe('reading-not-cancellable');
    const running = await upload(people.commune, plan({ number: 'Số: 42/KH-UBND' }));
    const port = untilAborted(() => void stop(running.readingId));
    await readAll(port);
    expect((await see(people.commune, running.readingId)).reading).toMatchObject({
      state: 'cancelled',
      progress: null,
    });
    expect(await count('files')).toBe(files);
  });

  it('wait again when the server is stopped', async () => {
    const { people } = place;
    const { readingId } = await upload(people.commune, plan({ number: 'Số: 43/KH-UBND' }));
    let begun: () => void = () => undefined;
    const reading = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const runner = startReadings({ world: place.database.world, reader: untilAborted(begun) });
    await reading;
    await runner.stop();
    expect((await see(people.commune, readingId)).reading).toMatchObject({ state: 'waiting', progress: null });
    await readAll();
    expect((await see(people.commune, readingId)).reading.state).toBe('ready');
    await doAs(place.database, people.commune, 'discardReading', discardReading, { readingId });
  });

  it('are told when their process died, and can be read again', async () => {
    const { people, database } = place;
    const { readingId } = await upload(people.commune, plan({ number: 'Số: 44/KH-UBND' }));
    expect((await takeReading(database.db, randomUUID()))?.id).toBe(readingId);
    expect((await see(people.commune, readingId)).reading).toMatchObject({
      state: 'running',
      progress: { stage: 'opening' },
    });
    await database.owner.db
      .updateTable('readings')
      .set({ lease_until: '2000-01-01T00:00:00Z' })
      .where('id', '=', readingId)
      .execute();
    const interrupted = { state: 'failed', failure: { code: 'interrupted', restartable: true } };
    expect((await see(people.commune, readingId)).reading).toMatchObject(interrupted);
    expect(await endExpired(database.db)).toBe(1);
    expect((await see(people.commune, readingId)).reading).toMatchObject(interrupted);
    const again = (
      tx: Parameters<typeof restartReading>[0],
      input: { actionId: string; readingId: string },
      context: Parameters<typeof restartReading>[2],
    ) => restartReading(tx, input, context, () => undefined);
    expect(await doAs(database, people.commune, 'restartReading', again, { readingId })).toMatchObject({
      state: 'waiting',
      failure: null,
    });
    await readAll();
    expect((await see(people.commune, readingId)).reading.state).toBe('ready');
    await doAs(database, people.commune, 'discardReading', discardReading, { readingId });
  });

  it('are shared out among processes, each read once', async () => {
    const { people, database } = place;
    const files = await count('files');
    const readings = await Promise.all(
      Array.from({ length: 6 }, (_, at) => upload(people.commune, plan({ number: `Số: ${60 + at}/KH-UBND` }))),
    );
    let reads = 0;
    const counting: Pick<FileReader, 'read'> = {
      read: (...given) => {
        reads += 1;
        return reader.read(...given);
      },
    };
    const runners = [1, 2].map(() => startReadings({ world: database.world, reader: counting, parallel: 2 }));
    await Promise.all(runners.map((runner) => runner.idle()));
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(reads).toBe(6);
    for (const { readingId } of readings) {
      expect((await see(people.commune, readingId)).reading.state).toBe('ready');
      await doAs(database, people.commune, 'discardReading', discardReading, { readingId });
    }
    expect(await count('files')).toBe(files);
  });
});

/** A reader that never ends by itself: as a file of many scanned pages would be. */
function untilAborted(begun: () => void): Pick<FileReader, 'read'> {
  return {
    read: (_file, options) =>
      new Promise<ReadOutcome>((resolve) => {
        options?.signal?.addEventListener('abort', () =>
          resolve({ ok: false, refusal: { code: 'cancelled', facts: {} } }),
        );
        options?.onProgress?.({ stage: 'recognition', page: 1, pages: 40 });
        begun();
      }),
  };
}

describe('the audit chain', () => {
  it('is whole after all of this', async () => {
    expect((await verifyAudit(place.database.owner.db)).breaks).toEqual([]);
  });
});
