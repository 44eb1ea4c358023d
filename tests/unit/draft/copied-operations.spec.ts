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

test('values that stand one to a line below their label are all there are, and an example is none', async () => {
  const page = (below: string) =>
    `Create token\npost\nhttps://a.test/token\n\nBody\napplication/json\ngrant_type\nstring\nrequired\nAllowed value:\nclient_credentials\n\nResponses\n400\nBad Request\nBody\napplication/json\nerror\nstring\nrequired\n${below}\ntext\nstring\n`;
  const many = ['invalid_request', ...Array.from({ length: 14 }, (_, index) => `E_${index}`)];
  for (const label of ['Allowed values:', 'Possible values:', 'Nilai yang diizinkan:', 'Enum:']) {
    const { facts } = await readDraft(page(`${label}\n${many.join('\n')}`));
    expect(facts, label).toMatchObject({
      ...{ 'request /grant_type const': 'client_credentials', '400 /error enum': many },
      ...{ '400 /error required': true, '400 /text type': 'string' },
    });
    expect(
      Object.keys(facts).filter((key) => key.startsWith('400 /E_')),
      label,
    ).toEqual([]);
  }
  const both = await readDraft(page('Example:\nslow_down\nAllowed values:\nslow_down\nbad_request'));
  expect(both.facts).toMatchObject({ '400 /error enum': ['slow_down', 'bad_request'] });
  const last = await readDraft(
    page('Allowed value:\nslow_down').replace('text\nstring\n', 'Headers\nX-Trace\nstring\n'),
  );
  expect(last.facts).toMatchObject({ '400 /error const': 'slow_down' });
  expect(last.asked).not.toContain('slow_down, Headers');
  const example = await readDraft(page('Example:\nslow_down'));
  expect(example.facts).toMatchObject({ '400 /error type': 'string' });
  expect(example.facts).not.toHaveProperty(['400 /error const']);
});
