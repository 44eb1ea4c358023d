/** A client certificate that only the words of an OpenAPI description name is asked as a way to authenticate. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const asked = async (description: string, more: object = {}): Promise<string> => {
  const api = {
    openapi: '3.0.0',
    info: { title: 'A', version: '1', description },
    servers: [{ url: 'https://a.test' }],
    paths: { '/token': { post: { summary: 'Issue a token', responses: { 200: { description: 'Granted' } } } } },
    ...more,
  };
  return (await readDraft(JSON.stringify(api), 'openapi')).asked;
};

test('a certificate in words is asked, and one that they turn down or that is of others is not', async () => {
  for (const words of [
    'Once a server handshake is established over mTLS and your API credentials are validated, the token is returned.',
    'Calls are made over mutual TLS.',
    'Setiap panggilan memakai client certificate.',
  ])
    expect.soft(await asked(words), words).toContain('a client certificate');
  for (const words of ['Call it over TLS.', 'No client certificate is needed.'])
    expect.soft(await asked(words), words).not.toContain('a client certificate');
});
