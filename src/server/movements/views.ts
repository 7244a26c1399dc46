import { sql } from 'kysely';
import type { z } from 'zod';
import type { DocumentSummary } from '../../contract/documents.ts';
import type { getMovement, Movement, MovementRef, ResponseView } from '../../contract/movements.ts';
import { type DueRelation, daysOf, elapsedDays, lastDay } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { type CitationRole, daysLeft, movementState, type ResponseKind } from '../../core/rules/movements.ts';
import { groupByDomain } from '../../core/rules/targets.ts';
import { lastWorkingDay } from '../../core/rules/working-days.ts';
import { specialDays } from '../catalogues/facts.ts';
import { idsInSight } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { ORIGIN_COLUMNS, originOf } from './columns.ts';
import { answeredBy, type MovementFacts, movementFacts, movementInSight } from './facts.ts';
import { mayEdit } from './rights.ts';
import { countVerdicts, targetsOf } from './target-views.ts';

export type MovementOut = z.input<typeof Movement>;
type Ref = z.input<typeof MovementRef>;

/** The head of a movement with what the viewer may do there. */
export async function viewMovementHead(read: Read, viewer: Viewer, movementId: string): Promise<MovementOut> {
  return headOut(read, viewer, await movementFacts(read, viewer, movementId));
}

async function headOut(read: Read, viewer: Viewer, m: MovementFacts): Promise<MovementOut> {
  const elapsed = elapsedDays(daysOf(m.period, m.year), viewer.today);
  const refs = m.copiedFromId === null ? new Map<string, Ref>() : await movementRefs(read, viewer, [m.copiedFromId]);
  return {
    id: m.id,
    version: m.version,
    head: {
      title: m.title,
      theme: m.theme,
      kind: m.kind,
      year: m.year,
      period: m.period,
      organisationId: m.organisationId,
      jointOrganisationIds: m.jointIds,
    },
    organisation: { id: m.organisationId, name: m.organisationName },
    jointOrganisations: m.jointIds.map((id, at) => ({ id, name: m.jointNames[at] ?? '' })),
    document: { number: m.number, symbol: m.symbol, issuedOn: m.issuedOn, place: m.place },
    numberSymbol: m.numberSymbol,
    state: movementState({ period: m.period, year: m.year, archived: m.archivedAt !== null }, viewer.today),
    daysLeft: daysLeft(m, viewer.today),
    elapsed: (elapsed.passed / elapsed.all).toFixed(4),
    source: m.source,
    copiedFrom: refs.get(m.copiedFromId ?? '') ?? null,
    archived:
      m.archivedAt !== null && m.archivedBy !== null
        ? { at: m.archivedAt, byPost: m.archivedBy, reason: m.archiveReason }
        : null,
    opened: m.openedAt !== null && m.openedBy !== null ? { at: m.openedAt, byPost: m.openedBy } : null,
    createdAt: m.createdAt,
    createdBy: m.createdBy,
    sample: m.sample,
    may: {
      edit: await mayEdit(read, viewer, 'editMovement', m),
      archive: await mayDo(read, viewer, 'archiveMovement', m.organisationId),
      respond: m.archivedAt === null && (await mayRespond(read, viewer, m)),
      open: await mayEdit(read, viewer, 'openToSupervision', m),
    },
  };
}

/** A unit below the launchers may answer. */
async function mayRespond(read: Read, viewer: Viewer, m: MovementFacts): Promise<boolean> {
  if (!(await mayDo(read, viewer, 'respondToMovement', viewer.organisationId))) return false;
  const above = await read
    .selectFrom('organisation_closure')
    .select('depth')
    .where('descendant_id', '=', viewer.organisationId)
    .where('ancestor_id', 'in', [m.organisationId, ...m.jointIds])
    .where('depth', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return above !== undefined;
}

/** Title and launcher of movements in sight, by id. */
export async function movementRefs(read: Read, viewer: Viewer, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('movements as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.title', 'o.id as organisationId', 'o.name as organisationName'])
    .where('m.id', 'in', [...ids])
    .where('m.province_id', '=', viewer.provinceId)
    .where(movementInSight(viewer))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, title: row.title, organisation: { id: row.organisationId, name: row.organisationName } },
    ]),
  );
}

