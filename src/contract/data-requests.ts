import { z } from 'zod';
import { ANSWER_STATES, COLUMN_KINDS, REQUEST_LIMITS, ROWS_HOW } from '../core/rules/data-requests.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CalendarDate, DataRequestId, OrganisationId, RequestFormId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** Phiếu thu thập số liệu: a table sent to units, filled in on screen or by link, put together, taken away in its form. */

const instant = z.string();
const name = filled(REQUEST_LIMITS.nameLetters);
const place = z.number().int().min(0).max(100_000).nullable();

const RequestRow = z.object({ name, place });
/** The columns to be filled in, the rows, and where they stand in an uploaded form. */
export const RequestLayout = z.object({
  rows: z.enum(ROWS_HOW),
  columns: z.array(z.object({ name, kind: z.enum(COLUMN_KINDS), place })).max(REQUEST_LIMITS.columns),
  fixed: z.array(RequestRow).max(REQUEST_LIMITS.fixedRows),
  form: z
    .object({
      firstRow: z.number().int().min(1).max(100_000),
      footRow: place,
      totalRow: place,
      orderColumn: place,
      nameColumn: z.number().int().min(0).max(1_000),
      units: z.array(RequestRow).max(REQUEST_LIMITS.units),
    })
    .nullable(),
});
export type RequestLayout = z.infer<typeof RequestLayout>;

/** Rows of cells as typed. */
export const RequestCells = z
  .array(z.array(z.string().max(REQUEST_LIMITS.cellLetters + 100)).max(REQUEST_LIMITS.columns))
  .max(REQUEST_LIMITS.fixedRows);

export const RequestAnswer = z.object({
  organisation: OrganisationRef,
  state: z.enum(ANSWER_STATES),
  version: z.number().int(),
  /** As typed, for whoever may fill it in; empty for others. */
  cells: RequestCells,
  /** As it was last sent; null while it was not, or is being mended. */
  sent: RequestCells.nullable(),
  sentAt: instant.nullable(),
  sentByPost: z.string().nullable(),
  savedByPost: z.string().nullable(),
  returnedReason: z.string().nullable(),
  mayFill: z.boolean(),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

const RequestHead = z.object({
  id: DataRequestId,
  title: z.string(),
  organisation: OrganisationRef,
  dueOn: CalendarDate,
  madeAt: instant,
  madeByPost: z.string(),
  closedAt: instant.nullable(),
  /** Made by the demo. */
  sample: z.boolean(),
});

export const DataRequest = RequestHead.extend({
  about: z.string().nullable(),
  closedByPost: z.string().nullable(),
  layout: RequestLayout,
  /** What the uploaded workbook was called. */
  formName: z.string().nullable(),
  /** All units for whoever asked; for others those of their own place and below. */
  answers: z.array(RequestAnswer),
  /** Of all units, also those that are not shown. */
  asked: z.number().int(),
  sent: z.number().int(),
  mayManage: z.boolean(),
});
export type DataRequest = z.infer<typeof DataRequest>;

export const ListedRequest = RequestHead.extend({
  asked: z.number().int(),
  sent: z.number().int(),
  /** Of one's own unit; null where it is not asked. */
  own: z.enum(ANSWER_STATES).nullable(),
  /** Who has not sent, for whoever asked; the first of them. */
  missing: z.array(z.string()),
});
export type ListedRequest = z.infer<typeof ListedRequest>;

export const listDataRequests = endpoint({
  name: 'listDataRequests',
  method: 'GET',
  path: '/api/data-requests',
  input: z.object({}),
  output: z.object({
    requests: z.array(ListedRequest),
    mayAsk: z.boolean(),
  }),
  access: 'session',
  summary: 'Requests for figures: those of one’s own place, and those one’s units are asked.',
});

export const getDataRequest = endpoint({
  name: 'getDataRequest',
  method: 'GET',
  path: '/api/data-requests/:requestId',
  input: z.object({ requestId: DataRequestId }),
  output: DataRequest,
  access: 'session',
  summary: 'One request with its table and what units have answered.',
});

export const uploadRequestForm = endpoint({
  name: 'uploadRequestForm',
  method: 'POST',
  path: '/api/data-requests/forms',
  input: z.object({ actionId: ActionId, name: z.string().min(1).max(255) }),
  output: z.object({ formId: RequestFormId, title: z.string(), layout: RequestLayout }),
  access: 'session',
  upload: { maxBytes: REQUEST_LIMITS.formBytes },
  summary: 'Hand in an Excel form; its head, columns and rows are recognised.',
});

export const REQUEST_TO = ['chosen', 'communes', 'villages'] as const;

export const createDataRequest = endpoint({
  name: 'createDataRequest',
  method: 'POST',
  path: '/api/data-requests',
  input: z.object({
    actionId: ActionId,
    title: name,
    about: filled(2_000).nullable(),
    dueOn: CalendarDate,
    layout: RequestLayout,
    formId: RequestFormId.nullable(),
    /** Whom to ask: those named, or all of a kind below. */
    to: z.enum(REQUEST_TO),
    organisationIds: z.array(OrganisationId).max(REQUEST_LIMITS.units),
  }),
  output: z.object({ requestId: DataRequestId }),
  access: 'session',
  summary: 'Send a table to units to be filled in by a day.',
});

const Answering = z.object({
  requestId: DataRequestId,
  organisationId: OrganisationId,
  actionId: ActionId,
  /** The version the person saw. */
  version: z.number().int().min(1),
});

export const saveRequestAnswer = endpoint({
  name: 'saveRequestAnswer',
  method: 'PUT',
  path: '/api/data-requests/:requestId/answers/:organisationId',
  input: Answering.extend({ cells: RequestCells }),
  output: RequestAnswer,
  access: 'session',
  summary: 'Keep what was typed so far, right or wrong.',
});

export const sendRequestAnswer = endpoint({
  name: 'sendRequestAnswer',
  method: 'POST',
  path: '/api/data-requests/:requestId/answers/:organisationId/send',
  input: Answering.extend({ cells: RequestCells }),
  output: RequestAnswer,
  access: 'session',
  summary: 'Send a unit’s answer; with a cell that cannot be read nothing is sent, and every such cell is named.',
});

export const returnRequestAnswer = endpoint({
  name: 'returnRequestAnswer',
  method: 'POST',
  path: '/api/data-requests/:requestId/answers/:organisationId/return',
  input: Answering.extend({ reason: filled(1_000) }),
  output: RequestAnswer,
  access: 'session',
  summary: 'Send an answer back to its unit with a reason.',
});

export const closeDataRequest = endpoint({
  name: 'closeDataRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/close',
  input: z.object({ requestId: DataRequestId, actionId: ActionId }),
  output: z.object({ closed: z.literal(true) }),
  access: 'session',
  summary: 'Close a request: nothing of it changes any more.',
});

export const exportDataRequest = endpoint({
  name: 'exportDataRequest',
  method: 'GET',
  path: '/api/data-requests/:requestId/form',
  input: z.object({ requestId: DataRequestId }),
  output: z.void(),
  answers: 'file',
  access: 'session',
  summary: 'All answers put together in the very form that was uploaded.',
});
