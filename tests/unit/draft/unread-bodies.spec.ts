/** Statuses of bodies that cannot be read, beside others of what a body holds: each is of the faults that its words name. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer, isObject, type Json } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { table } from '../../support/draft.ts';

const page = (...errors: string[]): string =>
  `# Token\n\nPOST https://a.test/token\n\n## Request body (application/json)\n\n${table('Name | Type | Mandatory', 'shop | string(9) | yes', 'kind | string | yes')}## Response 200\n\n${table('Name | Type | Mandatory', 'token | string | yes')}## Errors\n\n${table('Status | Meaning', ...errors, '401 | Wrong shop')}`;

async function drafted(...errors: string[]) {
  const facts = await read(page(...errors));
  const files = draftOf(facts, origin);
  const body = atPointer(files['specs/x.openapi.yaml'] ?? {}, '/paths/~1token/post/requestBody');
  const rows: Json | undefined = files['contracts/x/contract.yaml']?.['refusals'];
  return {
    refusals: isObject(rows) ? rows : {},
    ofBody: atPointer(body, '/x-clause/refusal'),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('a body that cannot be read has the status whose words say so, and what it holds has the other', async () => {
  for (const [unread, held] of [
    ['The body is not JSON', 'A field is missing (`E1`), or has the wrong form (`E2`)'],
    ['The body cannot be parsed', 'A field is missing or of the wrong type'],
    ['Body bukan JSON yang valid', 'Ada field yang kosong atau formatnya salah'],
    ['Malformed JSON', '`kind` or `shop` is missing'],
  ]) {
    const { refusals, ofBody } = await drafted(`400 | ${unread}`, `422 | ${held}`);
    expect.soft(refusals, unread).toMatchObject({
      parameters: { statement: 'refused as parameters (422)', documented: [{ status: 422 }] },
      body: { documented: [{ status: 400 }, { status: 422, ways: ['array', 'string', 'null'] }] },
    });
    expect.soft(ofBody, unread).toBe('body');
  }
});

test('where the words of both are about fields, or those of one are general, neither is apart', async () => {
  for (const [one, other] of [
    ['The body is not JSON, or a field is missing', 'A field has the wrong form'],
    ['Bad request', 'A field has the wrong form'],
    ['The body is not valid', 'A field has the wrong form'],
  ]) {
    const { refusals, ofBody } = await drafted(`400 | ${one}`, `422 | ${other}`);
    expect.soft(refusals, one).toMatchObject({ parameters: { documented: [{ status: [422, 400] }] } });
    expect.soft(refusals, one).not.toHaveProperty('body');
    expect.soft(ofBody, one).not.toBe('body');
  }
});
