/** What is refused in either way: a fault that two rules of a page are about, or of which it leaves open which one is. */
import { expect, test } from '@playwright/test';
import { isObject } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** The head of a page whose request has these headers and members. */
const page = (headers: string[], members: string[], errors: string): string =>
  head +
  (headers.length > 0 ? `## Header\n\n${table('Header | Type | Mandatory | Description', ...headers)}` : '') +
  `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', ...members)}${answer}## Errors\n\n${errors}`;

/** The refusal of a request without a header. */
async function withoutHeader(text: string): Promise<unknown> {
  const { headers } = await drafted(text);
  const [first] = [headers ?? []].flat();
  const mark = isObject(first) && isObject(first['x-clause']) ? first['x-clause'] : {};
  return mark['refusal'];
}

const key = 'X-Api-Key | string | yes | Key of the client';
const flag = 'flag | boolean | yes | ';

test('the reason of a status before what it is for is a label, and says nothing by itself', async () => {
  const list = (...lines: string[]): string => lines.map((line) => `- ${line}\n`).join('');
  const lacking = 'a parameter is missing or of the wrong type';
  for (const lines of [
    ['`401 Unauthorized`: the key is unknown', `\`422 Unprocessable Entity\`: ${lacking}`],
    ['**401 Unauthorized** – the key is unknown', `**422 Unprocessable Entity** – ${lacking}`],
    ['401 Unauthorized - the key is unknown', `422 Unprocessable Entity - ${lacking}`],
  ]) {
    const { of, asked } = await drafted(page([key], [flag], list(...lines)));
    expect(of('flag'), lines.join()).toBe('parameters');
    expect(asked, lines.join()).not.toMatch(/flag (?:missing|of another type)/);
    expect(await withoutHeader(page([key], [flag], list(...lines))), lines.join()).toBe('either');
  }
  // Alone it says what HTTP says of the status.
  const bare = page([key], [flag], list('401 Unauthorized', `422 Unprocessable Entity: ${lacking}`));
  expect(await withoutHeader(bare)).toBe('either');
  // What is said of the absent one is said of it.
  const said = page([key], [flag], list('401 Unauthorized: `X-Api-Key` is missing or unknown', `422: ${lacking}`));
  expect(await withoutHeader(said)).toBe('credentials');
});

test('a credential that is there without a value is wrong as well, where words about fields say it of a missing one', async () => {
  const members = ['username | string | yes | User of the API', 'password | string, 8 to 64 | yes | Password', flag];
  const wrong = '401 | The username or password is wrong';
  const refused = async (words: string): Promise<unknown[]> => {
    const { of, refusals } = await drafted(page([], members, table('HTTP | Meaning', `400 | ${words}`, wrong)));
    const required = (name: string): unknown => {
      const as = of(name);
      return isObject(as) ? as['required'] : as;
    };
    const row = Object(refusals)['or-empty'];
    if (row) expect(row.documented, words).toContainEqual({ status: 401, ways: ['empty', 'null'] });
    return ['username', 'password', 'flag'].map(required);
  };
  const either = ['or-empty', 'or-empty', 'parameters'];
  expect(await refused('A field is missing')).toEqual(either);
  expect(await refused('A field is missing or too long')).toEqual(either);
  // So many words are about a wrong credential as well.
  expect(await refused('A field is missing or not valid')).toEqual(either);
  const one = ['parameters', 'parameters', 'parameters'];
  expect(await refused('A field is missing or empty')).toEqual(one);
  // Null is of no type that a text has; an empty text is.
  expect(await refused('A field is missing or of the wrong type')).toEqual(['parameters', 'or-empty', 'parameters']);
});

test('a header that is absent is refused by the status that words give it, where other faults have others', async () => {
  const errors = (words: string): string =>
    table('HTTP | Meaning', '400 | `flag` is missing', words, '403 | `X-Api-Key` was never issued');
  const { headers, refusals, asked } = await drafted(
    page([key], [flag], errors('401 | `X-Api-Key` is missing or empty')),
  );
  expect(headers).toMatchObject([{ 'x-clause': { refusal: 'x-api-key-absent' } }]);
  expect(refusals).toMatchObject({ 'x-api-key-absent': { documented: [{ status: 401 }] } });
  expect(asked).not.toContain('X-Api-Key missing');
  const missing = await drafted(page([key], [flag], errors('401 | `X-Api-Key` is missing')));
  expect(missing.refusals).toMatchObject({
    'x-api-key-absent': { documented: [{ status: 401 }, { status: [403], ways: ['empty'] }] },
  });
});

test('another value of the type of an assertion is a parameter as well as a credential', async () => {
  const { clauses, of } = await drafted(
    page(
      [],
      [
        'client_id | string | yes | Issued to you',
        'client_assertion_type | string | yes | `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`',
        'client_assertion | string | yes | JWT signed with your private key (PS256)',
      ],
      table('HTTP | Meaning', '401 | The assertion is not valid'),
    ),
  );
  expect(of('client_assertion_type')).toBe('either');
  const all = [clauses ?? []].flat().map((one) => [Object(one).id, Object(one).refusal]);
  expect(all).toContainEqual(['x-assertion-form', 'credentials']);
  expect(all).toContainEqual(['x-assertion-type', 'either']);
  // Words about the assertion say nothing of another client.
  expect(all.map(([id]) => id)).not.toContain('x-client-id-known');
});

test('a request without its media type is not tried where words about 415 are of the body alone', async () => {
  const tried = async (words: string): Promise<unknown> => {
    const { files } = await drafted(
      page([], [flag], table('HTTP | Meaning', '400 | flag is missing', `415 | ${words}`)),
    );
    return JSON.stringify(files['specs/x.openapi.yaml']).match(/"id":"x-media-type"[^{}]*/)?.[0];
  };
  for (const words of ['The body is not JSON', 'The body has another media type', 'Tipe media lain'])
    expect(await tried(words), words).toContain('"break":["text","form"]');
  for (const words of [
    ...['Unsupported Media Type', 'The Content-Type is not JSON', 'A body without a Content-Type'],
    'Another media type, or a missing Content-Type',
  ])
    expect(await tried(words), words).not.toContain('"break"');
});

test('a status that parameters and credentials share is said and taken once', async () => {
  const basic = 'Authentication: HTTP Basic with id and secret.\n\n';
  const { refusals } = await drafted(
    page(
      [],
      [flag],
      table('HTTP | Meaning', '400 | Invalid authentication passed', '400 | Invalid `flag` passed'),
    ).replace('## Request body', `${basic}## Request body`),
  );
  expect(refusals).toMatchObject({
    credentials: { documented: [{ status: 400 }], tolerated: [{ status: [422] }] },
    either: {
      statement: 'refused as parameters (400), as credentials are, since the fault may be taken for either',
      documented: [{ status: 400 }],
    },
  });
});
