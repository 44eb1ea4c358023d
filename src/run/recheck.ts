/**
 * Whether the good request is still granted after a refusal: a provider that guards against guessing (RFC 6749, section 2.3.1)
 * may have locked out a client that sent wrong credentials, or it may be down. What fails is rechecked at once, and what
 * passes after the last refusal: a client that is locked out is refused whatever it sends.
 */
import { isSuccess } from '../contract/status.ts';
import { type Contract, probeOperationId, tokenOperationId } from '../contract/types.ts';
import type { Judged } from '../judge/observation.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import { casesOf } from '../scenario/cases.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { mayBeLimited } from '../wire/rate.ts';
import { type MemoryStore, mostDead, mostRechecks } from './memory.ts';
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

/** The good request, sent once more; `isLost` where it was granted before, and is not now. */
export interface Rechecked {
  exchange: Exchange;
  isLost: boolean;
}

const lockedOut =
  'a provider may lock out a client that sends wrong credentials: ask for it to be let in again, and for more tries in this environment';

/** The other cause, where a request for a time to come was granted: whoever takes times in order alone takes none before it. */
const orInOrder = (ahead: number): string =>
  `; or it takes no time before the latest that it granted, which was ${span(ahead)} ahead: then wait that long before the next run`;

/** Whether nothing wrong was sent before a scenario, so that no lock-out explains its refusal. */
const isFirst = ({ change }: Scenario): boolean => change?.part === 'whole' && change.way === 'again';

/** Statuses about the form of a request, which a server answers before it looks at the client. */
const ofForm = [404, 405, 406, 411, 413, 414, 415, 431];

/** Whether a refusal of a scenario may be that of any request of a client that is locked out. */
const mayBeLocked = ({ expects, operation }: Scenario): boolean =>
  expects === 'refused' && operation !== probeOperationId;

/** Takes note of an answer: a refusal that a lock-out may explain, or a grant, after which none does. */
export function noteDoubt({ contract, store, gate }: RecheckTools, scenario: Scenario, exchange: Exchange): void {
  const { response, trouble } = exchange;
  if (!response || trouble) return;
  const memory = store.read();
  const isGranted = isSuccess(response.status) && whyNotGranted(contract, scenario, exchange, gate) === null;
  const clears = isGranted && scenario.expects === 'granted' && scenario.operation === tokenOperationId;
  const raises = !isGranted && mayBeLocked(scenario) && !ofForm.includes(response.status);
  const doubted = !clears && (raises || memory.doubted);
  if (doubted !== memory.doubted) store.write({ ...memory, doubted });
}

/** Ids of the scenarios after which what was refused is confirmed: the last one of the run, or of each case where nobody knows. */
export function confirmedAfter(contract: Contract, selected?: ReadonlySet<string> | null): ReadonlySet<string> {
  const lastOf = (scenarios: readonly Scenario[]): string[] =>
    scenarios
      .filter(mayBeLocked)
      .slice(-1)
      .map(({ id }) => id);
  if (selected === null) return new Set(casesOf(contract).flatMap(({ scenarios }) => lastOf(scenarios)));
  return new Set(lastOf(plan(contract).filter(({ id }) => selected?.has(id) ?? true)));
}

/** Sends the good request again. Where it is refused, the control counts as refused from then on. */
async function sendAgain({ contract, good, store, gate, send }: RecheckTools): Promise<Rechecked> {
  const exchange = await send();
  const cause = exchange.trouble ? null : whyNotGranted(contract, good, exchange, gate);
  if (cause === null) return { exchange, isLost: false };
  const { controls, requests, ahead } = store.read();
  const failed = (exchange.response?.status ?? 0) >= 500;
  const remedy = gate.clear(
    `it was granted before, and is not after ${requests} requests; ${failed ? 'the provider fails since then' : `${lockedOut}${ahead > 0 ? orInOrder(ahead) : ''}`}`,
  );
  const reason = say`${gate.cut(cause, mostCharacters)}; ${remedy}`;
  store.write({ ...store.read(), controls: { ...controls, [tokenOperationId]: { granted: false, reason } } });
  return { exchange, isLost: true };
}

async function askedAgain(tools: RecheckTools, status: number): Promise<Rechecked> {
  const again = await sendAgain(tools);
  const memory = tools.store.read();
  tools.store.write({ ...memory, rechecked: [...memory.rechecked, status] });
  return again;
}

/**
 * Sends the good request again where a refusal fails the clause that it is about, a few times in a run. Where it is refused
 * as well, what failed is not judged. So it does where answers in a row may be limits of the rate that nobody waits for.
 * @returns null where it was not sent
 */
export async function recheck(
  tools: RecheckTools,
  scenario: Scenario,
  exchange: Exchange,
  judged: readonly Judged[],
): Promise<Rechecked | null> {
  const { store } = tools;
  const { rechecked, dead } = store.read();
  const { response, trouble } = exchange;
  const isAsked = response !== null && trouble !== null && mayBeLimited(response) && dead >= mostDead - 1;
  if (isAsked && rechecked.length < mostRechecks) return askedAgain(tools, response.status);
  const isRefused = response !== null && !trouble && response.status >= 400;
  if (!isRefused || isFirst(scenario) || rechecked.length >= mostRechecks) return null;
  // Where a provider refuses otherwise than documented, each demand may fail: once for a status is enough.
  if (scenario.expects === 'refused' && rechecked.includes(response.status)) return null;
  if (!judged.some(({ clause, verdict }) => clause === scenario.clause?.id && verdict === 'fail')) return null;
  return askedAgain(tools, response.status);
}

/**
 * Sends the good request again after the last refusal, unless it was granted since, or is known to be lost.
 * @returns null where it was not sent
 */
export async function confirm(tools: RecheckTools): Promise<Rechecked | null> {
  const { doubted, controls } = tools.store.read();
  return doubted && controls[tokenOperationId]?.granted === true ? sendAgain(tools) : null;
}
