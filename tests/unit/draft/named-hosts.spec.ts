/** Hosts for which a page writes a name in its addresses. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const page = (said: string, host: string): string =>
  `# API\n\n${said}\n\n## Get a token\n\n\`\`\`bash\ncurl -X POST https://${host}/oauth/token -d 'grant_type=client_credentials'\n\`\`\`\n`;
const servers = (facts: object): string[] => Object.keys(facts).filter((fact) => fact.startsWith('server '));

test('a sentence says for which hosts a name stands in the address of the token', async () => {
  for (const [said, host] of [
    ['API_HOST can be pay.a.test/v1 for live and sandbox.a.test/v1 for test.', 'API_HOST'],
    ['where `{host}` is `pay.a.test/v1` (production) or `sandbox.a.test/v1` (sandbox).', '{host}'],
    ['API_HOST adalah pay.a.test/v1 untuk produksi dan sandbox.a.test/v1 untuk pengujian.', 'API_HOST'],
  ] as const) {
    const { facts } = await readDraft(page(said, host));
    expect(servers(facts), said).toEqual(['server https://pay.a.test/v1', 'server https://sandbox.a.test/v1']);
    expect(facts, said).toMatchObject({ path: '/oauth/token' });
  }
});

test('the hosts of another name, and those of which a word is not understood, are asked', async () => {
  for (const [said, host] of [
    ['GATEWAY_BASE can be pay.a.test for live and sandbox.a.test for test.', 'API_HOST'],
    ['API_HOST can be pay.a.test for live shops and sandbox.a.test for new partners.', 'API_HOST'],
    ['API_HOST was pay.a.test for live.', 'API_HOST'],
    ['Ask us for the host.', 'API_HOST'],
  ] as const) {
    const { facts, asked } = await readDraft(page(said, host));
    expect(servers(facts), said).toEqual([]);
    expect(asked, said).toContain('the addresses of the provider');
  }
});
