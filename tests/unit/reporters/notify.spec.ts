/** A notice is sent when a run shows something new, and says nothing of the address it went to. */
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { startMock } from '../../../mock/server.ts';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { Extras } from '../../../reporters/extras.ts';
import { newsOf, noticeBody, notify } from '../../../reporters/notify.ts';
import type { Results } from '../../../src/formats/results.ts';
import { compare } from '../../../src/results/compare.ts';
import { appendHistory, type HistoryLine } from '../../../src/results/history.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf } from '../../../src/target/meta.ts';
import { secretsOf } from '../../../src/target/secrets.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { environmentFile } from '../../support/command.ts';
import { connectProxy } from '../../support/network.ts';
import { clause, failing, results, target } from '../../support/results.ts';

const seed = { id: 'acme-type', statement: 'tokenType is "Bearer"' };
const received = 'a text of the answer';
const runs = {
  F: target({ target: 'acme@dev', verdict: 'deviates', clauses: [failing(seed, '"Bearer"', received)] }),
  P: target({ target: 'acme@dev', verdict: 'conforms', clauses: [clause(seed)] }),
  N: target({ target: 'acme@dev', verdict: 'not-judged', clauses: [clause({ ...seed, verdict: 'inconclusive' })] }),
};

/** The last of some nights, with what is known of the others. */
function night(pattern: string): { run: Results; extras: Extras } {
  let history: HistoryLine[] = [];
  const all = [...pattern].map((letter, index) => {
    const startedAt = `2026-11-${String(index + 1).padStart(2, '0')}T02:00:00.000Z`;
    const run = results([letter === 'F' ? runs.F : letter === 'P' ? runs.P : runs.N], { startedAt });
    history = appendHistory(history, run);
    return run;
  });
  const [previous, run] = [all.at(-2), all.at(-1) ?? results([])];
  return { run, extras: { history, ...(previous ? { changes: compare(previous, run, history) } : {}) } };
}

const said = (pattern: string): string[] => {
  const { run, extras } = night(pattern);
  return newsOf(run, extras);
};

test('news are a new finding, a fixed one, and the third run in a row that could not be judged', () => {
  const fails = ['acme@dev: fails acme-type, tokenType is "Bearer"'];
  expect(said('F')).toEqual(fails);
  expect(said('PF')).toEqual(fails);
  expect(said('FF')).toEqual([]);
  expect(said('FP')).toEqual(['acme@dev: fixed acme-type, tokenType is "Bearer"']);
  expect(said('P')).toEqual([]);
  expect(said('PNN')).toEqual([]);
  expect(said('PNNN')).toEqual(['acme@dev: not judged in the last 3 runs']);
  expect(said('PNNNN')).toEqual([]);
  expect(said('NNN')).toEqual(['acme@dev: not judged in the last 3 runs']);
});

