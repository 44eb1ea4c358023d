import { expect, test } from '@playwright/test';
import { validate } from 'ctrf';
import { convert } from 'xmlbuilder2';
import { toCtrf } from '../../../reporters/ctrf.ts';
import { toHar } from '../../../reporters/har.ts';
import { renderHtml } from '../../../reporters/html/page.ts';
import { toJunit } from '../../../reporters/junit.ts';
import { escapeCode, escapeText, renderSummary } from '../../../reporters/markdown.ts';
import { compare } from '../../../src/results/compare.ts';
import { exchangeText } from '../../../src/results/exchange-text.ts';
import { clause, failing, HOSTILE_MARKDOWN, largeResults, results, target } from '../../support/results.ts';
import { previousResults, sampleResults } from '../../support/sample.ts';

/** A character that no XML document may hold. */
const BELL = String.fromCodePoint(7);

const summary = () => renderSummary(sampleResults(), { changes: compare(previousResults(), sampleResults()) });

test('the summary shows the ledger, the findings, the network, what changed and the problems', () => {
  const text = summary();
  expect(text).toContain('## 5 targets: 2 conform and 3 deviate');
  expect(text).toContain('| `finnet@dev` | ❌ Deviates | 11 | **2** | 2 | 1 | **1** | 1 | 17 |');
  expect(text).toContain('documented: `"Bearer", 1–6 characters`<br>received: `"BearerToken", 11 characters`');
  expect(text).toMatch(
    /\*\*Failed\*\* `[\w-]+` at `finnet@dev`, `finnet@staging`: A request whose X-SIGNATURE does not verify is refused\./,
  );
  expect(text).toContain(
    'connection reset by the server after the request was sent: 2 scenarios at `finnet@dev`, `finnet@staging`',
  );
  expect(text).toContain('`finnet@dev` newly failing: `finnet-token-type`');
  expect(text).toContain('The waiver of pyng-promise-2 for pyng matches nothing that failed');
});

test('the summary fits one screen however many findings there are', () => {
  expect(summary().split('\n').length).toBeLessThanOrEqual(60);
  const lines = renderSummary(largeResults(20, 150)).split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines.join('\n')).toMatch(/…and \d+ more findings in report\.html/);
});

