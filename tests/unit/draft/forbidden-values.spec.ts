/** Which of several values a client may send is its own, where words about a 403 name the part. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, credentials, drafted } from '../../support/refusals-drafted.ts';

const page = (...refusals: string[]): string =>
  `# Token\n\nPOST https://a.test/token\n\n## Headers\n\n${table('Name | Mandatory | Value', 'X-Api-Key | yes | Your key')}` +
  `## Query parameters\n\n${table('Name | Type | Mandatory | Value', 'zone | string | yes | Allowed values: `north`, `south`')}` +
  `\`\`\`\ncurl -X POST -H 'X-Api-Key: ab12' 'https://a.test/token?zone=north'\n\`\`\`\n\n${answer}## Errors\n\n${table('HTTP | Meaning', ...refusals, credentials)}`;

const asked = async (...refusals: string[]): Promise<string> =>
  (await drafted(page(...refusals))).todos.map(({ what }) => what).join('\n');

test('a value that a sample shows is asked for, where another client is refused for it', async () => {
  const asks = 'the draft sends north';
  for (const words of ['The partner has no contract for the zone', 'zone is not enabled for the key'])
    expect.soft(await asked(`403 | ${words}`), words).toContain(asks);
  expect(await asked('400 | zone is missing')).not.toContain(asks);
  expect(await asked('403 | The key is blocked')).not.toContain(asks);
});
