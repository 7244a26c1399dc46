/** Lines of the api table for what hinders units and what they ask for. */

import * as obstacles from '../contract/obstacles.ts';
import { accountsVi } from '../core/text/vi/accounts.ts';
import { actForSystem } from './act.ts';
import type { AccountApi } from './api-accounts.ts';
import { countAttempt } from './attempts.ts';
import { type Ask, type Binding, bind, deed, view } from './bind.ts';
import { findLink, insideLink } from './links.ts';
import * as acts from './obstacles/acts.ts';
import { sendObstacleByLink, viewObstacleByLink } from './obstacles/link-acts.ts';
import { viewObstacles } from './obstacles/views.ts';

export function obstaclesApi({ sessionOf }: AccountApi): Binding[] {
  const find = (ask: Ask, token: string) =>
    findLink(sessionOf(ask), { token, kind: 'figures', address: ask.visit.address });
  return [
    view(obstacles.listObstacles, viewObstacles),
    deed(obstacles.saveObstacle, acts.saveObstacle),
    deed(obstacles.withdrawObstacle, acts.withdrawObstacle),
    deed(obstacles.mergeObstacles, acts.mergeObstacles),
    deed(obstacles.answerObstacle, acts.answerObstacle),
    deed(obstacles.passObstacle, acts.passObstacle),
    bind(obstacles.openObstacleByLink, async (ask, { token }) => {
      const link = await find(ask, token);
      return insideLink(ask.world, link, (trx) => viewObstacleByLink(trx, link));
    }),
    bind(obstacles.sendObstacleByLink, async (ask, { token, ...said }) => {
      const link = await find(ask, token);
      await countAttempt(sessionOf(ask), [{ what: 'sending', of: link.id }]);
      const holder = {
        organisationId: link.organisationId,
        postTitle: accountsVi.byFigureLink(link.organisationName, link.madeByPost),
        origin: { address: ask.visit.address.slice(0, 100), device: ask.visit.device.slice(0, 200) },
      };
      const doing = { provinceId: link.provinceId, name: 'sendObstacleByLink', holder };
      return actForSystem(ask.world, doing, (tx, context) => sendObstacleByLink(tx, said, context, { link, holder }));
    }),
  ];
}
