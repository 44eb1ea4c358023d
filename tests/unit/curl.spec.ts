/** The curl command of every scenario, with the variables set, gets the answer that the suite got. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { baseUrls, startMock } from '../../mock/server.ts';
import { isTimed } from '../../src/run/life.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { contractNamed, contracts } from './support/run.ts';

const run = promisify(execFile);

for (const provider of ['singapay', 'finnet', 'pyng']) {
  test(`${provider}: every curl command gets the same status`, async () => {
    test.setTimeout(180_000);
    const mock = await startMock();
    let token = '';
    mock.intercept = (call) => {
      const answer = call.answer();
      token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1] ?? token;
      return answer;
    };
    const target = resolveTarget(loadEnvironment('mock', contracts), contractNamed(provider), {});
    const session = openSession(target, `${mock.url}${baseUrls[provider]}`, memoryStore());
    const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
    const env = { ...Object.fromEntries(variables), PATH: process.env['PATH'] ?? '' };
    const differing: string[] = [];
    for (const scenario of plan(contractNamed(provider))) {
      // What waits for a moment in a token's life is nothing a command alone can show again.
      if (isTimed(scenario)) continue;
      const { exchange } = await session.run(scenario);
      if (!exchange?.response) throw new Error(`${scenario.id} was not sent`);
      const { stdout } = await run('bash', ['-c', exchange.curl], {
        env: { ...env, TOKEN: token },
        maxBuffer: 10_000_000,
      });
      const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(stdout)?.[1]);
      if (status !== exchange.response.status) {
        differing.push(
          `${scenario.id}: the suite got ${exchange.response.status}, curl got ${status}\n${exchange.curl}`,
        );
      }
    }
    await session.close();
    await mock.close();
    expect(differing).toEqual([]);
  });
}
