/** Pages that are steps of a series, of which one is the request for a token. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { readDraft } from '../../support/draft.ts';

test('what stands in another step than that of the only address is a question, and a part of the answer is none', async () => {
  const steps = (third: string) => `# Log in

# Step 1 - Prepare

Name | Type | Mandatory
-----|------|----------
X-Shop | String | Yes

# Step 2 - Get the token

\`POST https://a.test/token\`

## Request

Name | Type | Mandatory
-----|------|----------
shop | String | Yes

# ${third}

## Description of outputs

Name | Type
-----|-----
Cavv | String
`;
  const of = async (third: string) => {
    const found = await factsOf({ text: steps(third), format: 'markdown', base: 'page.md' });
    return { facts: [...flatten(found).keys()].join('\n'), asked: found.todos.map(({ what }) => what).join('\n') };
  };
  const script = await of('Step 3 - Build the script');
  expect(script.facts).toContain('request /shop required');
  expect(script.facts).not.toContain('Cavv');
  expect(script.asked).toContain('under "Step 3 - Build the script"');
  expect((await of('Step 3 - Read the response')).facts).toContain('200 /Cavv type');
});

test('steps in sentences may hold the address at which a token is asked for', async () => {
  const page = (step: string): string =>
    `# How to authenticate\n\nTo get a bearer token:\n\n- ${step}\n- It receives your id and secret in the usual way. Additionally, you must send your API key in an x-api-key header.\n- The request body must have a field grant_type with value client_credentials.\n`;
  const { facts, asked } = await readDraft(
    page('Send an API request to the https://api.a.test/identity/v2/token endpoint.'),
  );
  expect(facts).toMatchObject({ path: '/identity/v2/token', 'server https://api.a.test': true });
  expect(asked).toContain('The request body must have a field grant_type');
  expect(asked).toContain('the method of the token endpoint');
  for (const step of [
    'Send a revocation to the https://api.a.test/identity/v2/token endpoint.',
    'Do not send any request to the https://api.a.test/identity/v2/token endpoint.',
    'Send an API request to the https://api.a.test/payments endpoint.',
  ])
    await expect.soft(readDraft(page(step)), step).rejects.toThrow('Nothing was read');
});
