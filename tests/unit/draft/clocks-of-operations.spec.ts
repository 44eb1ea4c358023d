/** The time that is signed, in the words about an operation of a description. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';

/** The questions and the clauses of a description whose operation has these words. */
async function drafted(words: string) {
  const text = { type: 'string' };
  const header = (name: string, more = {}) => ({ name, in: 'header', required: true, schema: text, ...more });
  const operation = {
    description: `X-SIGNATURE is SHA256withRSA over X-CLIENT-KEY + "|" + X-TIMESTAMP, Base64. ${words}`,
    parameters: [
      header('X-TIMESTAMP', { example: '2026-02-03T11:05:06.789+07:00' }),
      header('X-CLIENT-KEY'),
      header('X-SIGNATURE'),
    ],
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: { type: 'object', properties: { accessToken: text } } } },
      },
      400: { description: 'Malformed header' },
      401: { description: 'Wrong signature' },
    },
  };
  const description = {
    openapi: '3.0.3',
    info: { title: 'Quay', version: '1' },
    paths: { '/token': { post: operation } },
  };
  const facts = await factsOf({ text: JSON.stringify(description), format: 'openapi', base: 'api' });
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? {};
  return {
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
    auth: atPointer(contract, '/control/auth/timestamp'),
    ids: [contract['clauses'] ?? []].flat().map((one) => String(Object(one).id)),
  };
}

test('the form that the words about an operation give is no example alone', async () => {
  const said = await drafted("X-TIMESTAMP has the form yyyy-MM-dd'T'HH:mm:ss.SSSXXX. The milliseconds are mandatory.");
  expect(said.asked).not.toContain('shows an example alone');
  expect(said.auth).toMatchObject({ form: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", zone: '+07:00' });
  for (const words of ['', 'X-TIMESTAMP is the time of the request.'])
    expect.soft((await drafted(words)).asked, words).toContain('shows an example alone');
  const unsure = await drafted('In our second data centre X-TIMESTAMP is in UTC.');
  expect(unsure.asked).toContain('In our second data centre');
});
