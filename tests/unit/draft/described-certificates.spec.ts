/** A client certificate that only the words of an OpenAPI description name is a way to authenticate, and asked beside another. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf, todosOf } from '../../../src/draft/write/files/draft.ts';
import { atPointer } from '../../../src/formats/json.ts';
import { origin } from '../../support/answering.ts';

const properties = { client_id: { type: 'string', description: 'Your id' } };
const requestBody = { content: { 'application/json': { schema: { type: 'object', properties } } } };
const responses = { 200: { description: 'Granted' } };

const components = { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } };

async function drafted(description: string, security: object[]) {
  const api = {
    openapi: '3.0.0',
    info: { title: 'A', version: '1', description },
    servers: [{ url: 'https://a.test' }],
    ...(security.length > 0 ? { components, security } : {}),
    paths: { '/token': { post: { summary: 'Issue a token', requestBody, responses } } },
  };
  const facts = await factsOf({ text: JSON.stringify(api), format: 'openapi', base: 'page' });
  const contract = draftOf(facts, origin)['contracts/x/contract.yaml'] ?? null;
  const asked = todosOf(facts, origin).map(({ what }) => what);
  return { asked: asked.join('\n'), auth: JSON.stringify(atPointer(contract, '/control/auth') ?? null) };
}

test('a certificate in words is drafted, and asked beside Basic; one that they turn down is not', async () => {
  for (const words of [
    'Once a server handshake is established over mTLS and your API credentials are validated, the token is returned.',
    'Calls are made over mutual TLS.',
    'Setiap panggilan memakai client certificate.',
  ]) {
    expect.soft((await drafted(words, [])).auth, words).toContain('mutual-tls');
    expect.soft((await drafted(words, [{ basic: [] }])).asked, words).toContain('a client certificate');
  }
  for (const words of ['Call it over TLS.', 'No client certificate is needed.']) {
    expect.soft((await drafted(words, [])).auth, words).not.toContain('mutual-tls');
    expect.soft((await drafted(words, [{ basic: [] }])).asked, words).not.toContain('a client certificate');
  }
});
