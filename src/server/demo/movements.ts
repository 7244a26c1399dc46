/** The demo's movements: papers handed in, read and made into movements; then half a year of figures. */

import { createHash, randomUUID } from 'node:crypto';
import { fileContent } from '../../core/reader/file-content.ts';
import { readContent } from '../../core/reader/read-document.ts';
import type { ActName } from '../../core/rules/access.ts';
import type { TargetAnswerKind } from '../../core/rules/compare-with-parent.ts';
import { type ActContext, act, actForSystem, type Tx, type World } from '../act.ts';
import { uploadDocument } from '../documents/acts.ts';
import { finishReading, takeReading } from '../documents/finish-acts.ts';
import { saveFigures } from '../measurements/acts.ts';
import { closePeriod } from '../measurements/approval-acts.ts';
import { viewFigureGrid } from '../measurements/grid-views.ts';
import { createMovement, setDocumentNumber } from '../movements/acts.ts';
import { answerTargets } from '../movements/answer-acts.ts';
import { recordIssuedPlan } from '../movements/issued-plan-acts.ts';
import { createMovementFromReading } from '../movements/reading-acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { setTaskState } from '../movements/task-acts.ts';
import { reading as ask, type Viewer } from '../read.ts';
import { addBackground } from './background.ts';
import {
  BINH_LU_FIGURES,
  CHU_VAN_AN_FIGURES,
  LAI_CHAU_FIGURES,
  LAST_YEAR,
  PAST_DISTRICT_FIGURES,
  PHONG_THO_FIGURES,
  TAN_PHONG_FIGURES,
  THAN_UYEN_FIGURES,
} from './figures.ts';
import { addFigures, addVillageFigures, markSample } from './measurements.ts';
import { type OfficePaper, officeFile } from './office-file.ts';
import { seedEvidence, seedOpenWork } from './open-work.ts';
import { binhLuPlan, chuVanAnPlan, phongThoPlan, tanPhongPlan, thanUyenPlan, waitingPlan } from './papers-communes.ts';
import { laiChauDirective, phongThoLaunch } from './papers-province.ts';
import type { SeededProvince } from './people.ts';
import { idOf } from './places.ts';
import { adjustEnterprises, arrangeTargets } from './target-details.ts';

/** The world as it was at nine in the morning of a day. */
const worldOn = (world: World, day: string): World => ({ ...world, now: () => `${day}T02:00:00.000Z` });

type Deed<I, O> = (tx: Tx, input: I, context: ActContext) => Promise<O>;

function doAs<I extends { actionId: string }, O>(
  world: World,
  viewer: Viewer,
  name: ActName,
  deed: Deed<I, O>,
  input: Omit<I, 'actionId'>,
): Promise<O> {
  const actionId = randomUUID();
  return act(world, { viewer, name, actionId, input: { ...input, actionId } as I }, deed);
}

export async function seedMovements(
  world: World,
  { laiChau, haiPhong }: { laiChau: SeededProvince; haiPhong: SeededProvince },
): Promise<void> {
  const province = personOf(laiChau, 'cb.laichau');
  const commune = personOf(laiChau, 'cb.binhlu');
  const place = (key: string) => idOf(laiChau.places, key);
  const past = { day: '2022-12-22', viewer: province, organisationId: place('huyen-phong-tho') };
  const district = await launch(world, { ...past, paper: phongThoLaunch });
  await addFigures(world, laiChau, { movementId: district, figures: PAST_DISTRICT_FIGURES, year: 2024 });
  await lastYear(world, laiChau, commune);
  const directive = await launch(world, { day: '2026-01-14', viewer: province, paper: laiChauDirective });
  await addFigures(world, laiChau, { movementId: directive, figures: LAI_CHAU_FIGURES, year: 2026 });
  const plan = await launch(world, { day: '2026-01-20', viewer: commune, paper: binhLuPlan });
  await addFigures(world, laiChau, { movementId: plan, figures: BINH_LU_FIGURES, year: 2026 });
  await addVillageFigures(world, laiChau, plan);
  await makeFinal(world, laiChau, commune, plan);
  await afterwards(world, commune, plan);
  await arrangeTargets(world, laiChau, commune, plan);
  await seedOpenWork(world, laiChau, commune, plan);
  await seedEvidence(world, commune, plan);
  await answerDirective(world, commune, { directive, plan });
  await recordPlans(world, province, directive, place);
  const others = [
    { key: 'tan-phong', day: '2026-01-23', paper: tanPhongPlan, figures: TAN_PHONG_FIGURES },
    { key: 'phong-tho', day: '2026-01-27', paper: phongThoPlan, figures: PHONG_THO_FIGURES },
    { key: 'than-uyen', day: '2026-02-03', paper: thanUyenPlan, figures: THAN_UYEN_FIGURES },
  ];
  for (const { key, day, paper, figures } of others) {
    const movementId = await launch(world, { day, viewer: province, paper, organisationId: place(key) });
    await addFigures(world, laiChau, { movementId, figures, year: 2026 });
    if (key === 'tan-phong') await adjustEnterprises(world, { ...province, today: '2026-05-15' }, movementId);
  }
  await addBackground(world, laiChau, province);
  const ward = personOf(haiPhong, 'cb.chuvanan');
  const chuVanAn = await launch(world, { day: '2026-01-20', viewer: ward, paper: chuVanAnPlan });
  await addFigures(world, haiPhong, { movementId: chuVanAn, figures: CHU_VAN_AN_FIGURES, year: 2026 });
  await readPaper(world, { day: '2026-06-29', viewer: commune, paper: waitingPlan });
  for (const { provinceId } of [laiChau, haiPhong]) await markSample(world, provinceId);
}

