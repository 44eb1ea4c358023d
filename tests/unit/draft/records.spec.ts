/** Tables that stand on end, and the codes of refusals beside their statuses. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a name alone in the head of a table of labels is the field that the labels are about', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Body\n\n${table('shopId | ', 'Tipe | String', 'Wajib | Ya', 'Panjang maksimal | 12')}\n${table('till | ', 'Type | integer', 'Mandatory | N')}\n## Respons 200\n\n${table('`token` | ', 'Tipe data | String', 'Wajib | Ya', 'life |', 'Tipe data | Number', 'Wajib | Tidak')}`,
  );
  expect(facts).toMatchObject({
    'request /shopId required': true,
    'request /shopId maxLength': 12,
    'request /till type': 'integer',
    '200 /token required': true,
    '200 /life type': 'number',
  });
  expect(Object.keys(facts).filter((key) => /Tipe|Wajib|Mandatory/.test(key))).toEqual([]);
  expect(asked).not.toContain('not read');
});

test('a part of a page is no field, and labels without a type or a word for mandatory name none', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Body\n\n${table('Request | ', 'Type | string', 'Required | yes')}\n${table('shop | ', 'Default | 5', 'Notes | yours')}`,
  );
  expect(Object.keys(facts).filter((key) => key.startsWith('request /'))).toEqual([]);
});

test('a field may have its only values and a default below its name, and a status begins a record', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Body\n\n${table('Field | mode', 'Data type | String', 'Mandatory | Y', 'Allowed value | fast or slow', 'Default | fast')}\n## Error\n\n${table('HTTP status | 403', 'Meaning | secret wrong', 'fault_code | E-17')}\n${table('HTTP status | 422', 'Meaning | mode missing', 'fault_code | E-18')}`,
  );
  expect(facts).toMatchObject({
    'request /mode enum': ['fast', 'slow'],
    '403 status': true,
    '422 status': true,
  });
});

const refused = (name: string, more = '', title = 'Errors'): string =>
  `${endpoint}## ${title}\n\n${table(`Status | ${name} | When`, '400 | `no_shop` | The shop is missing', '400 | `no_till` | The till is missing', `401 | \`bad_secret\` | The secret is wrong${more}`)}\n`;

test('codes lie where a body of a refusal has them, and are asked for where none has', async () => {
  const inside = await readDraft(
    `${refused('`fault`')}A 401:\n\n\`\`\`json\n{"error": {"fault": "bad_secret"}}\n\`\`\`\n`,
  );
  expect(inside.facts).toMatchObject({ '401 /error/fault const': 'bad_secret' });
  expect(inside.facts).not.toHaveProperty(['401 /fault const']);
  for (const body of ['', 'A 401:\n\n```json\n{"error": "x"}\n```\n']) {
    const outside = await readDraft(`${refused('`fault_code`')}${body}`);
    expect(Object.keys(outside.facts).filter((key) => key.includes('fault'))).toEqual([]);
    expect(outside.asked).toContain('whether the answers hold fault_code, and where');
  }
  const twice = '```json\n{"error": {"fault": "x"}, "fault": "y"}\n```\n';
  expect((await readDraft(`${refused('`fault`')}A 401:\n\n${twice}`)).asked).toContain(
    'whether the answers hold fault',
  );
});

test('what is not sent or not supported is the reason of a refusal, and no row for some requests', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Errors\n\n${table('Status | `fault` | When', '400 | `no_shop` | Parameter wajib tidak dikirim', '415 | `form` | The form is not supported', '403 | `old` | Only for resellers')}`,
  );
  expect(facts).toMatchObject({ '400 status': true, '415 status': true });
  expect(facts).not.toHaveProperty(['403 status']);
});
