/** Lines of the api table for requests for figures (Phiếu thu thập số liệu). */

import * as requests from '../contract/data-requests.ts';
import { scopesOf } from '../core/rules/access.ts';
import { refusal } from '../core/rules/refusal.ts';
import { act } from './act.ts';
import { type Binding, bind, deed, present, view } from './bind.ts';
import * as acts from './data-requests/acts.ts';
import * as views from './data-requests/views.ts';
import type { ReadSheet } from './excel-file.ts';
import { sha256Of } from './files.ts';
import { Problem, refused } from './problem.ts';

export function dataRequestsApi(readSheet: ReadSheet): Binding[] {
  return [
    view(requests.listDataRequests, views.viewDataRequests),
    view(requests.getDataRequest, views.viewDataRequest),
    view(requests.exportDataRequest, views.viewFilledForm),
    bind(requests.uploadRequestForm, async ({ world, viewer, bytes }, input) => {
      const person = present(viewer);
      if (scopesOf('uploadRequestForm', person.roles).length === 0) throw new Problem('forbidden', 'forbidden');
      const outcome = await readSheet({ name: input.name, bytes });
      if (!outcome.ok) throw refused([refusal('request-no-table')]);
      const { sheet } = outcome;
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = { viewer: person, name: 'uploadRequestForm', actionId: input.actionId, input: asked } as const;
      return act(world, doing, (tx, given, context) => acts.uploadRequestForm(tx, given, context, { sheet, bytes }));
    }),
    deed(requests.createDataRequest, acts.createDataRequest),
    deed(requests.saveRequestAnswer, acts.saveRequestAnswer),
    deed(requests.sendRequestAnswer, acts.sendRequestAnswer),
    deed(requests.returnRequestAnswer, acts.returnRequestAnswer),
    deed(requests.closeDataRequest, acts.closeDataRequest),
  ];
}
