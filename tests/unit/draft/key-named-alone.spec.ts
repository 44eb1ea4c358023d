/** An id beside a key that words about refusals name alone, one beside a way to authenticate that is open, and what is a secret by its name. */
import { expect, test } from '@playwright/test';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { table } from '../../support/draft.ts';
import { answer, body, drafted, head } from '../../support/refusals-drafted.ts';

const page = (rows: string[], errors: string[], words = ''): string =>
  `${head}${words}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}## Errors\n\n${table('HTTP | Meaning', ...errors)}`;

test('an id beside its key is asked about where words name the key alone, and one alone where the way to authenticate is open', async () => {
  const fieldsOf = async (text: string): Promise<string[]> => accessOf((await drafted(text)).facts).fields;
  const pair = ['agent_code | string | yes | Your code', 'agent_key | string | yes | Your secret key'];
  for (const [errors, fields] of [
    [['401 | A wrong agent_key'], ['agent_key']],
    [['401 | Wrong agent_code or agent_key'], ['agent_code', 'agent_key']],
    [['401 | Wrong credentials'], ['agent_code', 'agent_key']],
    [['401 | Unauthorized'], ['agent_code', 'agent_key']],
    // Whoever asks is the one with that code.
    [['401 | Unknown account or wrong key'], ['agent_code', 'agent_key']],
    [['401 | The agent_key does not belong to the agent_code'], ['agent_code', 'agent_key']],
    [
      ['403 | A wrong agent_key', '401 | The agent_code is of another agent_key'],
      ['agent_code', 'agent_key'],
    ],
  ] as const)
    expect(await fieldsOf(page(pair, [...errors, '400 | A member is missing'])), errors.join()).toEqual(fields);
  // What may be no credential is refused as any other field.
  const { of } = await drafted(page(pair, ['401 | A wrong agent_key', '400 | A member is missing']));
  expect(of('agent_code')).toEqual({ required: 'parameters', type: 'unnamed' });
  // Nor do they say of another id of the client itself how it is refused.
  const client = pair.map((row) => row.replace('agent_code', 'client_id').replace('agent_key', 'client_secret'));
  expect(await fieldsOf(page(client, ['401 | Wrong client_secret']))).toEqual(['client_secret']);
  const one = ['kodeMitra | string | yes | Kode mitra'];
  const open = '## Authentication\n\nHTTP Basic, a client certificate or a signature, as each partner chooses.\n\n';
  expect(await fieldsOf(page(one, ['401 | Klien tidak dikenali'], open))).toEqual([]);
  expect(await fieldsOf(page(one, ['401 | Klien tidak dikenali']))).toEqual(['kodeMitra']);
});

test('a pass of whoever asks is a secret, whatever is in a compass', async () => {
  const header = (name: string): string =>
    `${head}## Headers\n\n${table('Header | Type | Mandatory', 'client-key | string | yes', `${name} | string | yes`)}${body}${answer}`;
  const known = async (name: string): Promise<string[]> => accessOf((await drafted(header(name))).facts).known.headers;
  expect(await known('client-pass')).toEqual(['client-key', 'client-pass']);
  expect(await known('compass')).toEqual(['client-key']);
});
