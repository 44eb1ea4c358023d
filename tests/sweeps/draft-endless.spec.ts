/** Texts far longer than people write: where the work grew with the square of their length, a test here would not end in its time. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../src/draft/read/derive.ts';
import { described, page } from '../support/described.ts';
import { endpoint, readDraft } from '../support/draft.ts';

const length = 400_000;

/** The reading holds the process, so that the time-out is noticed only where the test lets go. */
const inTime = (title: string, read: () => Promise<void>): void =>
  test(title, async () => {
    await read();
    await new Promise<void>((resolve) => setTimeout(resolve));
  });

inTime('of the description of a field as much is read as people write', async () => {
  for (const piece of ['a', 'a-', 'aA']) {
    const properties = JSON.stringify({ store_id: { type: 'string', description: piece.repeat(length) } });
    const { request } = await factsOf(
      page(described(`request: { type: object, required: [store_id], properties: ${properties} }`)),
    );
    expect(request).toMatchObject([{ pointer: '/store_id', required: true }]);
  }
});

inTime(
  'a header of a collection is read however many spaces its value holds, and none that is commented out',
  async () => {
    const collection = {
      info: { name: 'Acme', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Token',
          request: {
            method: 'POST',
            url: 'https://a.test/oauth/token',
            header: `X-Ref: a${' '.repeat(length)}b\n//X-Old: 1\n : 2\nX-Time:2026-01-02T03:04:05Z\r`,
            body: { mode: 'raw', raw: '{"grant_type":"client_credentials"}' },
          },
          response: [],
        },
      ],
    };
    const { headers } = await factsOf(page(collection));
    expect(headers.map(({ name }) => name)).toEqual(['X-Ref', 'X-Time']);
  },
);

inTime('directives within each other, and code without an end, cost little', async () => {
  const nested = Array.from({ length: 900 }, (_, level) => `${' '.repeat(level)}.. note::`).join('\n');
  for (const text of [nested, `.. code::\n\n${'   a\n'.repeat(length / 5)}`, '.. note::\n\n'.repeat(length / 11)]) {
    const { facts } = await readDraft(`${endpoint}\n${text}`);
    expect(facts).toMatchObject({ method: 'POST' });
  }
});

inTime('a tag of a field without an end is no field, and brackets in the value of an attribute end none', async () => {
  const tags = '<ParamField body="tags" type="array<string>" required>The tags</ParamField>\n';
  const { facts } = await readDraft(`${endpoint}${tags}\n${'<ParamField '.repeat(length / 12)}\n`);
  expect(facts).toMatchObject({ 'request /tags type': 'array', 'request /tags required': true });
});

inTime('a cell that marks one value as code very many times is no constant, and costs little', async () => {
  for (const marks of [900, length / 2]) {
    const table = `| Name | Type | Required | Description |\n|---|---|---|---|\n| site | string | Yes | ${'`a'.repeat(marks)} |\n`;
    const { facts } = await readDraft(`${endpoint}## Request body\n\n${table}`);
    expect(facts).toMatchObject({ 'request /site required': true });
    expect(facts).not.toHaveProperty('request /site const');
  }
});

inTime('a line of spaces that do not break is looked at once for a command', async () => {
  const command = "$ curl -X POST https://a.test/oauth/token -d 'grant_type=client_credentials'";
  const { facts } = await readDraft(`# Token\n\n${'\u00a0'.repeat(length)}x\n\n${command}\n`);
  expect(facts).toMatchObject({ path: '/oauth/token', 'request /grant_type type': 'string' });
});

inTime('a line of very many bars is a table of as many columns, and is read as quickly as any', async () => {
  const body = '| Name | Type | Required |\n|---|---|---|\n| store_id | string | Yes |\n';
  const { facts } = await readDraft(`${endpoint}## Request body\n\n${body}\n${'|| '.repeat(length / 4)}\n`);
  expect(facts).toMatchObject({ 'request /store_id required': true });
});