/** Everything the overview of a movement shows. */
export async function viewMovement(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<z.input<(typeof getMovement)['output']>> {
  const facts = await movementFacts(read, viewer, movementId);
  const targets = await targetsOf(read, viewer, facts);
  const tasks = await read
    .selectFrom('tasks')
    .select((row) => [
      row.fn.countAll<string>().as('all'),
      row.fn.countAll<string>().filterWhere('state', '=', 'done').as('done'),
    ])
    .where('movement_id', '=', movementId)
    .executeTakeFirstOrThrow();
  const documents = await documentsOf(read, movementId);
  const responses = await viewResponses(read, viewer, { answeredId: movementId });
  const silent = await unanswered(read, facts, viewer.today);
  return {
    movement: await headOut(read, viewer, facts),
    counts: {
      targets: targets.length,
      tasks: Number(tasks.all),
      tasksDone: Number(tasks.done),
      documents: documents.length,
      answers: await answersOf(read, movementId),
      unanswered: silent.length,
    },
    progress: countVerdicts(targets.map((target) => target.progress.verdict)),
    domains: groupByDomain(
      targets.map((target) => ({ domain: target.domain as string | null, verdict: target.progress.verdict })),
      DOMAIN_CODES,
    ).map((group) => ({
      domain: DOMAIN_CODES.find((code) => code === group.domain) ?? null,
      targets: group.targets.length,
      progress: countVerdicts(group.targets.map((target) => target.verdict)),
    })),
    respondsTo: await respondsTo(read, viewer, movementId),
    responses,
    unanswered: silent,
    ...(await partsOf(read, viewer, movementId)),
    documents,
  };
}

/** Answers to a movement, or one answer by its id. */
export async function viewResponses(
  read: Read,
  viewer: Viewer,
  where: { answeredId: string } | { responseId: string },
): Promise<z.input<typeof ResponseView>[]> {
  const rows = await read
    .selectFrom('movement_responses as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.version', 'r.how', 'r.reason', 'r.at', 'r.by_post as byPost', 'r.answering_id as answeringId'])
    .select(['o.id as organisationId', 'o.name as organisationName'])
    .where('r.province_id', '=', viewer.provinceId)
    .$if('answeredId' in where, (query) =>
      query.where('r.answered_id', '=', 'answeredId' in where ? where.answeredId : ''),
    )
    .$if('responseId' in where, (query) => query.where('r.id', '=', 'responseId' in where ? where.responseId : ''))
    .where('r.organisation_id', 'in', idsInSight(viewer))
    .orderBy('o.position')
    .orderBy('o.name')
    .execute();
  const refs = await movementRefs(
    read,
    viewer,
    rows.flatMap((row) => row.answeringId ?? []),
  );
  const out: z.input<typeof ResponseView>[] = [];
  for (const row of rows)
    out.push({
      id: row.id,
      version: row.version,
      organisation: { id: row.organisationId, name: row.organisationName },
      how: row.how as ResponseKind,
      movement: refs.get(row.answeringId ?? '') ?? null,
      reason: row.reason,
      at: row.at,
      byPost: row.byPost,
      mayWithdraw: await mayDo(read, viewer, 'withdrawResponse', row.organisationId),
    });
  return out;
}

export async function viewResponse(
  read: Read,
  viewer: Viewer,
  responseId: string,
): Promise<z.input<typeof ResponseView>> {
  const [response] = await viewResponses(read, viewer, { responseId });
  if (!response) throw notFound();
  return response;
}

