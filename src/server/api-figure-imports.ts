/** Lines of the api table for figures taken over in one go. */

import * as imports from '../contract/figure-imports.ts';
import { scopesOf } from '../core/rules/access.ts';
import { figureTemplatesVi as words } from '../core/text/vi/figure-templates.ts';
import { act } from './act.ts';
import { type Binding, bind, deed, present, view } from './bind.ts';
import { EXCEL_TYPE, formBytes, packedForms, type ReadBook, ZIP_TYPE } from './excel-file.ts';
import { sha256Of } from './files.ts';
import { undoFigureImport } from './measurements/batch-acts.ts';
import { importFigures, requireBook } from './measurements/import-acts.ts';
import { viewFigureImport, viewFigureImports } from './measurements/import-views.ts';
import { importFigureReport } from './measurements/report-acts.ts';
import { type ReadReport, viewFigureReport } from './measurements/report-views.ts';
import { writeFigureBatch } from './measurements/row-acts.ts';
import { viewTemplates } from './measurements/template-views.ts';
import { Problem } from './problem.ts';
import { reading, type Viewer } from './read.ts';

/** Nobody makes the server read a file for an act that is not theirs. */
function requireRight(viewer: Viewer): void {
  if (scopesOf('importFigures', viewer.roles).length === 0) throw new Problem('forbidden', 'forbidden');
}

/** Reads a report; its pages are not recognised from pictures here. */
export type ReadReportFile = (file: { name: string; bytes: Uint8Array }) => Promise<ReadReport>;

export function figureImportsApi(readBook: ReadBook, readReport: ReadReportFile): Binding[] {
  return [
    bind(imports.getFigureTemplate, async ({ world, viewer }, input) => {
      const person = present(viewer);
      requireRight(person);
      const { movement, period, sheets } = await reading(world.db, person, (read) =>
        viewTemplates(read, person, input),
      );
      if (input.as === 'files')
        return {
          name: words.zipName(movement.slice(0, 60), period),
          type: ZIP_TYPE,
          bytes: await packedForms(sheets, (unit) => words.fileName(unit, period)),
        };
      const unit = sheets.length === 1 ? (sheets[0]?.name ?? '') : movement.slice(0, 60);
      return { name: words.fileName(unit, period), type: EXCEL_TYPE, bytes: await formBytes(sheets) };
    }),
    bind(imports.previewFigureImport, async ({ world, viewer, bytes }, { name, ...where }) => {
      const person = present(viewer);
      requireRight(person);
      const outcome = await readBook({ name, bytes });
      return reading(world.db, person, (read) => viewFigureImport(read, person, { where, outcome }));
    }),
    bind(imports.importFigures, async ({ world, viewer, bytes }, input) => {
      const person = present(viewer);
      requireRight(person);
      const book = requireBook(await readBook({ name: input.name, bytes }));
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = { viewer: person, name: 'importFigures', actionId: input.actionId, input: asked } as const;
      return act(world, doing, (tx, { sha256: _, ...given }, context) => importFigures(tx, given, context, book));
    }),
    bind(imports.previewFigureReport, async ({ world, viewer, bytes }, { name, ...place }) => {
      const person = present(viewer);
      requireRight(person);
      const outcome = await readReport({ name, bytes });
      return reading(world.db, person, (read) => viewFigureReport(read, person, { place, outcome }));
    }),
    bind(imports.importFigureReport, async ({ world, viewer, bytes }, input) => {
      const person = present(viewer);
      requireRight(person);
      const outcome = await readReport({ name: input.name, bytes });
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = { viewer: person, name: 'importFigureReport', actionId: input.actionId, input: asked } as const;
      return act(world, doing, (tx, { sha256: _, ...given }, context) =>
        importFigureReport(tx, given, context, { outcome, bytes }),
      );
    }),
    deed(imports.writeFigureBatch, writeFigureBatch),
    deed(imports.undoFigureImport, undoFigureImport),
    view(imports.listFigureImports, viewFigureImports),
  ];
}
