/** Lines of the api table for access tokens. */

import * as tokens from '../contract/access-tokens.ts';
import { TOKEN_MARK } from '../core/rules/access-tokens.ts';
import { makeAccessToken, revokeAccessToken, viewAccessTokens } from './access-tokens/acts.ts';
import { act } from './act.ts';
import { type Binding, bind, deed, present, view } from './bind.ts';
import { hashOfSecret, newToken } from './secrets.ts';

export function accessTokensApi(): Binding[] {
  return [
    view(tokens.listAccessTokens, viewAccessTokens, 'readAccounts'),
    bind(tokens.makeAccessToken, async ({ world, viewer }, input) => {
      const token = TOKEN_MARK + newToken();
      let made = false;
      const doing = { viewer: present(viewer), name: 'makeAccessToken', actionId: input.actionId, input } as const;
      // What is remembered of the act is not the token: asked a second time it shows none.
      const { expiresAt } = await act(world, doing, async (tx, given, context) => {
        made = true;
        return makeAccessToken(tx, given, context, hashOfSecret(token));
      });
      return { token: made ? token : null, expiresAt };
    }),
    deed(tokens.revokeAccessToken, revokeAccessToken),
  ];
}
