/** What words about refusals are about: what a value is measured by, the whole request, and its body. */
import { expect, test } from '@playwright/test';
import { credentials, drafted, refused } from '../../support/refusals-drafted.ts';

test('what a value is measured by is not what is wrong with it', async () => {
  const long = { required: 'or-empty', type: 'unnamed', length: 'parameters' };
  for (const words of [
    'A mandatory member is absent or longer than its format allows',
    'A member is missing or too long for its type',
    'Isian tidak ada atau melebihi format',
  ])
    expect((await drafted(refused(`400 | ${words}`, credentials))).of('client_id'), words).toEqual(long);
  // Beside its length another form is named.
  const both = await drafted(refused('400 | A member is missing, too long or of another format', credentials));
  expect(both.of('client_id')).toBe('parameters');
});

test('a length and a form that are joined by maupun are both what is wrong', async () => {
  const words = 'Isian wajib kosong, atau panjang maupun formatnya tidak sesuai';
  expect((await drafted(refused(`400 | ${words}`, credentials))).of('client_id')).toBe('parameters');
  // The value of what is named before is no value of any other.
  const other = await drafted(refused('400 | grant tidak dikirim atau nilainya salah', credentials));
  expect(other.of('client_id')).not.toBe('parameters');
});

test('a request that is not complete lacks something, and what it has is not wrong', async () => {
  for (const words of ['Permintaan tidak lengkap', 'The request is incomplete']) {
    const { of, body: unread, type, asked } = await drafted(refused(`400 | ${words}`, credentials));
    expect([unread, type], words).toEqual(['unnamed', 'unnamed']);
    expect(of('client_id'), words).toEqual({ required: 'either', type: 'unnamed', length: 'unnamed' });
    expect(asked, words).toContain('client_id too long');
  }
  const wrong = await drafted(refused('400 | The request is incomplete or invalid', credentials));
  expect(wrong.of('client_id')).toEqual({ required: 'either', type: 'parameters', length: 'parameters' });
});

test('a form that cannot be read is a body, and its fields are named by other words', async () => {
  const page = (words: string): string =>
    refused(`422 | ${words}`, '403 | Wrong client id or secret').replace(
      'application/json',
      'application/x-www-form-urlencoded',
    );
  for (const words of [
    'The form cannot be read or a parameter is missing',
    'Problem the form cannot be read, or a parameter is missing',
    'Formulir tidak terbaca atau parameter kurang',
  ]) {
    const { of, asked, body: unread } = await drafted(page(words));
    expect([unread, of('grant_type')], words).toEqual(['body', { required: 'parameters', value: 'unnamed' }]);
    expect(asked, words).toContain('grant_type with another value');
    expect(asked, words).not.toContain('a body that cannot be read');
  }
  // The form of a parameter is how it is written.
  for (const words of [
    'A parameter is missing or its form is wrong',
    'A parameter is missing, or not the form expected',
  ])
    expect((await drafted(page(words))).of('grant_type'), words).toBe('parameters');
});

test('what a body holds is the body, where words call it no JSON', async () => {
  const {
    of,
    body: unread,
    asked,
  } = await drafted(
    refused('400 | client_id atau client_secret tidak dikirim', '400 | Isi bukan JSON yang sah', credentials),
  );
  expect([unread, of('client_id')]).toEqual([
    'parameters',
    { required: 'or-empty', type: 'unnamed', length: 'unnamed' },
  ]);
  expect(asked).toContain('client_id or client_secret or grant_type of another type');
  const filled = await drafted(refused('400 | Isi parameter tidak sah', credentials));
  expect(filled.of('client_id')).toMatchObject({ type: 'parameters' });
});
