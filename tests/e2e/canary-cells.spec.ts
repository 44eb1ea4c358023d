/** One run in which each answer holds eight secrets in some spellings at some places, with everything that can write switched on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readAccounts } from '../../mock/accounts.ts';
import { startMock } from '../../mock/server.ts';
import { talkative, textsIn, writingInto } from '../support/canaries.ts';
import { mintAuthority } from '../support/certificates.ts';
import { conformance, environmentAt, newFolder, playwright } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { cells, echoing } from '../support/hostile.ts';
import { canaries, leaksIn, spellings } from '../support/spellings.ts';

const values = Object.values(canaries);
const [password = '', clientSecret = '', passphrase = '', first = '', second = '', third = '', proxy = '', other = ''] =
  values;

/** The environment of the mock with a canary in every place for a secret. */
function secretive(text: string): string {
  const quoted = JSON.stringify;
  return [
    [/clientSecret: \S+/, `clientSecret: ${quoted(clientSecret)}`],
    [/password: \S+/, `password: ${quoted(password)}`],
    [/ {6}privateKey:/, `      passphrase: ${quoted(passphrase)}\n      privateKey:`],
    [/ {2}singapay:\n/, `  singapay:\n    tls: { passphrase: ${quoted(first)} }\n`],
    [/ {2}finnet:\n/, `  finnet:\n    tls: { passphrase: ${quoted(second)} }\n`],
    [/ {2}pyng:\n/, `  pyng:\n    tls: { passphrase: ${quoted(third)} }\n`],
  ].reduce((changed, [pattern, line]) => changed.replace(pattern as RegExp, () => String(line)), text);
}

const proxies = {
  HTTPS_PROXY: `http://user:${encodeURIComponent(proxy)}@proxy.example:8080`,
  ALL_PROXY: `http://user:${encodeURIComponent(other)}@proxy.example:8080`,
};

test('no secret is left of any spelling at any place, in whatever is written or printed', async () => {
  test.setTimeout(600_000);
  const accounts = readAccounts();
  accounts.singapay.clientSecret = clientSecret;
  accounts.pyng.password = password;
  const used = new Set<string>();
  const mock = await startMock({ lifeSeconds: 3, accounts, intercept: echoing(values, 6, used) });
  try {
    const file = environmentAt(mock.url);
    writeFileSync(file, secretive(readFileSync(file, 'utf8')));
    const out = newFolder('cells');
    const variables = { TARGET_ENV: file, ...proxies, ...writingInto(out) };
    const run = await playwright(conformance(...talkative), variables);
    const report = join(run.folder, 'report');
    expect(run.code, run.output.slice(0, 4000)).toBe(1);
    const scripts = [
      await runHere('doctor', [], { TARGET_ENV: file, ...proxies }),
      await runHere('gate', [report]),
      await runHere('rejudge', [join(report, 'results.json')], { ...proxies }),
    ];
    const texts = [run.output, ...scripts.map(({ output }) => output), ...textsIn(out), ...textsIn(run.folder)];
    const left = [...new Set(texts)].flatMap((text) => leaksIn(text, canaries));
    expect([...new Set(left)]).toEqual([]);
    const { targets } = run.results();
    // A run in which the control is refused would show nothing: each target has to have judged most of its clauses.
    expect(targets.map(({ counts }) => counts.pass > 30)).toEqual([true, true, true]);
    expect(JSON.stringify(targets).match(/‹(?:part of )?secret /g)?.length).toBeGreaterThan(1000);
    // A name of a header takes few signs, and only a refusal can be a page or a redirect.
    const missing = cells.map(({ spelling, place }) => `${spelling} in ${place}`).filter((cell) => !used.has(cell));
    expect(missing.filter((cell) => !/in (?:a name of a header|text of a body|a redirect)$/.test(cell))).toEqual([]);
  } finally {
    await mock.close();
  }
});

test('no secret is left in the name of an authority or of a server', async () => {
  const secret = 'CertificateCanary8Tn3Wq';
  for (const spell of ['as it is', 'capitals', 'Base64, one byte before', 'backwards']) {
    const name = spellings[spell]?.(secret) ?? '';
    const authority = mintAuthority(name);
    const ca = join(newFolder('authority'), 'ca.pem');
    writeFileSync(ca, authority.cert);
    const tls = authority.issue({ commonName: `${name} server`, usage: 'server', altNames: ['127.0.0.1'] });
    const mock = await startMock({ tls });
    try {
      const file = environmentAt(mock.url, `tls: { ca: ${ca} }`);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/clientSecret: \S+/, `clientSecret: ${secret}`));
      const { output } = await runHere('doctor', [], { TARGET_ENV: file });
      expect(output).toMatch(/issued by \S*‹secret/);
      expect(leaksIn(output, { secret })).toEqual([]);
    } finally {
      await mock.close();
    }
  }
});
