/** A value of a sample that sentences call the reader's own is one that the environment gives. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint } from '../../support/draft.ts';

const sent = async (words: string): Promise<unknown> => {
  const text = `${endpoint}${words}\n\n\`\`\`bash\ncurl -X POST 'https://a.test/token?zone=018&shelf-no=12' -u id:secret -d 'grant_type=client_credentials'\n\`\`\`\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page' });
  const draft = draftOf(facts, { provider: 'shop', url: 'https://x.test', read: '2026-01-02' });
  const { query } = Object(draft['contracts/shop/contract.yaml'])['control'];
  return { zone: Object(query)['zone'], shelf: Object(query)['shelf-no'] };
};

test('a value that is said to be the reader’s own is a credential', async () => {
  for (const words of [
    '`zone` wajib diisi dengan Kode Zona Anda.',
    '`zone` is your zone code.',
    'The parameter `zone` holds the code that you received by e-mail.',
    '`zone` berisi kode yang diberikan saat pendaftaran.',
  ])
    expect.soft(await sent(words), words).toMatchObject({ zone: { credential: 'zone' }, shelf: '12' });
  for (const words of ['shelf-no is the number of your shelf.', 'shelf-no: nomor rak milik mitra.'])
    expect.soft(await sent(words), words).toMatchObject({ zone: '018', shelf: { credential: 'shelfNo' } });
});

test('another value is sent as the sample has it', async () => {
  for (const words of [
    '`zone` is 018 for all calls. Your secret is sent as well.',
    '`zone` selects the region in your dashboard.',
    'Your zone has to be open.',
    '`zone` is 018, and `store` is your store.',
  ])
    expect.soft(await sent(words), words).toMatchObject({ zone: '018', shelf: '12' });
});