async function respondsTo(read: Read, viewer: Viewer, movementId: string) {
  const rows = await read
    .selectFrom('movement_responses')
    .select(['id as responseId', 'version', 'how', 'answered_id as answeredId'])
    .where('answering_id', '=', movementId)
    .orderBy('at')
    .execute();
  const refs = await movementRefs(
    read,
    viewer,
    rows.map((row) => row.answeredId),
  );
  return rows.flatMap(({ answeredId, how, ...row }) => {
    const movement = refs.get(answeredId);
    return movement ? [{ ...row, how: how as ResponseKind, movement }] : [];
  });
}

async function answersOf(read: Read, movementId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT ${answeredBy(sql`${movementId}::uuid`)} AS n`.execute(read);
  return rows[0]?.n ?? 0;
}

/** Those directly below the launcher that issue documents of their own and have not answered. */
async function unanswered(read: Read, movement: MovementFacts, today: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT o.id, o.name FROM organisations o
    WHERE o.parent_id = ${movement.organisationId} AND o.issuer_name IS NOT NULL
      AND (o.valid_from IS NULL OR o.valid_from <= ${today}::date) AND (o.valid_until IS NULL OR o.valid_until > ${today}::date)
      AND NOT EXISTS (SELECT FROM movement_responses r WHERE r.answered_id = ${movement.id} AND r.organisation_id = o.id)
    ORDER BY o.position, o.name LIMIT 500`.execute(read);
  return rows;
}

export async function documentsOf(read: Read, movementId: string): Promise<z.input<typeof DocumentSummary>[]> {
  const rows = await read
    .selectFrom('movement_documents as md')
    .innerJoin('documents as d', 'd.id', 'md.document_id')
    .select(['d.id', 'd.file_name as fileName', 'd.size', 'd.file_sha256 as sha256', 'd.kind_name as kindName'])
    .select(['d.title', 'd.number_symbol as numberSymbol', 'd.issued_on as issuedOn', 'd.issuer'])
    .select(['d.added_at as addedAt', 'd.added_by_post as addedBy'])
    .where('md.movement_id', '=', movementId)
    .orderBy('md.position', 'desc')
    .execute();
  return rows.map(({ size, sha256, ...row }) => ({ ...row, bytes: Number(size), sha256: sha256.toString('hex') }));
}

/** Citations, report deadlines and recipients. */
async function partsOf(read: Read, viewer: Viewer, movementId: string) {
  const special = await specialDays(read, viewer);
  const citations = await read
    .selectFrom('movement_citations')
    .select(['id', 'role', 'kind', 'number', 'symbol', 'number_symbol as numberSymbol', 'dated', 'issuer', 'subject'])
    .select(ORIGIN_COLUMNS)
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  const dues = await read
    .selectFrom('movement_report_dues')
    .select(['id', 'due_on', 'relation', 'report_to as to', 'via'])
    .select(ORIGIN_COLUMNS)
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  const recipients = await read
    .selectFrom('movement_recipients')
    .select(['id', 'text'])
    .select(ORIGIN_COLUMNS)
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  return {
    citations: citations.map((row) => ({
      id: row.id,
      role: row.role as CitationRole,
      kind: row.kind,
      number: row.number,
      symbol: row.symbol,
      numberSymbol: row.numberSymbol,
      date: row.dated,
      issuer: row.issuer,
      subject: row.subject,
      origin: originOf(row),
    })),
    reportDue: dues.map((row) => ({
      id: row.id,
      on: row.due_on,
      relation: row.relation as DueRelation,
      to: row.to,
      via: row.via,
      lastDay: lastDay(row.due_on, row.relation as DueRelation),
      lastWorkingDay: lastWorkingDay(row.due_on, row.relation as DueRelation, special),
      origin: originOf(row),
    })),
    recipients: recipients.map((row) => ({ id: row.id, text: row.text, origin: originOf(row) })),
  };
}
