/** Hosts with a name in place of a part, and hosts that only words about a variable give: both are asked for. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft } from '../../support/draft.ts';

const page = (words: string, host = '{region}.a.test'): string =>
  `---\ntitle: "Get a token"\napi: "POST https://${host}/oauth/token"\n---\n\n${words}\n\n## Body\n\n\`\`\`bash\ncurl -X POST https://eu1.a.test/oauth/token -d grant_type=client_credentials\n\`\`\`\n`;

test('the servers that a host with a name in it stands for are asked, with the values of that name', async () => {
  await expectReadings([
    {
      what: 'regions',
      page: page('Regions: `eu1`, `us1`, `ap1`.'),
      asked: ['which servers https://{region}.a.test stands for', '"Regions: `eu1`, `us1`, `ap1`."'],
    },
    {
      what: 'in a sentence, in Indonesian',
      page: page('Nilai wilayah adalah `eu1` atau `id1`.', '{wilayah}.a.test'),
      asked: ['which servers https://{wilayah}.a.test stands for', 'of wilayah it says'],
    },
    {
      what: 'without a list',
      page: page('Use the host of your shard.', '<shard>.a.test'),
      asked: ['which servers https://<shard>.a.test stands for'],
    },
    {
      what: 'values that are all servers',
      page: page('Regions: `eu1`, `us1`.').replace(
        /$/,
        '\n```bash\ncurl -X POST https://us1.a.test/oauth/token -d a=b\n```\n',
      ),
      silent: ['stands for'],
    },
    { what: 'the host of another', page: page('Nothing.', '{shop}.shops.example'), silent: ['stands for'] },
  ]);
});

test('a host that the words about a variable of a collection give is asked', async () => {
  const collection = (description: unknown) =>
    JSON.stringify({
      info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [
        { key: 'idp', value: 'id.sandbox.a.test', description },
        { key: 'other', value: 'x', description: 'See docs.b.test' },
      ],
      item: [
        {
          name: 'Token',
          request: {
            method: 'POST',
            header: [],
            body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
            url: { raw: 'https://{{idp}}/token', protocol: 'https', host: ['{{idp}}'], path: ['token'] },
          },
          response: [{ name: 'ok', code: 200, body: '{"access_token":"a"}' }],
        },
      ],
    });
  for (const words of [
    'Use id.a.test for live',
    { content: 'Produksi: https://id.a.test', type: 'text/plain' },
    'Untuk produksi ganti dengan `id.a.test`',
  ]) {
    const { facts, asked } = await readDraft(collection(words), 'openapi');
    expect.soft(facts).toMatchObject({ 'server https://id.sandbox.a.test': true });
    expect.soft(asked).toContain('id.a.test');
    expect.soft(asked).not.toContain('docs.b.test');
  }
  for (const words of ['Host of the sandbox, id.sandbox.a.test', undefined])
    expect.soft((await readDraft(collection(words), 'openapi')).asked).not.toContain('idp');
});
