/** Lines of the api table for what surrounds targets: how they answer the level above, what was adjusted, what is open. */

import * as comparisons from '../contract/comparisons.ts';
import { getMovementBoard } from '../contract/movement-board.ts';
import { listOpenWork } from '../contract/open-work.ts';
import * as details from '../contract/target-details.ts';
import { act } from './act.ts';
import { type Binding, bind, deed, present, view } from './bind.ts';
import { sha256Of } from './files.ts';
import { answerTargets } from './movements/answer-acts.ts';
import { viewMovementBoard } from './movements/board-views.ts';
import { viewComparisonBelow, viewIssuedPlanFile } from './movements/comparison-below-views.ts';
import { viewComparison } from './movements/comparison-views.ts';
import * as plans from './movements/issued-plan-acts.ts';
import { viewOpenWork } from './movements/open-work-views.ts';
import * as detailActs from './movements/target-detail-acts.ts';
import { viewTargetDetails } from './movements/target-detail-views.ts';

export function targetsApi(): Binding[] {
  return [
    view(listOpenWork, viewOpenWork),
    view(getMovementBoard, viewMovementBoard),
    view(comparisons.compareWithParent, viewComparison),
    deed(comparisons.answerTargets, answerTargets),
    view(comparisons.compareBelow, viewComparisonBelow),
    deed(comparisons.recordIssuedPlan, plans.recordIssuedPlan),
    bind(comparisons.attachIssuedPlan, ({ world, viewer, bytes }, input) => {
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = {
        viewer: present(viewer),
        name: 'attachIssuedPlan',
        actionId: input.actionId,
        input: asked,
      } as const;
      return act(world, doing, (tx, given, context) => plans.attachIssuedPlan(tx, given, context, bytes));
    }),
    deed(comparisons.removeIssuedPlan, plans.removeIssuedPlan),
    view(comparisons.getIssuedPlanFile, viewIssuedPlanFile),
    view(details.getTarget, viewTargetDetails),
    deed(details.arrangeTarget, detailActs.arrangeTarget),
    deed(details.adjustTarget, detailActs.adjustTarget),
    deed(details.judgeGoal, detailActs.judgeGoal),
  ];
}