test('hostile values leave neither their cell, nor their code span, nor their line', () => {
  const text = summary();
  expect(text).not.toMatch(/<(?!br>|\/?code>|https?:)/);
  expect(text).not.toContain('![x]');
  expect(text).not.toMatch(/^# owned/m);
  expect(text).not.toContain('@everyone');
  expect(text).not.toContain('javascript:');
  for (const line of text.split('\n').filter((each) => each.startsWith('|'))) expect(line.split('|')).toHaveLength(11);
  expect(escapeCode('a`b|c')).toBe('<code>a&#96;b&#124;c</code>');
  expect(escapeText('see https://evil.example or www.evil.example')).toBe(
    'see https&#58;//evil.example or www&#46;evil.example',
  );
  expect(escapeText('1. - one')).toBe('1&#46; - one');
  expect(escapeText(HOSTILE_MARKDOWN)).not.toMatch(/[`|<!@[\]\n]|(?<!&)#/);
});

test('what the contract excuses from being reached is not shown as not judged, a gap is', () => {
  const left = (effect: 'none' | 'fails', ...levels: ('must' | 'should')[]) =>
    target({
      target: 'p@x',
      clauses: ['must' as const, ...levels].map((level) => {
        const id = `p-${level}`;
        return clause({ id, level, statement: 'a', verdict: 'not-exercised', effect, reason: 'no answer showed it' });
      }),
    });
  expect(renderSummary(results([left('none')]))).not.toContain('Not judged**');
  expect(renderSummary(results([left('fails')]))).toContain('1 clause: no answer showed it');
  // What is folded, alone: a failure must not print the page.
  const folded = (one: ReturnType<typeof left>) =>
    [...renderHtml(results([one])).matchAll(/>([^<>$]+)<\/summary>/g)].map(([, words = '']) => words);
  expect(folded(left('none'))).toEqual(['1 clause not exercised, for a reason']);
  // As many as are counted beside it, whatever their level.
  expect(folded(left('none', 'should'))).toEqual(['2 clauses not exercised, for a reason']);
  expect(folded(left('fails'))).toEqual(['1 clause could not be judged']);
});

test('a finding in the summary has the clause to look up, the requests and the impact; what came and went is no silence', () => {
  const deviating = target({
    target: 'acme@dev',
    clauses: [
      failing({ id: 'acme-life', statement: 'a string', impact: 'A typed client refuses it.' }, 'a string', '900'),
    ],
  });
  const text = renderSummary(results([deviating]));
  expect(text).toMatch(/\*\*Failed\*\* `acme-life` at `/);
  expect(text).toMatch(/received: .*<br>shown by: `control`<br>impact: A typed client refuses it\./);
  const other = { ...deviating, target: 'acme@other' };
  const since = renderSummary(results([other]), { changes: compare(results([deviating]), results([other]), []) });
  expect(since).toContain(`\`acme@other\` was not tested before`);
  expect(since).toContain(`\`${deviating.target}\` is not tested any more`);
  expect(since).not.toContain('nothing changed');
});

test('a summary of nothing says so', () => {
  expect(renderSummary(results([]))).toContain('## No target was tested');
});

test('the HAR holds every exchange, redacted, and a missing answer as status 0', () => {
  const run = sampleResults();
  const { log } = toHar(run);
  expect(log.version).toBe('1.2');
  expect(log.entries).toHaveLength(run.targets.flatMap((each) => each.exchanges).length);
  for (const entry of log.entries) {
    expect(Object.keys(entry)).toEqual(
      expect.arrayContaining(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']),
    );
    expect(Object.keys(entry.request)).toEqual(
      expect.arrayContaining([
        'method',
        'url',
        'httpVersion',
        'cookies',
        'headers',
        'queryString',
        'headersSize',
        'bodySize',
      ]),
    );
    expect(Object.keys(entry.response)).toEqual(
      expect.arrayContaining([
        'status',
        'statusText',
        'httpVersion',
        'cookies',
        'headers',
        'content',
        'redirectURL',
        'headersSize',
        'bodySize',
      ]),
    );
    expect(entry.time).toBe((entry.timings.send ?? 0) + entry.timings.wait + entry.timings.receive);
    expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false);
  }
  const silent = log.entries.filter((entry) => entry.response.status === 0);
  expect(silent.map((entry) => entry.response.comment)).toEqual(
    Array(2).fill('no answer: connection reset by the server after the request was sent'),
  );
  expect(log.entries[0]?.request.postData).toEqual({
    mimeType: 'application/json',
    text: '{"grantType":"client_credentials"}',
  });
});

test('the archive and the text of an exchange have the reason phrase where the record has one', () => {
  const run = sampleResults();
  const [first] = run.targets.flatMap(({ exchanges }) => exchanges);
  if (!first?.response) throw new Error('the sample has an answer');
  const shown = () => [
    toHar(run).log.entries[0]?.response.statusText,
    exchangeText(first).match(/^HTTP status.*$/m)?.[0],
  ];
  expect(shown()).toEqual(['', `HTTP status ${first.response.status}`]);
  first.response.reason = 'It is so';
  expect(shown()).toEqual(['It is so', `HTTP status ${first.response.status} It is so`]);
});

test('the CTRF report is valid, and what was not judged is neither passed nor failed', () => {
  const report = toCtrf(sampleResults());
  expect(validate(report)).toMatchObject({ valid: true });
  expect(report.results.summary).toMatchObject({ tests: 74, passed: 62, failed: 8, other: 2, skipped: 2, pending: 0 });
  const at = (id: string) => report.results.tests.find((each) => each.name.startsWith(`${id}:`));
  expect(at('finnet-timestamp-window')).toMatchObject({
    status: 'other',
    message: 'not judged: no byte of an answer came in 3 attempts',
  });
  expect(at('finnet-content-type')).toMatchObject({
    status: 'passed',
    rawStatus: 'warned',
    tags: ['warned', 'should', 'promise'],
  });
  expect(at('finnet-expires-in')?.message).toContain('waived until 2027-01-31 by integrations');
  expect(at('finnet-token-type')?.message).toContain(
    'documented: "Bearer", 1–6 characters\nreceived: "BearerToken", 11 characters (/tokenType, control, ex-1)',
  );
  expect(at('finnet-rate-limit')).toMatchObject({
    status: 'skipped',
    message: expect.stringContaining('states no limit'),
  });
});

interface Case {
  '@name': string;
  failure?: { '@message': string; '#': string };
  error?: { '@message': string };
  skipped?: object;
  'system-out'?: string;
}

test('the JUnit report separates failures, what was not judged and what was skipped', () => {
  const { testsuites } = convert(toJunit(sampleResults()), { format: 'object' }) as unknown as {
    testsuites: {
      '@tests': string;
      testsuite: { '@name': string; '@failures': string; '@errors': string; '@skipped': string; testcase: Case[] }[];
    };
  };
  expect(testsuites['@tests']).toBe('74');
  const dev = testsuites.testsuite.find((suite) => suite['@name'] === 'finnet@dev');
  expect(dev).toMatchObject({ '@failures': '2', '@errors': '1', '@skipped': '1' });
  const at = (id: string) => dev?.testcase.find((each) => each['@name'].startsWith(`${id}:`));
  expect(at('finnet-token-type')?.failure?.['@message']).toContain('11 characters');
  expect(at('finnet-timestamp-window')?.error?.['@message']).toBe(
    'not judged: no byte of an answer came in 3 attempts',
  );
  expect(at('finnet-rate-limit')?.skipped).toBeDefined();
  expect(at('finnet-content-type')?.['system-out']).toContain('warned');
  expect(at('finnet-no-script')?.['@name']).toContain('&lt;script');
});

test('the JUnit report holds no character that XML forbids', () => {
  const received = `a${BELL}b\u0000c\uFFFEd${String.fromCharCode(0xd800)}e😀]]>`;
  const run = results([
    target({
      target: `p@x${BELL}`,
      clauses: [
        failing({ id: 'p-a', statement: received }, 'x', received),
        clause({ id: 'p-b', statement: '', verdict: 'inconclusive', reason: received }),
      ],
    }),
  ]);
  const xml = toJunit(run);
  expect(xml).not.toMatch(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  expect(xml).toContain('not judged: abcde😀]]&gt;');
});