function personOf({ people }: SeededProvince, name: string): Viewer {
  const person = people.get(name);
  if (!person) throw new Error(`the demo has no account ${name}`);
  return person;
}

type Handed = { day: string; viewer: Viewer; paper: OfficePaper; organisationId?: string };

/** Hands a paper in and reads it, as the server does in the background. */
async function readPaper(given: World, { day, viewer, paper, organisationId }: Handed): Promise<string> {
  const world = worldOn(given, day);
  const bytes = await officeFile(paper);
  const { readingId } = await doAs<Parameters<typeof uploadDocument>[1], { readingId: string }>(
    world,
    viewer,
    'uploadDocument',
    (tx, input, context) => uploadDocument(tx, input, context, { bytes, wake: () => undefined }),
    { name: paper.fileName, ...(organisationId === undefined ? {} : { organisationId }) },
  );
  const owner = randomUUID();
  const taken = await takeReading(world.db, owner);
  if (taken?.id !== readingId) throw new Error('the demo is not alone in its database');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const noPdf = () => Promise.reject(new Error('the demo has no PDF'));
  const content = await fileContent(bytes, paper.fileName, { pdf: noPdf });
  const reading = readContent(content, { name: paper.fileName, sha256 });
  await actForSystem(world, { provinceId: taken.provinceId, name: 'finishReading' }, (tx, context) =>
    finishReading(tx, context, { id: readingId, owner, documentId: taken.documentId, reading }),
  );
  return readingId;
}

/** Reads a paper and makes the movement of everything that was found. */
async function launch(world: World, handed: Handed): Promise<string> {
  const readingId = await readPaper(world, handed);
  const { movementId } = await doAs(
    worldOn(world, handed.day),
    handed.viewer,
    'createMovementFromReading',
    createMovementFromReading,
    { readingId, draftVersion: 1 },
  );
  return movementId;
}

/** What happened to Bình Lư's plan since: the clerk gave its number, and first tasks were done. */
async function afterwards(world: World, viewer: Viewer, movementId: string): Promise<void> {
  await doAs(worldOn(world, '2026-01-22'), viewer, 'setDocumentNumber', setDocumentNumber, {
    movementId,
    version: 1,
    document: { number: '05', symbol: 'KH-UBND', issuedOn: '2026-01-21', place: 'Bình Lư' },
  });
  const tasks = await ask(world.db, viewer, (read) =>
    read
      .selectFrom('tasks')
      .select(['id', 'due_on as dueOn', 'assignee'])
      .where('movement_id', '=', movementId)
      .orderBy('position')
      .execute(),
  );
  for (const { id, dueOn, assignee } of tasks) {
    if (dueOn !== null && dueOn < '2026-06-30')
      await doAs(worldOn(world, '2026-02-13'), viewer, 'setTaskState', setTaskState, {
        taskId: id,
        version: 1,
        state: 'done',
        note: 'Các trường và Trạm Y tế đã gửi kế hoạch',
      });
    else if (assignee === 'Phòng Kinh tế')
      await doAs(worldOn(world, '2026-03-05'), viewer, 'setTaskState', setTaskState, {
        taskId: id,
        version: 1,
        state: 'in-progress',
        note: null,
      });
  }
}

/** How Bình Lư answers the directive, by indicator; what is not here is left to be confirmed, or is missing. */
const ANSWERS: readonly { asked: string; how: TargetAnswerKind; own?: string; reason?: string }[] = [
  { asked: 'thu_nhap_bqdn', how: 'answered', own: 'thu_nhap_bqdn' },
  { asked: 'truong_chuan_quoc_gia', how: 'answered', own: 'truong_chuan_quoc_gia' },
  { asked: 'muc_giam_ho_ngheo', how: 'answered', own: 'muc_giam_ho_ngheo' },
  {
    asked: 'giai_quyet_viec_lam',
    how: 'adapted',
    own: 'giai_quyet_viec_lam',
    reason: 'Theo số lao động đăng ký của 12 bản đầu năm',
  },
  { asked: 'tang_truong_grdp', how: 'not-applicable', reason: 'Cấp xã không tính tổng sản phẩm trên địa bàn' },
];

