/** Requests that a page shows as commands, and addresses that a browser is sent to. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { commandIn } from '../../../src/draft/page/readers/commands.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

const derive = (text: string) => factsOf([{ base: 'page.md', text, format: 'markdown' }]);

test('a command of HTTPie sends what its items say, each by the sign behind its name', () => {
  const command = `$ http -f POST https://id.shop.test/oauth/token lang==id \\
    "X-Shop: 7" grant_type=client_credentials 'client_secret=a:b=c'`;
  expect(commandIn(command, 'at')).toEqual([
    {
      side: 'request',
      at: 'at',
      method: 'POST',
      target: 'https://id.shop.test/oauth/token?lang=id',
      headers: [
        ['X-Shop', '7'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: { grant_type: 'client_credentials', client_secret: 'a:b=c' },
      format: 'form',
    },
  ]);
});

test('without a flag HTTPie sends JSON, without data it asks, and without a scheme the host is left open', () => {
  expect(commandIn('https -v --auth a:b api.shop.test/token id=7 live:=true', 'at')).toMatchObject([
    { method: 'POST', target: '/token', body: { id: '7', live: true }, format: 'json' },
  ]);
  expect(commandIn('http https://api.shop.test/me', 'at')).toMatchObject([{ method: 'GET' }]);
});

test('a command with an item that is a file, or with no address, gives no sample', () => {
  for (const command of ['http POST https://api.shop.test/token cert@./a.pem', 'http POST grant_type=a'])
    expect(commandIn(command, 'at')).toMatchObject({ mayHold: true });
  expect(commandIn('httpd -k start', 'at')).toBeNull();
});

const flow = (first: string) => `# Log in

### Send the user to us

\`\`\`
${first}
\`\`\`

Name | Description
-----|------------
\`client_id\`<br><span class="badge">Required</span> | Your id.
\`state\`<br><span class="badge">Required</span> | Comes back.

### Get the token

\`\`\`shell
$ http --form POST "https://id.shop.test/oauth2/token" "client_id=$client_id" "code=$code"
\`\`\`

\`\`\`json
{ "access_token": "a1" }
\`\`\`

Name | Description
-----|------------
\`client_id\`<br><span class="badge">Required</span> | Your id.
\`code\`<br><span class="badge">Required</span> | From the step before.
`;

test('the address that a browser is sent to has an operation of its own, however many lines it has', async () => {
  const facts = flatten(await derive(flow('"https://id.shop.test/?\n  response_type=code&\n  client_id=$id"')));
  expect(facts.get('path')?.value).toBe('/oauth2/token');
  expect(facts.get('request /code required')?.value).toBe(true);
  expect(facts.has('request /state required')).toBe(false);
});

test('an address with any other query is none, and what is below it stays a question', async () => {
  const facts = await derive(flow('"https://id.shop.test/?\n  page=2&\n  client_id=$id"'));
  expect(facts.todos.map(({ what }) => what).join('\n')).toContain('state');
});
