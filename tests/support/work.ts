/**
 * The work that code does. The calls of functions that it takes are the same on every machine, whatever else that does; what
 * is no call, as a pattern that backtracks, shows in processor time alone.
 */
import { Session } from 'node:inspector/promises';

/** What code did: the calls of functions, and the milliseconds of processor time that it took. */
export interface Work {
  calls: number;
  ms: number;
}

/** Counts calls from when it is made. */
export interface CallCounter {
  /** The work that `act` does, whether it ends well or not. */
  workOf(act: () => Promise<unknown>): Promise<Work>;
  end(): void;
}

/** Begins to count; one counter serves many tests, since to begin takes longer than most of what is counted. */
export async function callCounter(): Promise<CallCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  // Taking the counts sets them back to zero.
  const taken = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let calls = 0;
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) calls += count;
    return calls;
  };
  return {
    async workOf(act) {
      await taken();
      const begun = process.cpuUsage();
      await act().catch(() => {});
      const { user, system } = process.cpuUsage(begun);
      return { calls: await taken(), ms: (user + system) / 1000 };
    },
    end: () => session.disconnect(),
  };
}
