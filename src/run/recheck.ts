/**
 * Whether the good request is still granted after an answer that would be held against the provider: one that guards against
 * guessing (RFC 6749, section 2.3.1) may have locked out a client that sent wrong credentials, or the provider may be down.
 */
import { type Contract, tokenOperationId } from '../contract/types.ts';
import type { Judged } from '../judge/observation.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import type { Scenario } from '../scenario/plan.ts';
import { say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { type MemoryStore, mostRechecks } from './memory.ts';
import { mostCharacters } from './outcome.ts';
import { span } from './window.ts';

/** What a recheck needs from the session. */
export interface RecheckTools {
  contract: Contract;
  good: Scenario;
  store: MemoryStore;
  gate: Gate;
  send(): Promise<Exchange>;
}

const lockedOut =
  'a provider may lock out a client that sends wrong credentials: ask for it to be let in again, and for more tries in this environment';

/** The other cause, where a request for a time to come was granted: whoever takes times in order alone takes none before it. */
const orInOrder = (ahead: number): string =>
  `; or it takes no time before the latest that it granted, which was ${span(ahead)} ahead: then wait that long before the next run`;

/** Whether nothing wrong was sent before a scenario, so that no lock-out explains its refusal. */
const isFirst = ({ change }: Scenario): boolean => change?.part === 'whole' && change.way === 'again';

/**
 * Sends the good request again where a refusal fails the clause that it is about, a few times in a run. Where it is refused
 * as well, the control counts as refused from then on, and what failed is not judged.
 * @returns whether the control is lost, so that what was judged before no longer holds
 */
export async function recheck(
  tools: RecheckTools,
  scenario: Scenario,
  exchange: Exchange,
  judged: readonly Judged[],
): Promise<boolean> {
  const { contract, good, store, gate } = tools;
  const { rechecked } = store.read();
  const { response, trouble } = exchange;
  const isRefused = response !== null && !trouble && response.status >= 400;
  if (!isRefused || isFirst(scenario) || rechecked.length >= mostRechecks) return false;
  // Where a provider refuses otherwise than documented, each demand may fail: once for a status is enough.
  if (scenario.expects === 'refused' && rechecked.includes(response.status)) return false;
  if (!judged.some(({ clause, verdict }) => clause === scenario.clause?.id && verdict === 'fail')) return false;
  const again = await tools.send();
  store.write({ ...store.read(), rechecked: [...rechecked, response.status] });
  const cause = again.trouble ? null : whyNotGranted(contract, good, again, gate);
  if (cause === null) return false;
  const { controls, requests, ahead } = store.read();
  const failed = (again.response?.status ?? 0) >= 500;
  const remedy = gate.clear(
    `it was granted before, and is not after ${requests} requests; ${failed ? 'the provider fails since then' : `${lockedOut}${ahead > 0 ? orInOrder(ahead) : ''}`}`,
  );
  const reason = say`${gate.cut(cause, mostCharacters)}; ${remedy}`;
  store.write({ ...store.read(), controls: { ...controls, [tokenOperationId]: { granted: false, reason } } });
  return true;
}
