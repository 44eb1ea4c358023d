/** Servers that a page names for its environments, in cells and sentences. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { readDraft, table } from '../../support/draft.ts';

test('a cell with a server for each environment gives each', async () => {
  const { facts } = await readDraft(
    '<h1>Token</h1><table><tr><td>Method</td><td>POST</td></tr><tr><td>Path</td><td>/token</td></tr><tr><td>Host</td><td>Dev: <a href="https://dev.a.test">https://dev.a.test</a><br>Prod: <a href="https://a.test">https://a.test</a></td></tr></table>',
    'html',
  );
  expect(facts).toMatchObject({ 'server https://dev.a.test': true, 'server https://a.test': true });
});

test('the server of another environment behind a sentence about all addresses is one, and any other sentence gives none', async () => {
  const servers = async (words: string) =>
    Object.keys(
      (await readDraft(`# Token\n\nAll endpoints are below \`https://api.a.test\`. ${words}\n\nPOST /token\n`)).facts,
    ).filter((key) => key.startsWith('server '));
  expect(await servers('The sandbox is `https://box.a.test`.')).toHaveLength(2);
  expect(await servers('The sandbox of cards is `https://box.a.test`.')).toHaveLength(1);
});

test('a host that stands in place of another gives both servers, and the one that is not for tests is live', async () => {
  const serversIn = async (intro: string) =>
    (
      await factsOf({
        text: `# Shop\n\n${intro}\n\n## Token\n\nPOST https://api.shop.test/token\n`,
        format: 'markdown',
        base: 'page',
      })
    ).servers
      .map(({ url, production }) => `${url} ${production}`)
      .sort();
  const both = ['https://api-try.shop.test false', 'https://api.shop.test true'];
  for (const intro of [
    'Try all in the test environment. Replace api.shop.test by api-try.shop.test in each address.',
    'In the sandbox, use api-try.shop.test instead of api.shop.test.',
    'Untuk sandbox, ganti `api.shop.test` dengan `api-try.shop.test`.',
    'To use staging, swap the host api.shop.test for api-try.shop.test.',
  ])
    expect.soft(await serversIn(intro), intro).toEqual(both);
  expect(await serversIn('Replace api.old.test by api.shop.test in the sandbox.')).toEqual([
    'https://api.shop.test false',
  ]);
});

test('the only server of a page that speaks of several environments may be the live one, which is asked', async () => {
  const read = (words: string, host = 'api.shop.test') =>
    readDraft(`# Token\n\nPOST https://${host}/token\n\n${words}\n`);
  expect((await read('Ask us for keys of the staging gateway.')).asked).toContain('is the live one');
  expect((await read('Ask us for keys of the staging gateway.', 'sandbox.shop.test')).asked).not.toContain(
    'is the live one',
  );
  expect((await read('Ask us for keys.')).asked).not.toContain('is the live one');
});

test('addresses that a page calls otherwise than those of an API are no servers, and the line above an address says which is live', async () => {
  const read = async (between: string) => {
    const { facts } = await readDraft(
      `# Token\n\n${between}\n\n## Request\n\nStaging:\n\n    POST https://box.shop.test/token\n\nLive:\n\n    POST https://api.shop.test/token\n`,
    );
    return Object.keys(facts).filter((key) => key.startsWith('server '));
  };
  const own = ['server https://api.shop.test', 'server https://box.shop.test'];
  const table = (head: string) =>
    `| Stage | ${head} |\n|---|---|\n| Staging | https://m.box.shop.test |\n| Live | https://m.shop.test |`;
  for (const words of [
    ...['Dashboard', 'Merchant area', 'Portal'].map(table),
    '## Consoles\n\n- Staging: https://m.box.shop.test\n- Live: https://m.shop.test',
  ])
    expect.soft((await read(words)).sort(), words).toEqual(own);
  expect((await readDraft(`# Token\n\n${table('Base URL')}\n\nPOST /token\n`)).facts).toMatchObject({
    'server https://m.shop.test': true,
  });
  const { servers } = await factsOf({
    text: '# Token\n\nTest:\n\n    POST https://box.shop.test/token\n\n### Live\n\n    POST https://api.shop.test/token\n',
    format: 'markdown',
    base: 'page',
  });
  expect(servers.map(({ url, production }) => `${url} ${production}`)).toEqual([
    'https://box.shop.test false',
    'https://api.shop.test true',
  ]);
});

test('an address of a list beside servers, with a label that is none we know, is asked', async () => {
  const read = (label: string) =>
    readDraft(
      `# Token\n\n- **Demo** – \`https://demo.shop.test\`\n- **${label}** – \`https://pay.shop.test\`\n\nPOST /token\n`,
    );
  expect((await read('Play for keeps')).asked).toContain('https://pay.shop.test ("Play for keeps")');
  const live = await read('Live');
  expect(live.facts).toMatchObject({ 'server https://pay.shop.test': true });
  expect(live.asked).not.toContain('https://pay.shop.test');
});

test('the head above the environments of servers is no row of their table', async () => {
  const read = (head: string) =>
    readDraft(
      `# Token\n\n## About\n\n${table(head, 'Sandbox | https://dev.shop.test', 'Production | https://pay.shop.test')}POST /token\n`,
    );
  for (const head of ['Lingkungan | Domain', 'Environment | Domain']) {
    const { facts, asked } = await read(head);
    expect(facts, head).toMatchObject({ 'server https://dev.shop.test': true, 'server https://pay.shop.test': true });
    expect(asked, head).not.toContain('what the rows');
  }
  expect((await read('Lingkungan | https://old.shop.test')).asked).toContain('https://old.shop.test');
});

test('a column of bases gives servers, and no operation at their paths, in either language', async () => {
  for (const [environment, base] of [
    ['Environment', 'Base address'],
    ['Lingkungan', 'Alamat dasar'],
  ] as const) {
    const rows = table(
      `${environment} | ${base}`,
      'Sandbox | `https://sb.a.test/gate`',
      'Production | `https://a.test`',
    );
    const { facts } = await readDraft(
      `# Guide\n\n## Servers\n\n${rows}## Get token\n\n**Method:** \`POST\`\n**Path:** \`/auth/token\`\n\n${table('Name | Type', 'client_secret | string')}`,
    );
    expect(facts, base).toMatchObject({
      path: '/auth/token',
      'server https://sb.a.test/gate': true,
      'server https://a.test': true,
    });
  }
});

test('the caption of a sample that is the name of an environment is that of its server', async () => {
  const read = async (title: string) => {
    const text = `# Token\n\n### Sandbox\n\n\`\`\`\nPOST https://sandbox.a.test/v1/token\n\`\`\`\n\n### ${title}\n\n\`\`\`\nPOST https://shops.a.test/v1/token\n\`\`\`\n`;
    const { servers } = await factsOf({ text, format: 'markdown', base: 'page' });
    return servers.find(({ url }) => url === 'https://shops.a.test')?.production;
  };
  expect(await read('Production')).toBe(true);
  expect(await read('Live environment')).toBe(true);
  for (const title of ['Staging', 'Shops', 'Request in production for shops'])
    expect(await read(title), title).toBe(false);
});
