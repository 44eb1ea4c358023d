/** Whether the good request of each operation is granted: all that is broken in it means something only then. */
import { type Contract, tokenOperation } from '../contract/types.ts';
import { whyNotGranted } from '../judge/judge.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Cleared, say } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Memory } from './memory.ts';
import { mostCharacters } from './outcome.ts';

/** Why what rests on the control of an operation cannot be judged. */
export function whyNothingRests(operation: string, cause: Cleared, gate: Gate): Cleared {
  const of = gate.clear(operation === tokenOperation ? '' : ` of ${operation}`);
  return say`the control${of} is not granted: ${cause}`;
}

/** What came of the control of an operation; null while none was answered. Operations may be named like a member of Object. */
export function answered({ controls }: Memory, operation: string): Memory['controls'][string] | null {
  return Object.hasOwn(controls, operation) ? (controls[operation] ?? null) : null;
}

/** Why nothing that rests on an operation's control can be judged; null while it is granted, or was not sent. */
export function whyRefused(memory: Memory, operation: string, gate: Gate): Cleared | null {
  const state = answered(memory, operation);
  return state?.granted === false ? whyNothingRests(operation, state.reason, gate) : null;
}

/** The memory after the answer to a control. One that met trouble of the network is sent again for the next scenario. */
export function afterControl(
  memory: Memory,
  contract: Contract,
  control: Scenario,
  exchange: Exchange,
  gate: Gate,
): Memory {
  // A blip costs one scenario, not the run.
  if (exchange.trouble) return memory;
  const reason = whyNotGranted(contract, control, exchange, gate);
  const state =
    reason === null
      ? { granted: true as const }
      : { granted: false as const, reason: gate.cut(reason, mostCharacters) };
  return { ...memory, controls: { ...memory.controls, [control.operation]: state } };
}
