/** The grant that an answer of the token operation holds. Pure. */
import { isSuccess } from '../contract/status.ts';
import type { TokenMembers } from '../contract/types.ts';
import { atPointer } from '../formats/json.ts';
import { declaredSeconds, isUndeclared } from '../judge/declared.ts';
import { skewOf } from '../judge/judge.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import type { Grant } from './moments.ts';

/**
 * Seconds for which a token is used where no life is promised or declared: whatever it really lives, a refusal after that shows nothing.
 */
const unpromisedLife = 60;

/** The grant an exchange holds; null when it holds none. */
export function grantIn(exchange: Exchange, pointers: TokenMembers): Grant | null {
  const { response, attempts, answeredAt } = exchange;
  const json = response ? jsonOf(response.body) : undefined;
  const token = atPointer(json, pointers.value);
  const undeclared = isUndeclared(json, pointers);
  const seconds =
    pointers.lifetime === null || undeclared
      ? unpromisedLife
      : declaredSeconds(json, pointers, answeredAt.getTime() / 1000 + skewOf(exchange));
  const sent = attempts.at(-1);
  if (
    !response ||
    !isSuccess(response.status) ||
    typeof token !== 'string' ||
    token === '' ||
    seconds === null ||
    !sent
  )
    return null;
  const instants = { sentAt: sent.startedAt.getTime(), answeredAt: answeredAt.getTime() };
  return { token, seconds, ...instants, ...(undeclared ? { undeclared: true as const } : {}) };
}
