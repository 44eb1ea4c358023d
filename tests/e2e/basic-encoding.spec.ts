/** HTTP Basic whose parts are encoded as values of a form (RFC 6749, section 2.3.1), against a client that nobody here wrote. */
import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { runServed } from '../support/example.ts';
import { headerOf, raised } from '../support/lax.ts';
import { changedExample } from '../support/variant.ts';

const secret = 'Throw away: a+b %41 ~(ü)*';

const example = (setting: string) =>
  changedExample()
    .replace('control:\n', `control:\n  auth: { mechanism: basic, ${setting}id: clientId, secret: clientSecret }\n`)
    .replace(
      'clauses:\n',
      'clauses:\n  - id: EXAMPLE-basic\n    statement: Credentials that are not the ones issued are refused.\n    level: must\n    source: page\n    at: Authentication\n    demand: { auth: basic, break: [other-id, other-secret, shortened-secret, blank-inside-secret, no-colon, absent] }\n    refusal: credentials\n',
    )
    .replace('clientSecret: ', `clientSecret: ${JSON.stringify(secret)} # `, { file: 'environment.yaml' });

/** The user and the password of an Authorization line, as a provider reads them. */
const read = (line: string): string[] =>
  Buffer.from(line.replace(/^Basic /, ''), 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));

test('id and secret are sent as an OAuth client sends them, and whatever differs is refused', async () => {
  const changed = example('encoding: form, ');
  let sent = '';
  let clientId = '';
  const result = await runServed(deepened(changed.load()), `${changed.folder}/environment.yaml`, {
    select: ({ id, change }) =>
      id === 'control' || change?.part === 'auth' || change?.way.startsWith('basic-') === true,
    target: ({ credentials }) => {
      clientId = String(credentials['clientId']?.value);
      return {};
    },
    intercept: (call) => {
      const answer = call.answer();
      if (call.operation === 'token' && answer.status === 200) sent = headerOf(call, 'Authorization');
      return answer;
    },
  });
  expect(raised(result)).toEqual({});
  expect(result.clauses.find(({ id }) => id.endsWith('-basic'))?.observations.length).toBe(6);
  const headers = new Headers();
  const client = { client_id: clientId };
  await oauth.ClientSecretBasic(secret)({ issuer: 'https://as.example' }, client, new URLSearchParams(), headers);
  expect(read(sent)).toEqual(read(headers.get('Authorization') ?? ''));
  expect(read(sent)).toEqual([clientId, secret]);
});

test('another encoding, or one of a mechanism that has none, is refused with its line', () => {
  const changed = example('encoding: from, ');
  const line = changed.lineOf('  auth: { mechanism: basic');
  expect(changed.problems()).toContain(
    `contract.yaml:${line}: basic has no encoding "from"; there is: form; did you mean "form"?`,
  );
  const bearer = changedExample().replace('auth: { mechanism: bearer }', 'auth: { mechanism: bearer, encoding: form }');
  expect(bearer.problems()).toContain(
    'auth has the unknown key "encoding"; bearer takes header, field, parameter, scheme',
  );
});
