/** Measures how far the time of a signed request may be off the provider's clock, for the scenario that examines it. */
import type { Contract } from '../contract/types.ts';
import type { Fact } from '../formats/results.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import { outOfWindow } from '../scenario/build.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { closeReach, wideBack } from './instants.ts';
import { type MemoryStore, NothingSent } from './memory.ts';
import type { Sender } from './sender.ts';
import { boundsOfReach, mostPoints, narrowed, nextPoint, unmeasured, windowFact } from './window.ts';

/** What the measurement needs from the session. */
export interface Measurement {
  contract: Contract;
  /** The good request for a token. */
  good: Scenario;
  sender: Pick<Sender, 'sendOff' | 'lastOff'>;
  store: MemoryStore;
  gate: Gate;
  scenario: Scenario;
}

/**
 * Sends the good request at a few more times; returns what was accepted and refused, or null where the first answer
 * proves nothing, or is about no time.
 */
export async function measureWindow(
  { contract, good, sender, store, gate, scenario }: Measurement,
  own: Exchange,
): Promise<Omit<Fact, 'exchange'> | null> {
  // The header with the time, and the seconds by which the scenario was off.
  const off = outOfWindow(scenario, contract);
  if (off === null) return null;
  const isOld = off.seconds < 0;
  const isGranted = (one: Scenario, exchange: Exchange): boolean =>
    whyNotGranted(contract, one, exchange, gate) === null;
  const asked = (): number => Math.round(Math.abs(sender.lastOff()));
  const { reach } = store.read();
  const wide = wideBack[contract.profile ?? 'default'];
  if (own.trouble) return null;
  let bounds = narrowed(isOld ? boundsOfReach(reach, wide) : unmeasured, asked(), isGranted(scenario, own));
  for (let sent = 0; sent < mostPoints; sent += 1) {
    const point = nextPoint(bounds);
    if (point === null) break;
    const exchange = await sender.sendOff(isOld ? -point : point).catch((error: unknown) => {
      if (error instanceof NothingSent) return null;
      throw error;
    });
    // The measurements so far are valid without it.
    if (!exchange || exchange.trouble) break;
    bounds = narrowed(bounds, asked(), isGranted(good, exchange));
  }
  if (isOld && reach === null) {
    if (bounds.accepted >= wide) store.write({ ...store.read(), reach: wide });
    else if ((bounds.refused ?? Number.POSITIVE_INFINITY) <= wide + 10)
      store.write({ ...store.read(), reach: closeReach.back });
  }
  if (!isOld && bounds.accepted > 0) store.write({ ...store.read(), ahead: bounds.accepted });
  return windowFact(off.header, bounds, isOld ? 'old' : 'ahead');
}
