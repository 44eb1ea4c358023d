/** What the requests of a session are built with beside their scenario. */
import { type BuildContext, outOfWindow } from '../scenario/build.ts';
import type { Cookies } from '../scenario/cookies.ts';
import type { Scenario } from '../scenario/plan.ts';
import { basePathOf } from '../target/address.ts';
import { buildingOf, type Target } from '../target/target.ts';
import type { MemoryStore } from './memory.ts';
import type { Neighbours } from './neighbours.ts';

/** What a session knows of the requests before. */
interface Known {
  target: Target;
  /** Address of the target. */
  baseUrl: string;
  store: MemoryStore;
  /** Those that the provider has set so far. */
  cookies: Cookies;
  neighbours: Neighbours | null;
}

/** Gives what a request is built with that is sent at an instant, with a token where it sends one. */
export function contextOf({ target, baseUrl, store, cookies, neighbours }: Known) {
  const building = { ...buildingOf(target), basePath: basePathOf(baseUrl) };
  return (scenario: Scenario, at: Date, token = ''): BuildContext => {
    const { clockAhead, sentUnique } = store.read();
    // A time that must be outside the provider's window is outside by the provider's clock.
    const ahead = outOfWindow(scenario, target.contract) ? clockAhead * 1000 : 0;
    const now = new Date(at.getTime() + ahead);
    const foreignToken = scenario.change?.way === 'foreign-token' ? (neighbours?.token(now) ?? null) : null;
    return {
      ...building,
      now,
      token,
      foreignToken,
      sentUnique: sentUnique[scenario.operation] ?? {},
      cookies: cookies.line(),
    };
  };
}
