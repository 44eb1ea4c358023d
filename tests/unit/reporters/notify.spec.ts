/** A notice is sent when a run shows something new, and says nothing of the address it went to. */
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import type { Extras } from '../../../reporters/extras.ts';
import { newsOf, noticeBody, notify } from '../../../reporters/notify.ts';
import type { Results } from '../../../src/formats/results.ts';
import { compare } from '../../../src/results/compare.ts';
import { appendHistory, type HistoryLine } from '../../../src/results/history.ts';
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

test('the receiver gets one message with news and none without, and its failure names no address', async () => {
  const bodies: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const before = process.env['CONFORMANCE_WEBHOOK'];
  const errors: string[] = [];
  const write = process.stderr.write;
  process.env['CONFORMANCE_WEBHOOK'] = `http://127.0.0.1:${port}/hooks/secret-part`;
  try {
    const quiet = night('FF');
    await notify(quiet.run, quiet.extras);
    expect(bodies).toEqual([]);
    const loud = night('PF');
    await notify(loud.run, loud.extras);
    expect(bodies).toHaveLength(1);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ text: expect.stringContaining('acme@dev: fails acme-type') });
    expect(bodies[0]).not.toContain(received);
    status = 500;
    process.stderr.write = ((text: string) => errors.push(text) > 0) as typeof process.stderr.write;
    await notify(loud.run, loud.extras);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await notify(loud.run, loud.extras);
    process.env['CONFORMANCE_WEBHOOK'] = 'file:///secret-part';
    await notify(loud.run, loud.extras);
  } finally {
    process.stderr.write = write;
    if (before === undefined) delete process.env['CONFORMANCE_WEBHOOK'];
    else process.env['CONFORMANCE_WEBHOOK'] = before;
    server.close();
  }
  expect(errors).toEqual([
    'The receiver in CONFORMANCE_WEBHOOK did not take the notice: it answered 500.\n',
    'The receiver in CONFORMANCE_WEBHOOK did not take the notice: it could not be reached.\n',
    'CONFORMANCE_WEBHOOK is no http or https address; no notice was sent.\n',
  ]);
});

test('Microsoft Teams gets a card, others a text', () => {
  expect(noticeBody('a\nb', 'hooks.slack.com')).toEqual({ text: 'a\nb' });
  expect(noticeBody('a\nb', 'evil-office.com')).toEqual({ text: 'a\nb' });
  expect(noticeBody('a\nb', 'acme.webhook.office.com')).toMatchObject({
    type: 'message',
    attachments: [{ content: { type: 'AdaptiveCard', body: [{ text: 'a' }, { text: 'b' }] } }],
  });
});
