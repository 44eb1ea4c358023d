/** Sentences that say what is answered, and the fields that stand below them or in them. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft } from '../../support/draft.ts';

const request = '## Request (JSON)\n\n- user, string, required\n- pin, string, required\n\n';
const keysOf = (facts: object, part: string): string[] => Object.keys(facts).filter((key) => key.startsWith(part));

test('a request that is answered announces the answer, and its media type is that of the answer', async () => {
  for (const line of [
    'A valid request is answered with 200 and `application/json`:',
    'Permintaan yang benar dijawab dengan 200 dan `application/json`:',
  ]) {
    const { facts, asked } = await readDraft(
      `${endpoint}${request}${line}\n\n- ticket, string, always\n- age: integer\n`,
    );
    expect(facts, line).toMatchObject({
      '200 media-type': 'application/json',
      '200 /ticket type': 'string',
      '200 /ticket required': true,
    });
    expect(asked).not.toContain('is so for each request');
    expect(asked).toContain('whether age is mandatory');
  }
  const sent = await readDraft(`${endpoint}The request carries and the answer repeats:\n\n- ticket, string, always\n`);
  expect(keysOf(sent.facts, '200 /ticket')).toEqual([]);
});

test('what is turned down is refused with the status behind it, and a status that is denied is none', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}${request}XML is not understood: such a call fails with \`415\`. Unknown user: \`401 bad_user\`.\n`,
  );
  expect(facts).toMatchObject({ '415 status': true, '401 status': true, 'media-type': 'application/json' });
  expect(asked).not.toContain('XML is not understood');
  const none = await readDraft(
    `${endpoint}${request}A faulty call is never answered with 415. Page: 401 of the manual.\n`,
  );
  expect(keysOf(none.facts, '4')).toEqual([]);
});

test('nothing else may stand beside a value: it is the only one', async () => {
  for (const words of ['`voucher`, nothing else', 'Isi dengan `voucher`, tidak ada nilai lain']) {
    const { facts, asked } = await readDraft(`${endpoint}## Request\n\n- kind (string, required): ${words}.\n`);
    expect(facts, words).toMatchObject({ 'request /kind const': 'voucher', 'request /kind required': true });
    expect(asked).not.toContain('whether kind is mandatory');
  }
  const open = await readDraft(`${endpoint}## Request\n\n- kind (string, required): \`voucher\`, or something else.\n`);
  expect(open.facts).not.toHaveProperty('request /kind const');
});