async function answerDirective(
  world: World,
  viewer: Viewer,
  { directive, plan }: { directive: string; plan: string },
): Promise<void> {
  const rows = await ask(world.db, viewer, (read) =>
    read
      .selectFrom('targets')
      .select(['id', 'movement_id as movementId', 'indicator'])
      .where('movement_id', 'in', [directive, plan])
      .orderBy('position')
      .execute(),
  );
  const idIn = (movementId: string, indicator: string | undefined) =>
    rows.find((row) => row.movementId === movementId && row.indicator === indicator)?.id ?? null;
  const answers = ANSWERS.map(({ asked, how, own, reason }) => {
    const targetId = idIn(directive, asked);
    if (targetId === null) throw new Error(`the directive has no target ${asked}`);
    return { targetId, version: 0, how, ownTargetId: idIn(plan, own), reason: reason ?? null };
  });
  await doAs(worldOn(world, '2026-01-22'), viewer, 'answerTargets', answerTargets, { movementId: plan, answers });
}

/** Communes that work on paper: the province enters their plans for them. */
async function recordPlans(
  world: World,
  viewer: Viewer,
  directive: string,
  place: (key: string) => string,
): Promise<void> {
  const plans = [
    { unit: 'Xã Tả Lèng', numberSymbol: '08/KH-UBND', issuedOn: '2026-01-26', saidBy: 'Văn phòng xã Tả Lèng' },
    { unit: 'Xã Mường Tè', numberSymbol: '11/KH-UBND', issuedOn: '2026-01-30', saidBy: 'Phòng Văn hóa - Xã hội xã' },
  ];
  for (const { unit, ...said } of plans)
    await doAs(worldOn(world, '2026-02-05'), viewer, 'recordIssuedPlan', recordIssuedPlan, {
      movementId: directive,
      organisationId: place(unit),
      version: 0,
      ...said,
    });
}

/** The movement of the second half of 2025, made without a document and over since. */
async function lastYear(given: World, laiChau: SeededProvince, viewer: Viewer): Promise<void> {
  const world = worldOn(given, '2025-07-10');
  const period = { from: '2025-07-01', until: '2025-12-31' };
  const { movementId } = await doAs(world, viewer, 'createMovement', createMovement, {
    head: {
      title: 'Thi đua hoàn thành nhiệm vụ 6 tháng cuối năm 2025',
      theme: null,
      kind: 'thematic',
      year: 2025,
      period,
      organisationId: viewer.organisationId,
      jointOrganisationIds: [],
    },
    document: { number: '12', symbol: 'KH-UBND', issuedOn: '2025-07-09', place: 'Bình Lư' },
    from: null,
    respondsTo: [],
  });
  const plain = {
    comparator: 'eq',
    change: 'level',
    low: null,
    high: null,
    numerator: null,
    denominator: null,
  } as const;
  for (const { indicator, name, value, unit } of LAST_YEAR)
    await doAs(world, viewer, 'addTarget', addTarget, {
      movementId,
      goal: {
        name,
        indicator,
        domain: null,
        figure: { ...plain, measure: unit === '%' ? 'share' : 'amount', value, unit, better: 'higher', baseline: null },
        scope: null,
        dueOn: null,
        owner: null,
      },
      partOf: null,
      leadOrganisationId: null,
    });
  const finals = LAST_YEAR.flatMap(({ indicator, final }) =>
    final === null ? [] : [[indicator, { final, finalOf: 'half-year' as const }] as const],
  );
  await addFigures(world, laiChau, { movementId, figures: Object.fromEntries(finals), year: 2025 });
  // The year is closed: what never came is asked of nobody any more.
  const closing = { movementId, ...period, version: 0 };
  await doAs(worldOn(given, '2026-01-16'), viewer, 'closePeriod', closePeriod, closing);
}

/** The first village's estimate of June became final: what it was before stays in its history. */
async function makeFinal(world: World, laiChau: SeededProvince, viewer: Viewer, movementId: string): Promise<void> {
  const [from, until] = ['2026-04-01', '2026-06-30'];
  const organisationId = idOf(laiChau.places, 'ban-1');
  const grid = await ask(world.db, viewer, (read) =>
    viewFigureGrid(read, viewer, { movementId, from, until, organisationId }),
  );
  const cells = grid.rows.flatMap((row) => row.cells).filter(({ figure }) => figure?.estimated);
  await doAs(world, viewer, 'saveFigures', saveFigures, {
    movementId,
    organisationId,
    from,
    until,
    cells: cells.map(({ targetId, figure }) => ({
      targetId,
      version: figure?.version ?? null,
      value: figure?.entered ?? null,
      numerator: figure?.numerator ?? null,
      denominator: figure?.denominator ?? null,
      estimated: false,
      note: 'Đã đối chiếu với sổ theo dõi lao động của bản',
      correction: 'Số ước trong tháng 6, nay có số chính thức của bản',
    })),
    saidBy: 'Trưởng bản, qua điện thoại',
  });
}
