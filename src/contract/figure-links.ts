import { z } from 'zod';
import { FIGURE_LINK_DAYS } from '../core/rules/accounts.ts';
import { EVIDENCE_KINDS, EVIDENCE_LIMITS } from '../core/rules/evidence.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import {
  ActionId,
  CalendarDate,
  DecimalString,
  EvidenceId,
  LinkId,
  MovementId,
  OrganisationId,
  TargetId,
} from './ids.ts';
import { AskedTarget, FigureCell, MOST_UNITS, PeriodRef, SavedCell, TypedCell } from './measurements.ts';
import { OrganisationRef } from './organisations.ts';

/** Entry by link: one unit sends its figures of one period, with no account. The token travels in the body. */

const token = z.string().min(20).max(100);
const instant = z.string();

/** What a link shows: the figures one unit is asked for in one period, and nothing around them. */
export const FiguresByLink = z.object({
  /** Of the link, to keep what is typed on this telephone apart from other links. */
  id: LinkId,
  organisationName: z.string(),
  movementTitle: z.string(),
  /** Who sent the link, and in which organisation. */
  madeBy: z.object({ post: z.string(), organisation: z.string() }),
  period: PeriodRef,
  dueOn: CalendarDate,
  /** Nothing of the period changes any more. */
  closed: z.boolean(),
  /** The day the unit is asked on, for which periods have begun. */
  today: CalendarDate,
  figures: z.array(
    z.object({
      target: AskedTarget,
      share: DecimalString.nullable(),
      /** What of it was given for this period alone. */
      planned: DecimalString.nullable(),
      /** Cumulative of the period before. */
      before: DecimalString.nullable(),
      lastYear: DecimalString.nullable(),
      figure: FigureCell.nullable(),
      /** Files that stand beside the figure; `byLink` can be taken away again with a link. */
      evidence: z.array(
        z.object({
          id: EvidenceId,
          kind: z.enum(EVIDENCE_KINDS),
          name: z.string(),
          bytes: z.number().int(),
          byLink: z.boolean(),
        }),
      ),
    }),
  ),
  expiresAt: instant,
});
export type FiguresByLink = z.infer<typeof FiguresByLink>;

export const openFigureLink = endpoint({
  name: 'openFigureLink',
  method: 'POST',
  path: '/api/links/figures/open',
  input: z.object({ token }),
  output: FiguresByLink,
  access: 'public',
  whileBound: true,
  summary: 'The figures that a link asks of one unit for one period.',
});

/** Of one figure: more often a telephone does not send without an answer before somebody looks. */
export const MOST_UNANSWERED = 10;

/** What a telephone sent of a figure and never got an answer to: where it stands there, nobody else wrote it. */
const SentBefore = TypedCell.omit({ targetId: true, version: true });

/** A figure as it is sent by a link. */
export const LinkedCell = TypedCell.extend({ sentBefore: z.array(SentBefore).max(MOST_UNANSWERED).optional() });
export type LinkedCell = z.infer<typeof LinkedCell>;

export const sendByFigureLink = endpoint({
  name: 'sendByFigureLink',
  method: 'POST',
  path: '/api/links/figures/send',
  input: z.object({ token, cells: z.array(LinkedCell).min(1).max(200) }),
  output: z.object({
    /** How many figures now wait to be approved; none while one of them is refused. */
    sent: z.number().int(),
    cells: z.array(SavedCell),
    now: FiguresByLink,
  }),
  access: 'public',
  whileBound: true,
  summary:
    'Keep and send figures of one unit and period; while one is refused all stay drafts, each answered by itself.',
});

/** Four signs of base64 for three bytes. */
const MOST_SIGNS = Math.ceil(EVIDENCE_LIMITS.linkBytes / 3) * 4;

export const addEvidenceByLink = endpoint({
  name: 'addEvidenceByLink',
  method: 'POST',
  path: '/api/links/figures/evidence',
  input: z.object({ token, targetId: TargetId, name: filled(200), file: z.base64().min(4).max(MOST_SIGNS) }),
  output: FiguresByLink,
  access: 'public',
  whileBound: true,
  summary: 'Attach a picture or paper, as base64, to a figure of the link; the same content twice is attached once.',
});

export const removeEvidenceByLink = endpoint({
  name: 'removeEvidenceByLink',
  method: 'POST',
  path: '/api/links/figures/evidence/remove',
  input: z.object({ token, evidenceId: EvidenceId }),
  output: FiguresByLink,
  access: 'public',
  whileBound: true,
  summary: 'Take a file away that came by a link of this unit and period.',
});

/** A link for figures, as the officer sees it. */
export const FigureLink = z.object({
  id: LinkId,
  organisation: OrganisationRef,
  madeAt: instant,
  madeByPost: z.string(),
  expiresAt: instant,
  openedAt: instant.nullable(),
  usedAt: instant.nullable(),
});
export type FigureLink = z.infer<typeof FigureLink>;

const Where = z.object({ movementId: MovementId, from: CalendarDate, until: CalendarDate });

export const listFigureLinks = endpoint({
  name: 'listFigureLinks',
  method: 'GET',
  path: '/api/movements/:movementId/figure-links',
  input: Where,
  output: z.object({ links: z.array(FigureLink) }),
  access: 'session',
  summary: 'Links with which units send figures of this period, those taken back left out.',
});

export const makeFigureLinks = endpoint({
  name: 'makeFigureLinks',
  method: 'POST',
  path: '/api/movements/:movementId/figure-links',
  input: Where.extend({
    actionId: ActionId,
    organisationIds: z.array(OrganisationId).min(1).max(MOST_UNITS),
    days: z.union(FIGURE_LINK_DAYS.map((days) => z.literal(days))),
  }),
  /** Paths are shown once; null when the same deed was asked a second time. */
  output: z.object({
    links: z.array(z.object({ organisation: OrganisationRef, path: z.string().nullable(), expiresAt: instant })),
  }),
  access: 'session',
  summary: 'Make a link for each of these units; earlier ones of the same unit and period end.',
});

export const revokeFigureLinks = endpoint({
  name: 'revokeFigureLinks',
  method: 'POST',
  path: '/api/movements/:movementId/figure-links/revoke',
  input: z.object({ movementId: MovementId, actionId: ActionId, linkIds: z.array(LinkId).min(1).max(MOST_UNITS) }),
  output: z.object({ revoked: z.number().int() }),
  access: 'session',
  summary: 'Take links for figures back.',
});
