/** What words about 415 say: of which media types, and whether of one that is missing alone. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { textsOf } from '../../../src/draft/write/files/write.ts';
import { endpoint, table } from '../../support/draft.ts';

const origin = { provider: 'x', url: 'https://x.test', read: '2026-01-02' };

/** The refusal of another media type, and the questions, of a page with these words. */
async function refusalIn(type: string, words: string) {
  const headers = table('Header | Mandatory | Value', `Content-Type | M | \`${type}\``);
  const page = `${endpoint}## Headers\n\n${headers}## Body\n\n${table('Field | Type | M/O', 'shop | string | M')}## Errors\n\n${words}`;
  const facts = await factsOf({ text: page, format: 'markdown', base: 'page' });
  const contract = Object.entries(textsOf(draftOf(facts, origin))).find(([path]) =>
    path.endsWith('contract.yaml'),
  )?.[1];
  const [, refusal = ''] = /\n {2}media-type:\n((?: {4}.*\n)+)/.exec(contract ?? '') ?? [];
  const asked = todosOf(facts, origin)
    .map(({ what }) => what)
    .join('\n');
  return { refusal, asked };
}

const rows = (...more: string[]): string =>
  table('HTTP | error | When', '400 | invalid_request | A parameter is missing or malformed', ...more);

test('415 in words about a form of the body is how another media type is refused', async () => {
  for (const words of [
    '415 | – | The body is not form-encoded. There is no body in this answer.',
    '415 | – | Body bukan form-urlencoded. Jawaban tanpa body.',
    '415 | – | JSON bodies end here',
    '415 | – | Encoding yang dikirim tidak cocok dengan dokumen ini',
  ]) {
    const { refusal, asked } = await refusalIn('application/x-www-form-urlencoded', rows(words));
    expect.soft(refusal, words).toContain('status: 415');
    expect.soft(refusal, words).not.toContain('no status of its own');
    expect.soft(asked, words).not.toMatch(/of which the page gives no status: another media type/);
  }
});

test('415 for a request without a media type says nothing of another one', async () => {
  for (const words of [
    'It is mandatory: a request without it gets a `415` and code `NG-1009`.',
    'A request without a Content-Type is refused with 415.',
    'Permintaan tanpa Content-Type ditolak dengan 415.',
    'If Content-Type is missing, the answer is 415.',
  ]) {
    const { refusal, asked } = await refusalIn('application/json', `${rows()}${words}\n`);
    expect.soft(refusal, words).toContain('another also as');
    expect.soft(asked, words).toContain('media type');
  }
});

test('415 for a media type that is missing or wrong is that of each', async () => {
  for (const words of [
    'A missing or unsupported Content-Type is refused with 415.',
    'Content-Type yang salah atau tidak ada ditolak dengan 415.',
  ]) {
    const { refusal } = await refusalIn('application/json', `${rows()}${words}\n`);
    expect.soft(refusal, words).toContain('refused as another media type (415)');
  }
});
