/** Pages that are steps of a series, of which one is the request for a token. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

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
