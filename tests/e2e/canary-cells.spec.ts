/** Runs in which each answer holds eight secrets in some spellings at some places: what is kept of them, and every page made of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../mock/server.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import { writeReport } from '../../reporters/write.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { proxies, secretAccounts, secretEnvironment, textsIn, values } from '../support/canaries.ts';
import { mintAuthority } from '../support/certificates.ts';
import { environmentAt, newFolder } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { cells, echoing } from '../support/hostile.ts';
import { resultsOf } from '../support/recorded.ts';
import { canaries, leaksIn, spellings } from '../support/spellings.ts';
import { runAgainst } from '../support/standing-clock.ts';

const providers = ['singapay', 'finnet', 'pyng'];

test('no secret is left of any spelling at any place, in what a session hands over and in what the commands make of it', async () => {
  const used = new Set<string>();
  let moment = 0;
  const intercept = echoing(values, 6, used, () => moment);
  const accounts = secretAccounts();
  const mock = await startMock({ accounts, intercept: echoing(values, 6, new Set()) });
  try {
    const file = secretEnvironment(mock.url);
    const environment = loadEnvironment(file, contracts);
    const runs = [];
    for (const provider of providers) {
      const target = resolveTarget(environment, contractNamed(provider), proxies);
      const answer = (call: Parameters<typeof intercept>[0], now: number) => {
        moment = now;
        return intercept(call);
      };
      runs.push(await runAgainst(target, answer, { accounts }));
    }
    const targets = runs.map(({ result }) => result);
    // A run in which the control is refused would show nothing: each target has to have judged most of its clauses.
    expect(targets.map(({ counts }) => counts.pass > 30)).toEqual([true, true, true]);
    expect(JSON.stringify(targets).match(/‹(?:part of )?secret /g)?.length).toBeGreaterThan(1000);
    const report = newFolder('cells');
    writeReport(report, resultsOf(targets));
    const commands = [
      await runHere('doctor', [], { TARGET_ENV: file, ...proxies }),
      await runHere('gate', [report]),
      await runHere('rejudge', [join(report, 'results.json')], { ...proxies }),
    ];
    const outcomes = runs.map((run) => JSON.stringify(run.outcomes));
    const texts = [...outcomes, ...commands.map(({ output }) => output), ...textsIn(report)];
    const left = [...new Set(texts)].flatMap((text) => leaksIn(text, canaries));
    expect([...new Set(left)]).toEqual([]);
    // A name of a header takes few signs, and only a refusal can be a page or a redirect.
    const missing = cells.map(({ spelling, place }) => `${spelling} in ${place}`).filter((cell) => !used.has(cell));
    expect(missing.filter((cell) => !/in (?:a name of a header|text of a body|a redirect)$/.test(cell))).toEqual([]);
  } finally {
    await mock.close();
  }
});

test('no secret is left in the names of authorities and of servers', async () => {
  const secret = 'CertificateCanary8Tn3Wq';
  const spelt = (spelling: string): string => spellings[spelling]?.(secret) ?? '';
  const folder = newFolder('authorities');
  const pairs = [
    ['singapay', 'as it is', 'capitals'],
    ['finnet', 'capitals', 'Base64, one byte before'],
    ['pyng', 'backwards', 'as it is'],
  ] as const;
  const mocks: Mock[] = [];
  try {
    const file = environmentAt('http://127.0.0.1:1');
    let text = readFileSync(file, 'utf8').replace(/clientSecret: \S+/, `clientSecret: ${secret}`);
    for (const [provider, ofAuthority, ofServer] of pairs) {
      const authority = mintAuthority(spelt(ofAuthority));
      const ca = join(folder, `${provider}.pem`);
      writeFileSync(ca, authority.cert);
      const server = { commonName: `${spelt(ofServer)} server`, usage: 'server', altNames: ['127.0.0.1'] } as const;
      const mock = await startMock({ tls: authority.issue(server) });
      mocks.push(mock);
      const line = new RegExp(`(  ${provider}:\n    baseUrl: )http://127.0.0.1:1(.*\n)`);
      text = text.replace(line, (_, before, path) => `${before}${mock.url}${path}    tls: { ca: ${ca} }\n`);
    }
    writeFileSync(file, text);
    const { output } = await runHere('doctor', [], { TARGET_ENV: file });
    expect(output.match(/issued by \S*‹(?:part of )?secret/g)).toHaveLength(pairs.length);
    expect(leaksIn(output, { secret })).toEqual([]);
  } finally {
    await Promise.all(mocks.map((mock) => mock.close()));
  }
});
