/** A credential that the page shows as a number: what the environment gives is text, so its value is asked. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;
const sample = (id: string): string => `\`\`\`json\n{"client_id": ${id}, "client_secret": "abc"}\n\`\`\`\n\n`;
const fields = (notes: string): string =>
  table('Field | Required | Description', `client_id | yes | ${notes}`, 'client_secret | yes | Your secret');

async function drafted(request: string) {
  const facts = await read(`${endpoint}## Request body\n\n${request}${granted}`);
  return {
    body: atPointer(draftOf(facts, origin)['contracts/x/contract.yaml'] ?? {}, '/control/body'),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

test('no text is sent where a sample or words have a number, and no type is given', async () => {
  for (const [request, why] of [
    [`${fields('Your client id')}${sample('12345')}`, 'a number in the sample'],
    [fields('Your client id, a number'), 'a number, as the page says'],
    [sample('12345'), 'integer'],
  ] as const) {
    const { body, asked } = await drafted(request);
    expect.soft(body, why).toEqual({ client_secret: { credential: 'clientSecret' } });
    expect.soft(asked, why).toContain(`the value of client_id (${why}) in control.body`);
  }
});

test('digits in quotation marks, and other words about a number, leave a text', async () => {
  for (const request of [
    `${fields('Your client id')}${sample('"12345"')}`,
    fields('Your client id, found beside the account number'),
    fields('One for a number of shops'),
  ]) {
    const { body } = await drafted(request);
    expect.soft(body, request).toMatchObject({ client_id: { credential: 'clientId' } });
  }
});
