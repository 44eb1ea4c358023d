/** A control that was not granted: why, and what is judged of its answer. */
import { isSuccess } from '../contract/status.ts';
import type { Contract } from '../contract/types.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Cleared, oneLine, say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { redirectText } from '../wire/redirect.ts';
import { describedStatus, statusResult } from './described.ts';
import { evidenceOf, whyInconclusive, withoutVerdict } from './judge.ts';
import type { Judged } from './observation.ts';

/** Most characters that are shown of the body of a refused control. */
const mostBody = 200;

/** Why the control was not granted, in one line; null when it was, whatever else its answer holds. */
export function whyNotGranted(contract: Contract, scenario: Scenario, exchange: Exchange, gate: Gate): Cleared | null {
  const evidence = evidenceOf(contract, scenario, exchange, gate);
  const cause = whyInconclusive(contract, exchange, evidence);
  if (cause !== null || !evidence) return gate.clear(cause ?? 'no answer came');
  const { response } = evidence;
  const described = describedStatus(evidence);
  if (isSuccess(response.status) && described === null) return null;
  const redirect = redirectText(response, exchange.baseUrl, exchange.request.target.value);
  if (redirect !== null) return gate.clear(redirect);
  const as = gate.clear(described === null ? '' : `, with a body that is documented for ${described}`);
  const body = gate.cut(oneLine(gate.body(response)), mostBody);
  return say`the provider answered ${response.status}${as}: ${body}`;
}

/** Judges a control that was not granted: only the status, where a refusal came with a status of success. */
export function judgeRefusedControl(
  contract: Contract,
  scenario: Scenario,
  exchange: Exchange,
  cause: string,
  gate: Gate,
): Judged[] {
  const evidence = evidenceOf(contract, scenario, exchange, gate);
  const described = evidence && describedStatus(evidence);
  const result = evidence && described !== null ? statusResult(evidence, described) : null;
  return withoutVerdict(contract, scenario, cause).map((one) =>
    one.clause === result?.clause ? { ...one, ...result } : one,
  );
}
