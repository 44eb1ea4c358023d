/** Operations at one address: one grants a token to who shows a secret, and another changes that secret. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const operation = (method: string, title: string, ...rows: string[]): string =>
  `## ${title}\n\n${method} https://a.test/partners/authentication\n\n${table('Status code | Description', ...rows)}\n`;

const read = (first: string, second: string) =>
  readDraft(
    `# Partners\n\n${operation('POST', first, '200 | Done', '401 | Wrong secret')}${operation('PUT', second, '204 | Changed')}`,
  );

test('what changes a secret issues no token, whatever is sent with it', async () => {
  for (const other of ['modify_partner_secret', 'Reset the client key', 'Ubah kata sandi']) {
    const { facts } = await read('Create', other);
    expect(facts, other).toMatchObject({ method: 'POST', '401 status': true });
    expect(facts, other).not.toHaveProperty(['204 status']);
  }
});

test('what takes a secret for a token may issue one, and another operation at its address is a question', async () => {
  for (const other of ['Exchange a secret', 'Send the client key'])
    await expect(read('Create', other), other).rejects.toThrow(/Several operations/);
});
