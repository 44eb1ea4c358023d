/** Pages copied out of a browser whose operation has its method, its name and its address on lines of their own. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const fields = '\nBody\n\nName\tType\tRequired\nshop\tstring\tyes\n';

test('a method and a name above an address are those of its operation', async () => {
  const { facts } = await readDraft(`POST\nLog in (shops)\nhttps://a.test/v1/login\n${fields}`);
  expect(facts).toMatchObject({
    ...{ method: 'POST', path: '/v1/login', 'server https://a.test': true },
    ...{ 'request /shop required': true },
  });
});

test('a method above another line is that of no address further down', async () => {
  for (const between of ['GET', 'We log in here.', 'Log in\nAnother line'])
    expect((await readDraft(`POST\n${between}\nhttps://a.test/v1/login\n${fields}`)).facts, between).not.toMatchObject({
      ...{ method: 'POST', path: '/v1/login' },
    });
});
