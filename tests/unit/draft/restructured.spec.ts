/** Pages in reStructuredText: headings, tables, code and directives are those of Markdown. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { fromRestructured } from '../../../src/draft/page/text/restructured.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';

async function read(text: string) {
  const facts = await factsOf({ text, format: 'markdown', base: 'page.rst' });
  const todos = todosOf(facts, { provider: 'acme', url: null, read: '2026-01-02' });
  return {
    facts: Object.fromEntries([...flatten(facts)].map(([key, { value }]) => [key, value])),
    asked: todos.map(({ what }) => what).join('\n'),
  };
}

const page = `
==============
Authentication
==============

.. _tokens:

Get a token
***********

| Endpoint: https://api.acme.test/v1/oauth/token
| Method: POST

Request
^^^^^^^

The body has these :ref:\`fields\`.

=============  ========  =====================
Parameter      Required  Description
=============  ========  =====================
client_id      Yes       Issued to you
client_secret  Yes       Issued to you
=============  ========  =====================

.. code-block:: bash
   :linenos:

   curl -X POST https://api.acme.test/v1/oauth/token \\
     -H "Content-Type: application/json" \\
     -d '{"client_id": "abc", "client_secret": "def"}'

Response
^^^^^^^^

.. list-table:: Fields
   :header-rows: 1

   * - Field
     - Type
     - Required
   * - access_token
     - string
     - Yes
   * - expires_in
     - integer
     - Yes

For example::

    {"access_token": "x", "expires_in": 600}

Ping
****

| Endpoint: https://api.acme.test/v1/ping
| Method: GET

.. note::

   Send the token with it.
`;

test('a page in reStructuredText is read as the same page in Markdown', async () => {
  const { facts } = await read(page);
  expect(facts).toMatchObject({
    ...{ method: 'POST', path: '/v1/oauth/token', 'server https://api.acme.test': true },
    ...{ 'media-type': 'application/json', 'request /client_id required': true },
    ...{ 'request /client_secret required': true, '200 /access_token type': 'string' },
    ...{ '200 /access_token required': true, '200 /expires_in type': 'integer' },
  });
});

test('each line of it stays where it is, and Markdown stays as it is', () => {
  const made = fromRestructured(page).split('\n');
  for (const [at, line] of page.split('\n').entries())
    if (/^\| |"client_secret"|expires_in": 600|Send the token/.test(line))
      expect(made[at]).toContain(line.replace(/^\| /, '').trim());
  const markdown = '# Title\n\nGet a token\n-----------\n\n| a | b |\n|---|---|\n| `x::` | **y** |\n';
  expect(fromRestructured(markdown)).toBe(markdown);
});

test('an address of the directives of HTTP is that of an operation', async () => {
  const { facts } = await read(
    '.. http:post:: /oauth/token\n\n   Issues an access token to ``client_id``.\n\n   **Host**: https://api.acme.test\n',
  );
  expect(facts).toMatchObject({ method: 'POST', path: '/oauth/token' });
});

test('a call that sends a static token is asked about, and a call that sends a key for one is not', async () => {
  const call = (header: string, path: string): string =>
    `# Authentication\n\n## Static Token\n\n\`\`\`bash\ncurl --request POST --url https://api.acme.test${path} --header '${header}'\n\`\`\`\n`;
  const sent = await read(call('authorization: Token <token>', '/v1/ping'));
  expect(sent.asked).toContain('whether POST /v1/ping is the operation that issues tokens');
  const keyed = await read(call('authorization: Key <api key>', '/v1/token'));
  expect(keyed.asked).not.toContain('is the operation that issues tokens');
});

const listTable = (rows: string, option = ''): string =>
  `Token\n=====\n\nPOST https://a.test/token\n\nParameters\n----------\n.. list-table::\n   :widths: auto\n${option}\n${rows}\n`;

const byDirectives = `   * - | \`\`grant_type\`\`

       .. type:: string
          :required: true

     - If you wish to exchange a code for a token, use grant type \`\`authorization_code\`\`. If you wish to
       renew a token, use grant type \`\`refresh_token\`\`.

       Possible values: \`\`authorization_code\`\` \`\`refresh_token\`\`

   * - \`\`size\`\`

       .. type:: integer
          :required: false

     - The size. See :doc:\`the guide </guide/size>\`:

       - a bullet of its own

   * - \`\`note\`\`

       .. type:: string

     - Any words
`;

test('a table that is a list of lists has what directives in its cells say in columns', async () => {
  const { facts, asked } = await read(listTable(byDirectives));
  expect(facts).toMatchObject({
    'request /grant_type required': true,
    'request /grant_type type': 'string',
    'request /grant_type enum': ['authorization_code', 'refresh_token'],
    'request /size type': 'integer',
    'request /note type': 'string',
  });
  expect(facts).not.toHaveProperty(['request /size required']);
  expect(facts).not.toHaveProperty(['request /note required']);
  expect(asked).toContain('whether note is mandatory');
  expect(asked).not.toContain('whether size is mandatory');
});

test('the heads of such a table stay its heads, and other directives are words', async () => {
  const heads = '   * - Parameter\n     - Description\n';
  const { facts } = await read(listTable(heads + byDirectives, '   :header-rows: 1\n'));
  expect(facts).toMatchObject({ 'request /grant_type required': true, 'request /size type': 'integer' });
  const other = byDirectives.replaceAll('type::', 'since::').replaceAll(':required:', ':level:');
  const unread = await read(listTable(heads + other, '   :header-rows: 1\n'));
  expect(unread.facts).not.toHaveProperty(['request /grant_type required']);
  expect(unread.facts).not.toHaveProperty(['request /size type']);
});

test('marks in the cells of a drawn table move no column', async () => {
  const top = 'Token\n=====\n\n.. http:post:: /v1/token\n\nRequest\n-------\n\n';
  const grid =
    '+-----------+---------+-----------+\n| Member    | Type    | Presence  |\n+===========+=========+===========+\n' +
    '| ``shop``  | integer | Mandatory |\n+-----------+---------+-----------+\n';
  const simple =
    '==========  =======  =========\nMember      Type     Presence\n==========  =======  =========\n' +
    '``shop``    integer  Mandatory\n``till``    string   Optional\n==========  =======  =========\n\nUse ``shop`` here.\n';
  for (const table of [grid, simple])
    expect((await read(top + table)).facts, table).toMatchObject({
      'request /shop required': true,
      'request /shop type': 'integer',
    });
  expect(fromRestructured(`${top}${simple}`)).toContain('Use `shop` here.');
});

test('a field with a status is an answer of the operation it stands below', async () => {
  const operation = (name: string, fields: string): string =>
    `${name}\n${'-'.repeat(name.length)}\n\n${fields.replace(/\n(?=.)/g, '\n   ')}\n\n`;
  const token = operation(
    'Obtaining a token',
    '.. http:post:: /v1/token\n\n:reqheader X-Shop: the shop\n:statuscode 201: The token was issued\n:statuscode 401: ``pin`` is\n  wrong\n:status 403: ``X-Shop`` is unknown',
  );
  const other = operation('Reading bills', '.. http:get:: /v1/bills\n\n:statuscode 404: No such bill');
  const { facts, asked } = await read(`Shop\n====\n\n${token}${other}`);
  expect(facts).toMatchObject({ '201 status': true, '401 status': true, '403 status': true });
  expect(facts).not.toHaveProperty(['404 status']);
  expect(asked).not.toContain('statuscode');
  expect(asked).toContain('X-Shop');
});
