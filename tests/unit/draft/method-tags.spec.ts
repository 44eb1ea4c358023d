/** Components of a site that name the method, and commands whose address is left to the reader. */
import { expect, test } from '@playwright/test';
import { commandIn } from '../../../src/draft/page/readers/commands.ts';
import { expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = table('Field | Type | Required', 'grant_type | string | Yes', 'client_secret | string | Yes');
const page = (tag: string): string => `# Token\n\n## ${tag} \`/sso/token\`\n\n#### Form Parameters\n\n${fields}`;

test('a component that names a method before an address is the method', async () => {
  const facts = { method: 'POST', path: '/sso/token', 'request /grant_type required': true };
  await expectReadings(
    ['<Post/>', '<Post />', '<HttpPost/>', '<Badge type="tip" text="POST" />', "<Verb name={'post'}/>"].map((tag) => ({
      what: tag,
      page: page(tag),
      facts,
    })),
  );
  const none = ['method', 'path'];
  await expectReadings(
    ['<Icon/>', '<Badge text="POST soon"/>', '<Tags one="GET" two="POST"/>'].map((tag) => ({
      what: tag,
      page: page(tag),
      none,
    })),
  );
});

test('a command to an address that is left to the reader sends what it shows', async () => {
  const form = "-d 'grant_type=client_credentials&client_id=abc'";
  for (const address of ['<token-endpoint>', '"<token endpoint>"', '{{token_url}}', '$TOKEN_URL']) {
    const [sample] = Object(commandIn(`curl ${address} \\\n  --request POST \\\n  ${form}`, 'at'));
    const body = { grant_type: 'client_credentials', client_id: 'abc' };
    expect.soft(sample, address).toMatchObject({ method: 'POST', format: 'form', body });
    expect.soft(sample, address).not.toHaveProperty('target');
  }
  for (const command of ['curl --help', 'curl <token-endpoint>', `curl token ${form}`])
    expect.soft(commandIn(command, 'at'), command).toMatchObject({ mayHold: true });
  const quoted = commandIn(`curl https://a.test/token -H 'X-Key: <key> a' ${form}`, 'at');
  expect(quoted).toMatchObject([{ target: 'https://a.test/token' }]);
  expect(JSON.stringify(quoted)).toContain('["X-Key","<key> a"]');
});

test('such a command is about the operation in whose section it stands', async () => {
  const sample = '```sh\ncurl <token-endpoint> -X POST -d "grant_type=client_credentials&client_id=abc"\n```\n\n';
  const token = `## Get a token\n\nPOST https://a.test/token\n\n${sample}${fields}`;
  const other = '## Pay\n\nPOST https://a.test/pay\n\n| Field | Type |\n|---|---|\n| amount | number |\n';
  const { facts } = await readDraft(`# API\n\n${token}${other}`);
  expect(facts).toMatchObject({ path: '/token', 'request /client_id type': 'string' });
});

test('a badge that is a method alone is that of the address in the next paragraph', async () => {
  const html = (badge: string, address: string): string =>
    `<h2>Token</h2><div><p class="tag">${badge}</p><div><p>${address}</p></div></div><p>Parameter</p>` +
    '<table><tr><th>Field</th><th>Type</th><th>Required</th></tr><tr><td>grant_type</td><td>String</td><td>Yes</td></tr></table>';
  for (const badge of ['Post', 'POST', 'post']) {
    const { facts } = await readDraft(html(badge, 'https://a.test/sso/token'), 'html');
    const own = { method: 'POST', path: '/sso/token', 'server https://a.test': true };
    expect.soft(facts, badge).toMatchObject({ ...own, 'request /grant_type required': true });
  }
  for (const [badge, below] of [
    ['Posts', 'https://a.test/sso/token'],
    ['post soon', 'https://a.test/sso/token'],
    ['post', 'See https://a.test/sso/token for news'],
    ['Post', 'See https://a.test/sso/token for news'],
  ]) {
    const { facts } = await readDraft(html(badge ?? '', below ?? ''), 'html');
    expect.soft(facts, badge).not.toHaveProperty('method');
  }
});

test('a badge in small letters beside an address, and how a client authenticates in a heading, are read', () => {
  const html = (auth: string): string =>
    `<h2>Token</h2><div class="verb">post</div> <span>/sso/token</span><div>Server: https://a.test/v1</div><h5>${auth}</h5>`;
  const facts = { method: 'POST', path: '/sso/token', 'server https://a.test/v1': true };
  return expectReadingsOf(
    [
      ['Authorizations: <span>HTTP Basic (client id and client secret)</span>', { ...facts, security: 'basic' }],
      ['Authentication: Basic', { ...facts, security: 'basic' }],
      ['Authentication: Basic or a certificate', facts],
      ['Authentication: not Basic', facts],
      ['Authorizations: OAuth2', facts],
      ['Authentication: Basic for partners in production', facts],
    ],
    html,
  );
});

async function expectReadingsOf(
  cases: [string, Record<string, unknown>][],
  html: (auth: string) => string,
): Promise<void> {
  for (const [auth, facts] of cases) {
    const read = await readDraft(html(auth), 'html');
    expect.soft(read.facts, auth).toMatchObject(facts);
    if (!('security' in facts)) expect.soft(read.facts, auth).not.toHaveProperty('security');
  }
}
