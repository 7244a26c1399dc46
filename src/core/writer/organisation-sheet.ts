/** The list of organisations as a workbook: what is there, or an empty form of the same columns. */

import { IMPORT_COLUMNS, type ImportColumn } from '../rules/organisation-import.ts';
import {
  ORGANISATION_KINDS,
  ORGANISATION_LEVELS,
  type OrganisationKind,
  type OrganisationLevel,
} from '../rules/organisations.ts';
import { organisationsVi } from '../text/vi/organisations.ts';
import type { Workbook, WrittenCell } from './xlsx.ts';

export type ListedOrganisation = {
  id: string;
  code: string | null;
  name: string;
  kind: OrganisationKind;
  level: OrganisationLevel;
  parentCode: string | null;
  parentName: string | null;
  issuerName: string | null;
  validFrom: string | null;
  validUntil: string | null;
};

const WIDTHS: Record<ImportColumn, number> = {
  code: 12,
  name: 40,
  kind: 26,
  level: 14,
  parentCode: 12,
  parentName: 34,
  issuerName: 44,
  from: 13,
  until: 13,
  key: 38,
};

/** A workbook of these in their order. Without a day it is the form to fill in. */
export function organisationWorkbook(
  { province, asOf }: { province: string; asOf: string | null },
  rows: Iterable<ListedOrganisation>,
): Workbook {
  const { columns, kinds, levels, sheet } = organisationsVi;
  const choices: Partial<Record<ImportColumn, string[]>> = {
    kind: ORGANISATION_KINDS.map((kind) => kinds[kind]),
    level: ORGANISATION_LEVELS.map((level) => levels[level]),
  };
  return {
    name: sheet.name,
    lines: [sheet.title, province, ...(asOf === null ? [] : [sheet.asOf(asOf)])],
    columns: IMPORT_COLUMNS.map((column) => {
      const list = choices[column];
      return { title: columns[column], width: WIDTHS[column], ...(list ? { choices: list } : {}) };
    }),
    rows: cellsOf(rows),
    notes: sheet.notes,
  };
}

const dateCell = (date: string | null): WrittenCell => (date === null ? null : { date });

function* cellsOf(rows: Iterable<ListedOrganisation>): Generator<WrittenCell[]> {
  const { kinds, levels } = organisationsVi;
  for (const one of rows)
    yield [
      one.code,
      one.name,
      kinds[one.kind],
      levels[one.level],
      one.parentCode,
      one.parentName,
      one.issuerName,
      dateCell(one.validFrom),
      dateCell(one.validUntil),
      one.id,
    ];
}
