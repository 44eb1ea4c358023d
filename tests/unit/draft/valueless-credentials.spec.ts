/** How a credential is refused that is there and has no value: as the wrong one that it is, perhaps. */
import { expect, test } from '@playwright/test';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

test('a credential with a refusal of its own that has no value is refused by that, and by none of another', async () => {
  const page = (other: string): string =>
    `${head}## Headers\n\n${table('Header | Type | Mandatory', 'X-Key | string | yes')}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'device_id | string (max 12) | yes', 'secret | string (max 20) | yes', 'note | string | yes')}${answer}## Errors\n\n${table('HTTP | Meaning', '400 | A body field is missing', '401 | `X-Key` is missing or unknown', other)}`;
  const { of, refusals, todos } = await drafted(page('403 | `device_id` is unknown or its `secret` is wrong'));
  for (const name of ['device-id', 'secret'])
    expect
      .soft(of(name.replace('-', '_')), name)
      .toMatchObject({ required: `x-${name}-or-empty`, type: `x-${name}-unnamed` });
  expect(refusals).toMatchObject({
    'x-device-id-or-empty': { documented: [{ status: 400 }, { status: 403, ways: ['null'] }] },
    'x-device-id-unnamed': { documented: [{ status: [400, 403] }] },
  });
  expect(todos.map(({ what }) => what).join()).toContain(', and 400 or 403 for device_id, and 400 or 403 for secret');
  const shared = await drafted(page('401 | `device_id` is unknown or its `secret` is wrong'));
  expect(JSON.stringify(shared.of('device_id'))).not.toContain('x-device-id');
});

test('null is perhaps a wrong value of what words about credentials call wrong, whatever it is called', async () => {
  const page = (words: string): string =>
    `${head}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory', 'integration_id | string | yes', 'integration_key | string, min 32 | yes', 'region | string | yes')}${answer}## Errors\n\n${table('HTTP | Meaning', `422 | ${words}`, '401 | integration_id is not known, or integration_key does not belong to it')}`;
  const required = async (words: string): Promise<unknown[]> => {
    const { of } = await drafted(page(words));
    return ['integration_id', 'integration_key', 'region'].map((name) => Object(of(name)).required ?? of(name));
  };
  expect(await required('A required parameter is missing, or a parameter is too short')).toEqual([
    ...['or-empty', 'or-empty'],
    'parameters',
  ]);
  // Null is of no type that a text has.
  expect(await required('A parameter is missing or of the wrong type')).toEqual([
    'parameters',
    'or-empty',
    'parameters',
  ]);
});
