/** Whether the good request of each operation is granted: only then does breaking it prove anything. */
import { type Contract, probeOperationId, tokenOperationId } from '../contract/types.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Cleared, oneLine, say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { redirectText } from '../wire/redirect.ts';
import type { Memory } from './memory.ts';
import { mostCharacters } from './outcome.ts';

/** What to do about a provider that refuses the good request for a token. */
export const checkCredentials =
  'check the credentials, and with the provider that they are active for this host; or the client is locked out after wrong credentials of an earlier run: ask the provider, or wait';

/** Why nothing that depends on the control of an operation can be judged. */
export function whyNotJudged(operation: string, cause: Cleared, gate: Gate): Cleared {
  if (operation === probeOperationId) return say`the protected resource does not accept a fresh token: ${cause}`;
  const of = gate.clear(operation === tokenOperationId ? '' : ` of ${operation}`);
  return say`the control${of} is not granted: ${cause}`;
}

/**
 * The outcome of an operation's control; null while none was answered. An operation may have the name of a
 * member of Object.
 */
export function outcomeOfControl({ controls }: Memory, operation: string): Memory['controls'][string] | null {
  return Object.hasOwn(controls, operation) ? (controls[operation] ?? null) : null;
}

/** Why nothing that depends on an operation's control can be judged; null while it is granted, or was not sent. */
export function whyRefused(memory: Memory, operation: string, gate: Gate): Cleared | null {
  const state = outcomeOfControl(memory, operation);
  return state?.granted === false ? whyNotJudged(operation, state.reason, gate) : null;
}

/**
 * Settings of the environment file that may keep a protected resource from accepting a token, by the status of its
 * answer.
 */
function probeRemedy(status: number): string {
  if (status === 401 || status === 403)
    return 'the token may be for another audience or scope than the protected resource: check probe.path, probe.headers and the scopes in the environment file';
  if (status === 404 || status === 405 || status === 410)
    return 'check probe.path, probe.method and baseUrl in the environment file';
  if (status >= 400 && status < 500)
    return 'a header or parameter that the resource wants may be missing: check probe.headers and probe.path in the environment file';
  return 'check probe.path in the environment file, and with the provider that the resource works';
}

/** Why a protected resource did not accept a fresh token, and what to check; for an answer that is not a success. */
export function whyNotAccepted(
  { response, baseUrl, request }: Exchange,
  gate: Gate,
): { text: Cleared; remedy: string } {
  const status = response?.status ?? 0;
  const remedy = probeRemedy(status);
  const redirect = response && redirectText(response, baseUrl, request.target.value);
  if (redirect) return { text: gate.clear(redirect), remedy };
  const asked = gate.clear(`${request.method} ${request.target.shown} was answered ${status}`);
  const body = response && response.body.length > 0 ? gate.cut(oneLine(gate.body(response)), 200) : null;
  return { text: body === null ? asked : say`${asked}: ${body}`, remedy };
}

/**
 * The memory after a fresh token was sent to the protected resource. Once it accepts one, it no longer explains a
 * refusal.
 */
export function afterResourceControl(
  memory: Memory,
  { exchange, accepted = false }: { exchange: Exchange; accepted?: boolean },
  gate: Gate,
): Memory {
  const known = outcomeOfControl(memory, probeOperationId);
  if (known?.granted || (exchange.trouble && !accepted)) return memory;
  const reason = (): Cleared => {
    const { text, remedy } = whyNotAccepted(exchange, gate);
    return say`${gate.cut(text, mostCharacters)}; ${gate.clear(remedy)}`;
  };
  const state = accepted ? { granted: true as const } : { granted: false as const, reason: reason() };
  return { ...memory, controls: { ...memory.controls, [probeOperationId]: state } };
}

/** Statuses by which a provider may answer a client that is locked out. */
const ofLockOut = [400, 401, 403, 423];

/** Why a control was not granted the first time that it was sent, and what to check; null where it was granted. */
export function whyFirstRefused(contract: Contract, control: Scenario, exchange: Exchange, gate: Gate): Cleared | null {
  const cause = whyNotGranted(contract, control, exchange, gate);
  if (cause === null) return null;
  const reason = gate.cut(cause, mostCharacters);
  if (exchange.trouble || !ofLockOut.includes(exchange.response?.status ?? 0)) return reason;
  return control.operation === tokenOperationId ? say`${reason}; ${gate.clear(checkCredentials)}` : reason;
}

/**
 * The memory after the answer to a control. After trouble of the network, the next scenario sends the control again.
 */
export function afterControl(
  memory: Memory,
  contract: Contract,
  control: Scenario,
  exchange: Exchange,
  gate: Gate,
): Memory {
  // A blip costs one scenario, not the run.
  if (exchange.trouble) return memory;
  const reason = whyFirstRefused(contract, control, exchange, gate);
  const state = reason === null ? { granted: true as const } : { granted: false as const, reason };
  return { ...memory, controls: { ...memory.controls, [control.operation]: state } };
}
