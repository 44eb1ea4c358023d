/** No secret in anything that the command writes or prints, whatever happens on the way. */

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Answer, type Call, type Intercept, startMock } from '../../mock/server.ts';
import {
  expectNoSecret,
  proxies,
  secretAccounts,
  secretEnvironment,
  talkative,
  textsIn,
  tokensOf,
  values,
  writingInto,
} from '../support/canaries.ts';
import { mintAuthority } from '../support/certificates.ts';
import { conformance, newFolder, playwright } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { echoing } from '../support/hostile.ts';
import { canaries, leaksIn } from '../support/spellings.ts';

/** A server that notes what is posted to it. */
async function listening() {
  const heard: string[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      heard.push(body);
      outgoing.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/hook-a8f3e1c97b`, heard, close: () => server.close() };
}

const received = ({ received: { headers, body } }: Call): string =>
  `${JSON.stringify(headers)} ${Buffer.from(body).toString()}`;

/** Echoes what it received: encoded in a grant, in a page where it crashes, and behind its JSON, which that breaks. */
function crashing(call: Call): Answer {
  const answer = call.answer();
  const echo = received(call);
  if (answer.status === 200)
    return { ...answer, headers: [...answer.headers, ['X-Echo', Buffer.from(echo).toString('base64')]] };
  return answer.status === 401
    ? { status: 500, headers: [['Content-Type', 'text/html']], body: `<pre>${echo}</pre>` }
    : { ...answer, body: `${answer.body}${echo}` };
}

/** Where a member is documented as a plain word, all that a finding could quote: the request, and the token it grants. */
function quoting(call: Call): Answer {
  const answer = call.answer();
  const echo = `${received(call)} ${tokensOf(answer).join(' ')}`;
  return { ...answer, body: String(answer.body).replace('"Bearer"', () => JSON.stringify(echo)) };
}

test('no secret is in what is written, printed, sent as a notice or made of a run: of a provider that echoes, one that quotes, and one that cannot be secured', async () => {
  const tokens: string[] = [];
  const spelling = echoing(values, 6, new Set());
  const intercept: Intercept = (call) => {
    const answer = call.provider === 'pyng' ? quoting(call) : crashing(call);
    tokens.push(...tokensOf(call.answer()));
    // All of it in many spellings as well, at many places.
    return call.provider === 'pyng' ? answer : spelling({ ...call, answer: () => answer });
  };
  const tls = mintAuthority('Stranger').issue({ commonName: 'x', usage: 'server', altNames: ['127.0.0.1'] });
  const [mock, stranger] = [await startMock({ accounts: secretAccounts(), intercept }), await startMock({ tls })];
  const chat = await listening();
  try {
    const file = secretEnvironment(mock.url);
    const secured = readFileSync(file, 'utf8').replace(`${mock.url}/pg/snap`, `${stranger.url}/pg/snap`);
    writeFileSync(file, secured);
    const out = newFolder('canary');
    const run = await playwright(
      conformance(...talkative, '--grep', 'control:|singapay-(?:basic-secret|grant-type-value)(?![\\w-])'),
      {
        TARGET_ENV: file,
        CONFORMANCE_WEBHOOK: chat.address,
        ...proxies,
        ...writingInto(out),
      },
    );
    expect(run.code, run.output.slice(0, 4000)).toBe(1);
    // Playwright itself counts the red tests, of three controls and two demands, and prints what they say.
    expect(run.output).toMatch(/^\s*5 failed\s*$/m);
    expect(run.output).toContain('expect(received).toConform()');
    const { targets } = run.results();
    const [unsecured, quoted, echoed] = ['finnet', 'pyng', 'singapay'].map((name) =>
      targets.find(({ provider }) => provider === name),
    );
    expect([unsecured?.verdict, unsecured?.reason]).toEqual(['not-judged', expect.stringMatching(/unknown authority/)]);
    expect(run.output).toMatch(/^ +network {2}control: .*unknown authority/m);
    expect([echoed?.verdict, (echoed?.requests ?? 0) > 2]).toEqual(['deviates', true]);
    const ids = quoted?.clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id) ?? [];
    expect(ids).not.toEqual([]);

    const results = join(run.folder, 'report/results.json');
    const variables = { TARGET_ENV: file };
    const commands = await Promise.all([
      ...ids.map((id) => runHere('report', [results, '--finding', id], variables)),
      runHere('report', [results, '--badge'], variables),
      runHere('explain', [String(ids[0])], variables),
      runHere('gate', [results], variables),
      runHere('sign', ['pyng'], variables),
    ]);
    for (const { output } of commands) expect(output.length).toBeGreaterThan(20);
    expect(commands[0]?.output).toContain('‹');
    expect(chat.heard).toEqual([expect.stringContaining(String(ids[0]))]);
    const written = [...textsIn(out), ...textsIn(run.folder)];
    expect(written.length).toBeGreaterThan(10);
    const texts = [run.output, ...chat.heard, ...commands.map(({ output }) => output), ...written];
    expect(tokens.length).toBeGreaterThan(2);
    // The key that signs is in no request here: chaos.spec.ts sends signed requests, and looks for it.
    expectNoSecret(texts.join('\n'), [...tokens, 'hook-a8f3e1c97b']);
    expect([...new Set(texts)].flatMap((text) => leaksIn(text, canaries))).toEqual([]);
  } finally {
    chat.close();
    await Promise.all([mock.close(), stranger.close()]);
  }
});
