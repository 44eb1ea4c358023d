/** Pages in languages that no reader knows: what their words and marks may say is asked. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const read = (head: string, ...rows: string[]) => readDraft(`${endpoint}## Request\n\n${table(head, ...rows)}`);

test('words that may say for which requests a field is there leave open whether it is mandatory', async () => {
  const { facts, asked } = await read(
    'Name | Type | Required | Description',
    'shop | string | Yes | Solo para tiendas nuevas',
    'till | string | Yes | Только для новых магазинов',
    'area | string | Yes | 신규 매장만',
    'zone | string | Yes | Nombre de la zona',
    'lane | string | Yes | So it can be found again',
  );
  for (const name of ['shop', 'till', 'area']) expect(facts, name).not.toHaveProperty([`request /${name} required`]);
  expect(facts).toMatchObject({ 'request /zone required': true, 'request /lane required': true });
  expect(asked).toContain('whether shop, till, area are mandatory');
});

test('circles below a head that is not known are no marks for what is optional', async () => {
  const { asked } = await read(
    'Name | Type | 필수 | Description',
    'shop | string | O | Shop',
    'till | string | | Till',
  );
  expect(asked).toContain('shop, till are mandatory');
  expect(asked).toContain('"필수"');
  const marked = await read('Name | Type | Flag | Description', 'shop | string | M | Shop', 'till | string | O | Till');
  expect(marked.facts).toMatchObject({ 'request /shop required': true });
  expect(marked.asked).not.toContain('mandatory:');
});

test('the version of HTTP may stand below the address, and lines of a message are no form', async () => {
  const { facts } = await readDraft(
    '# Token\n\n```\nPOST /token\nHTTP/1.1\nHost: a.test\nContent-type: application/json;charset=utf-8\n```\n',
  );
  expect(facts).toMatchObject({ method: 'POST', path: '/token', 'media-type': 'application/json' });
  expect(Object.keys(facts).filter((fact) => fact.startsWith('request /'))).toEqual([]);
});
