/** Which of the careless providers that no family was made for the whole deep profile catches. */
import { startMock } from '../mock/server.ts';
import { isTimed } from '../src/run/life.ts';
import { laterServers } from './deep-later.ts';
import { runProvider } from './run-provider.ts';

/** The least that it is to catch: a measure, which may only grow. */
export const leastLater = 32;

/** How many there are, and what those that nothing fails for are careless about. */
export async function missedLater(): Promise<{ all: number; missed: string[] }> {
  const missed: string[] = [];
  for (const { title, provider, intercept } of laterServers) {
    let now = Date.now();
    // Tokens live as long as those that some of these servers make.
    const mock = await startMock({ clock: () => now, lifeSeconds: 3 });
    mock.intercept = intercept();
    const { clauses } = await runProvider(mock, provider, {
      profile: 'deep',
      clock: () => new Date(now),
      sleep: async (ms) => {
        now += ms;
      },
      select: (scenario) => !isTimed(scenario) && scenario.change?.way !== 'later',
    });
    await mock.close();
    if (!clauses.some(({ verdict, effect }) => verdict === 'fail' && effect !== 'none'))
      missed.push(`${provider} ${title}`);
  }
  return { all: laterServers.length, missed };
}
