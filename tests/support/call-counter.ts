/** The work that code does, as the calls of functions that it takes: the same on every machine, whatever else that does. */
import { Session } from 'node:inspector/promises';

/** Counts calls from when it is made. */
export interface CallCounter {
  /** The calls of functions that `act` takes, whether it ends well or not. */
  callsOf(act: () => Promise<unknown>): Promise<number>;
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
    async callsOf(act) {
      await taken();
      await act().catch(() => {});
      return taken();
    },
    end: () => session.disconnect(),
  };
}
