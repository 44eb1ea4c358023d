/** Base addresses in sentences, with the environment of each beside it. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const read = (sentence: string) =>
  readDraft(`# Layanan\n\n${sentence}\n\n## Get a token\n\n\`POST /token\`\n\n## Get a balance\n\n\`GET /balance\`\n`);

test('a sentence gives the base addresses of all operations', async () => {
  for (const sentence of [
    'Semua layanan memakai alamat dasar `https://api.a.test` (produksi) atau `https://uji.a.test` (staging).',
    'The base addresses are https://uji.a.test (sandbox) and https://api.a.test (production).',
  ]) {
    const { facts } = await read(sentence);
    expect(facts, sentence).toHaveProperty(['server https://api.a.test']);
    expect(facts, sentence).toHaveProperty(['server https://uji.a.test']);
  }
});

test('an address of something else is none', async () => {
  for (const sentence of [
    'Layanan lain memakai alamat dasar `https://api.a.test`.',
    'Alamat dasar yang lama: `https://api.a.test`.',
    'The old base address was https://api.a.test.',
    'Bantuan ada di `https://api.a.test`.',
  ])
    expect((await read(sentence)).facts, sentence).not.toHaveProperty(['server https://api.a.test']);
});

const environments = (path: string): string =>
  `| Environment | URL |\n|---|---|\n| Sandbox | \`https://sandbox.a.test${path}\` |\n| Production | \`https://api.a.test${path}\` |\n`;

test('addresses of environments above a method with its path are what that path is below', async () => {
  const page = (below: string): string => `# Session token\n\n### Endpoint\n\n${environments('/payout')}\n${below}\n`;
  for (const line of ['`POST` `/v4/session/token`', 'POST /v4/session/token']) {
    const { facts } = await readDraft(page(line));
    expect(facts, line).toMatchObject({
      method: 'POST',
      path: '/v4/session/token',
      'server https://sandbox.a.test/payout': true,
      'server https://api.a.test/payout': true,
    });
  }
  // The same operation by its whole address, one in a section of its own, and none at all.
  const whole = await readDraft(`# Token\n\n${environments('/v4/token')}\nPOST /v4/token\n`);
  expect(whole.facts).toMatchObject({ path: '/v4/token', 'server https://api.a.test': true });
  const apart = await readDraft(`# Token\n\n${environments('/v4/token')}\n## Balance\n\nGET /v4/balance\n`);
  expect(apart.facts).toMatchObject({ path: '/v4/token' });
  expect(apart.facts).not.toHaveProperty(['server https://api.a.test/v4/token']);
  const alone = await readDraft(`# Token\n\n${environments('/v4/token')}`);
  expect(alone.facts).toMatchObject({ path: '/v4/token', 'server https://api.a.test': true });
});

test('a sample shows the path of the operation behind that of its server', async () => {
  const page = (sent: string): string =>
    `# Token\n\nBase URL: https://a.test/gw\n\n\`POST /partner/token\`\n\n## Sample request\n\n\`\`\`http\nPOST ${sent} HTTP/1.1\nHost: localhost:8080\nContent-Type: application/json\n\n{"id": "a"}\n\`\`\`\n`;
  const facts = { path: '/partner/token', 'server https://a.test/gw': true };
  for (const [sent, isAsked] of [
    ['/gw/partner/token', false],
    ['/partner/token', false],
    ['/v2/partner/token', true],
  ] as const) {
    const read = await readDraft(page(sent));
    expect.soft(read.facts, sent).toMatchObject(facts);
    expect.soft(read.asked.includes('the path:'), sent).toBe(isAsked);
  }
});
