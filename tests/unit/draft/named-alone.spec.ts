/** What words say of another value, a type, a missing credential or one media type is said of that alone. */
import { expect, test } from '@playwright/test';
import { atPointer } from '../../../src/formats/json.ts';
import { body, credentials, drafted, refused } from '../../support/refusals-drafted.ts';

test('what is said of another value or type is said of no other fault of a field', async () => {
  for (const words of [
    'grant_type is something else',
    'any other grant_type',
    'grant_type lain',
    'The grant type differs',
  ]) {
    const { of, asked } = await drafted(refused(`400 | ${words}`, credentials));
    expect(of('grant_type'), words).toEqual({ required: 'unnamed', type: 'unnamed', value: 'parameters' });
    expect(asked, words).toContain('grant_type missing');
  }
  const typed = await drafted(refused('400 | A field is missing or of the wrong type', credentials));
  expect(typed.of('grant_type')).toEqual({ required: 'parameters', type: 'parameters', value: 'unnamed' });
  expect(typed.body).toBe('unnamed');
  const other = await drafted(refused('400 | A field is missing, or another content type', credentials));
  expect([other.type, other.of('client_secret')]).toEqual(['parameters', { required: 'or-empty', type: 'unnamed' }]);
  const any = await drafted(refused('400 | grant_type salah', credentials));
  expect(any.of('grant_type')).toBe('parameters');
});

test('a credential without a value is wrong as well, where no words say how that is refused', async () => {
  const long = body.replace('string (max 40)', 'string, 3 to 40 characters');
  const page = (words: string): string => refused(`400 | ${words}`, credentials).replace(body, long);
  const missing = await drafted(page('A field is missing or not a string'));
  expect(missing.of('client_id')).toMatchObject({ required: 'or-empty' });
  expect(missing.refusals).toMatchObject({
    'or-empty': { documented: [{ status: 400 }, { status: 401, ways: ['empty', 'null'] }] },
  });
  const empty = await drafted(page('A field is missing or empty'));
  expect(empty.of('client_id')).toMatchObject({ required: 'parameters' });
  const general = await drafted(page('Bad request'));
  expect(general.refusals).toMatchObject({ either: { documented: [{ status: 400 }, { status: 401 }] } });
});

const form = (more: string, ...lines: string[]): string =>
  refused(...lines).replace('application/json', 'application/x-www-form-urlencoded') + more;
const general = ['400 | Bad request', credentials];

test('an escape that is kept, or a parameter that is ignored, is demanded to be refused by nobody', async () => {
  const clause = async (page: string) => {
    const { files } = await drafted(page);
    return atPointer(files['specs/x.openapi.yaml'] ?? {}, '/paths/~1token/post/requestBody/x-clause/break');
  };
  for (const words of ['Parameters that we do not know are ignored.', 'Parameter lain diabaikan.'])
    expect(await clause(form(`\n\n## Decoding\n\n${words}\n`, ...general)), words).toEqual(['no-content']);
  expect(await clause(form('\n\n## Decoding\n\nOther parameters are not ignored.\n', ...general))).toBeUndefined();
});

test('a 415 of one media type is that of no other', async () => {
  const some = await drafted(form('', '400 | grant_type is wrong', credentials, '415 | The body is JSON'));
  expect(some.refusals).toMatchObject({
    'media-type': { documented: [{ status: 415 }, { ways: ['text'] }] },
  });
  expect(some.asked).toContain('a media type that the words about 415 do not name');
  for (const words of ['Unsupported Media Type', 'Another content type, such as JSON'])
    expect((await drafted(form('', ...general, `415 | ${words}`))).refusals, words).toMatchObject({
      'media-type': { documented: [{ status: 415 }] },
    });
});
