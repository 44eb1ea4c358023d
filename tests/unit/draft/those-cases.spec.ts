/** What a sentence says of the cases that those before it give statuses to; and attributes of a field that signs part. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = `${endpoint}## Request\n\n${table('Field | Type | Required', 'shop | string | yes', 'key | string | yes')}`;
const page = (words: string): string =>
  `${fields}## Answer\n\nStatus 200.\n\n${table('Field | Type | Required', 'token | string | yes')}${words}\n`;

const faults = 'A missing shop gives **400**. A wrong key is answered with **401**.';
const problem = 'application/problem+json';

test('media type and members of these cases are those of their statuses', async () => {
  const of = (status: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
    [`${status} media-type`]: problem,
    [`${status} /title required`]: true,
    [`${status} /title type`]: 'string',
    ...more,
  });
  const both = { ...of(400), ...of(401) };
  const none = ['200 media-type', '200 /title type'];
  await expectReadings([
    ...[
      `In both cases the answer is \`${problem}\` and carries a mandatory \`title\` (string) and a \`code\` (string, e.g. \`X-1\`).`,
      `In these two cases the answer is \`${problem}\` with \`title\` (string, mandatory) and \`code\` (string).`,
      `Dalam kedua kasus ini jawabannya \`${problem}\` berisi \`title\` (string, wajib) dan \`code\` (string).`,
    ].map((words) => ({
      ...{ what: words, page: page(`${faults} ${words}`), facts: { ...both, '401 /code type': 'string' } },
      ...{ none: [...none, '400 /code required'], silent: ['in full: "In', 'in full: "Dalam'] },
    })),
    {
      what: 'the last of them alone',
      page: page(`${faults} In this case the answer is \`${problem}\` with \`title\` (string, mandatory).`),
      facts: of(401),
      none: [...none, '400 media-type', '400 /title type'],
    },
    {
      what: 'a media type alone',
      page: page(`${faults} In all cases the answer is \`text/plain\`.`),
      facts: { '400 media-type': 'text/plain', '401 media-type': 'text/plain' },
      none,
    },
  ]);
});

test('where it is not sure which cases they are, or what is said of them, it is asked', async () => {
  const typed = `the answer is \`${problem}\``;
  const none = ['200 media-type', '400 media-type', '401 media-type', '400 /title type'];
  for (const words of [
    `In both cases ${typed} with \`title\` (string).`,
    `In all cases ${typed} if the header Accept asks for it.`,
    `In all cases ${typed} and carries \`title\` (string, in the language of the caller).`,
    `In all cases ${typed} and the \`title\` of it is a text.`,
    `The answer is \`${problem}\`.`,
  ]) {
    const counted = words.startsWith('In both') ? `${faults} A locked key is answered with **423**.` : faults;
    await expectReadings([{ what: words, page: page(`${counted} ${words}`), none, asked: [words.slice(0, 40)] }]);
  }
});

test('signs part the attributes on the first line of an item', async () => {
  const list = '- **shop** · string · mandatory\n  The number of the shop · up to 9.\n- **note** • string • optional\n';
  await expectReadings([
    {
      what: 'signs',
      page: `${endpoint}## Request body\n\n${list}\n## Answer\n\n- \`token\` · string · mandatory\n- life · integer · conditional\n`,
      facts: { 'request /shop required': true, 'request /note type': 'string', '200 /token required': true },
      none: ['200 /life required', 'request /note required'],
      asked: ['whether life is mandatory'],
      silent: ['whether shop', 'whether note'],
    },
  ]);
});
