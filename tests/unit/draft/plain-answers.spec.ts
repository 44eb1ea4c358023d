/** An answer of which the page shows a token and no object: nothing is demanded of it as of JSON. */
import { expect, test } from '@playwright/test';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { origin, read } from '../../support/answering.ts';
import { endpoint, table } from '../../support/draft.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLWEtdG9rZW4';
const code = (text: string): string => `\`\`\`\n${text}\n\`\`\`\n\n`;
const members = table('Variable | Description', 'access_token | Token for the other calls');

async function drafted(answer: string) {
  const request = `## Request body\n\n${table('Field | Type | Required', 'key | string | yes')}`;
  const facts = await read(`${endpoint}${request}## Response\n\n${answer}`);
  const files = draftOf(facts, origin);
  const clauses = [files['contracts/x/contract.yaml']?.['clauses'] ?? []].flat().map((one) => Object(one).id);
  return {
    isObject: clauses.includes('x-json-object'),
    marks: JSON.stringify(files['contracts/x/granted.schema.yaml']).includes('x-clause'),
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
  };
}

const question = 'whether the answers 200 are an object of JSON, or the token itself as text';

test('where a token alone is the only sample, it is asked whether the answer is JSON, and none is demanded', async () => {
  for (const sample of [jwt, `"${jwt}"`, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b']) {
    const { isObject, marks, asked } = await drafted(`${members}${code(sample)}`);
    expect.soft(asked, sample).toContain(question);
    expect.soft(isObject, sample).toBe(false);
    expect.soft(marks, sample).toBe(false);
  }
});

test('a token beside a sample of the answer, and what is no token, take nothing back', async () => {
  const json = code('{"access_token": "abc"}');
  for (const answer of [
    `${members}${json}An access token is long:\n\n${code(jwt)}`,
    `${members}An answer is \`application/json\`.\n\n${code(jwt)}`,
    `${members}${code('/var/lib/tokens/of/the/client/1')}`,
    `${members}${code('https://a.test/tokens/of/the/client/1')}`,
  ]) {
    const { isObject, marks, asked } = await drafted(answer);
    expect.soft(asked, answer).not.toContain(question);
    expect.soft(isObject, answer).toBe(true);
    expect.soft(marks, answer).toBe(true);
  }
});