/** What `act` prints as errors while the variables have the values that it gives them. */
async function saying(act: (give: (name: string, value: string) => void) => Promise<void>): Promise<string[]> {
  const before = new Map<string, string | undefined>();
  const write = process.stderr.write;
  const errors: string[] = [];
  process.stderr.write = ((text: string) => errors.push(text) > 0) as typeof process.stderr.write;
  try {
    await act((name, value) => {
      if (!before.has(name)) before.set(name, process.env[name]);
      process.env[name] = value;
    });
  } finally {
    process.stderr.write = write;
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
  return errors;
}

/** A receiver of notices on this machine, and what arrived at each path. */
async function receiving() {
  const got: { path: string; body: string }[] = [];
  const answer = { status: 200 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      got.push({ path: request.url ?? '', body });
      response.writeHead(answer.status).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { got, answer, url: `http://127.0.0.1:${port}`, close };
}

test('an environment names who gets the news of its targets, by a variable alone', async () => {
  const { got, url, close } = await receiving();
  const { run, extras } = night('F');
  const [deviating] = run.targets;
  if (!deviating) throw new Error('no target');
  const other = { ...deviating, target: 'acme@prod', environment: 'prod' };
  const both = { ...run, targets: [deviating, other] };
  const metas = [
    { target: 'acme@dev', notify: 'DEV_HOOK' },
    { target: 'acme@prod', notify: 'PROD_HOOK' },
  ];
  const said = await saying(async (give) => {
    give('DEV_HOOK', `${url}/dev`);
    give('CONFORMANCE_WEBHOOK', `${url}/all`);
    await notify(both, extras, metas);
    await notify(both, extras, metas.slice(0, 1));
    const quiet = night('FF');
    await notify(quiet.run, quiet.extras, [{ target: 'acme@dev', notify: 'PROD_HOOK' }]);
  }).finally(close);
  expect(said).toEqual(['No notice was sent: PROD_HOOK, which the environment names under notify, is not set.\n']);
  const texts = got.map(({ path, body }) => [path, JSON.parse(body).text.match(/acme@\w+: fails/g)]);
  expect(texts).toEqual([
    ['/dev', ['acme@dev: fails']],
    ['/dev', ['acme@dev: fails']],
    ['/all', ['acme@prod: fails']],
  ]);

  const file = (line: string): string => environmentFile((text) => `${line}\n${text}`);
  const environment = loadEnvironment(file('notify: $DEV_HOOK'), contracts);
  expect(metaOf(contractNamed('pyng'), environment).notify).toBe('DEV_HOOK');
  expect(secretsOf(environment, contracts, { DEV_HOOK: `${url}/dev` })).toContain(`${url}/dev`);
  expect(() => loadEnvironment(file(`notify: ${url}/dev`), contracts)).toThrow(/\.yaml:1: notify is no \$NAME/);
});

test('the receiver gets one message with news and none without, and its failure names no address', async () => {
  const { got: bodies, answer, url, close } = await receiving();
  const said = await saying(async (give) => {
    give('CONFORMANCE_WEBHOOK', `${url}/hooks/secret-part`);
    const quiet = night('FF');
    await notify(quiet.run, quiet.extras, []);
    expect(bodies).toEqual([]);
    const loud = night('PF');
    await notify(loud.run, loud.extras, []);
    expect(bodies).toHaveLength(1);
    expect(JSON.parse(bodies[0]?.body ?? '')).toEqual({ text: expect.stringContaining('acme@dev: fails acme-type') });
    expect(bodies[0]?.body).not.toContain(received);
    answer.status = 500;
    await notify(loud.run, loud.extras, []);
    await close();
    await notify(loud.run, loud.extras, []);
    give('CONFORMANCE_WEBHOOK', 'file:///secret-part');
    await notify(loud.run, loud.extras, []);
  }).finally(close);
  expect(said).toEqual([
    'No notice was sent: the receiver in CONFORMANCE_WEBHOOK did not take it: it answered 500.\n',
    'No notice was sent: the receiver in CONFORMANCE_WEBHOOK did not take it: it could not be reached, or gave no answer within 10 s.\n',
    'No notice was sent: CONFORMANCE_WEBHOOK is no http or https address.\n',
  ]);
});

test('a notice goes through the proxy, and to nobody whose certificate cannot be verified, whatever the shell says', async () => {
  const stranger = mintAuthority('Stranger').issue({
    commonName: 'hooks.test',
    usage: 'server',
    altNames: ['hooks.test'],
  });
  let asked = 0;
  const receiver = await startMock({
    tls: stranger,
    intercept: (call) => {
      asked += 1;
      return call.answer();
    },
  });
  const proxy = await connectProxy(null);
  const { port } = new URL(receiver.url);
  const { run, extras } = night('PF');
  const said = await saying(async (give) => {
    give('CONFORMANCE_WEBHOOK', `https://hooks.test:${port}/secret-part`);
    give('HTTPS_PROXY', `http://${proxy.address}`);
    give('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await notify(run, extras, []);
    give('HTTPS_PROXY', 'socks5://user:secret-part@127.0.0.1');
    await notify(run, extras, []);
  }).finally(async () => {
    proxy.close();
    await receiver.close();
  });
  expect(proxy.asked).toEqual([`hooks.test:${port}`]);
  expect(asked).toBe(0);
  // Node.js itself warns of the variable.
  expect(said.filter((line) => !/Warning:/.test(line))).toEqual([
    expect.stringContaining('it could not be reached'),
    expect.stringContaining('only proxies of http:// and https:// are supported'),
  ]);
  expect(said.join('')).not.toMatch(/secret-part|hooks\.test/);
});

test('Microsoft Teams gets a card, others a text', () => {
  expect(noticeBody('a\nb', 'hooks.slack.com')).toEqual({ text: 'a\nb' });
  expect(noticeBody('a\nb', 'evil-office.com')).toEqual({ text: 'a\nb' });
  expect(noticeBody('a\nb', 'acme.webhook.office.com')).toMatchObject({
    type: 'message',
    attachments: [{ content: { type: 'AdaptiveCard', body: [{ text: 'a' }, { text: 'b' }] } }],
  });
});
