import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import type { Mock } from '../../../mock/server.ts';
import { startMock } from '../../../mock/server.ts';
import { credentials } from '../../support/mock-requests.ts';

// Clients that others wrote: what they cannot read, the mock has wrong.
const require = createRequire(import.meta.url);

let mock: Mock;
test.beforeAll(async () => {
  mock = await startMock();
});
test.afterAll(() => mock.close());

test.describe('doku-nodejs-library', () => {
  const config = require('doku-nodejs-library/_commons/config') as Record<string, string>;
  const service = require('doku-nodejs-library/_services/tokenService') as {
    generateTimestamp(): string;
    generateSignature(privateKey: string, clientId: string, timestamp: string): string;
    createTokenB2BRequestDTO(signature: string, timestamp: string, clientId: string): object;
    createTokenB2B(request: object, isProduction: boolean): Promise<Record<string, unknown>>;
  };
  const { TZ, NO_PROXY } = process.env;
  const restore = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };

  test.beforeAll(() => {
    config.CORE_SANDBOX_BASE_URL = `${mock.url}/pg/snap/oauth`;
    config.ACCESS_TOKEN = '/v1.0/access-token/b2b';
    // Its HTTP client would send loopback requests through a proxy of the environment.
    process.env.NO_PROXY = '127.0.0.1';
  });
  test.afterAll(() => {
    restore('TZ', TZ);
    restore('NO_PROXY', NO_PROXY);
  });

  const ask = (signedBy: string, zone = 'UTC') => {
    process.env.TZ = zone;
    const { clientKey, privateKey } = credentials.finnet;
    const timestamp = service.generateTimestamp();
    const signature = service.generateSignature(privateKey, signedBy, timestamp);
    return service.createTokenB2B(service.createTokenB2BRequestDTO(signature, timestamp, clientKey), false);
  };

  // West of Greenwich and at it the client writes a minus, so a host on UTC sends -00:00.
  for (const zone of ['UTC', 'Asia/Jakarta', 'America/New_York']) {
    test(`gets a token from a host in ${zone}`, async () => {
      const granted = await ask(credentials.finnet.clientKey, zone);
      expect(granted).toMatchObject({ responseCode: '2007300', tokenType: 'Bearer', expiresIn: '900' });
      expect(granted.accessToken).toEqual(expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/));
    });
  }

  test('reads the refusal of a signature that does not verify', async () => {
    const refused = (await ask('another').catch((error: unknown) => error)) as { response?: Record<string, unknown> };
    expect(refused.response?.status).toBe(401);
    expect(refused.response?.data).toEqual({
      responseCode: '4017300',
      responseMessage: 'Unauthorized. Invalid Signature',
    });
  });
});

test.describe('oauth4webapi', () => {
  const client: oauth.Client = { client_id: credentials.pyng.username };

  const ask = async (password: string, scope: string) => {
    const server = { issuer: mock.url, token_endpoint: `${mock.url}/billing/oauth2/token` };
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      oauth.ClientSecretBasic(password),
      new URLSearchParams({ scope }),
      { [oauth.allowInsecureRequests]: true },
    );
    return oauth.processClientCredentialsResponse(server, client, response);
  };

  test('gets a token', async () => {
    const scope = credentials.pyng.scopes.join(' ');
    const granted = await ask(credentials.pyng.password, scope);
    expect(granted).toMatchObject({ token_type: 'bearer', expires_in: 900, scope });
  });

  test('reads the challenge to wrong credentials', async () => {
    const refused = await ask('wrong', 'billing:batches:read').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
    expect((refused as oauth.WWWAuthenticateChallengeError).cause[0]?.scheme).toBe('basic');
  });

  test('reads the refusal of an unknown scope', async () => {
    const refused = await ask(credentials.pyng.password, 'unknown').catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'ResponseBodyError', error: 'invalid_scope', status: 400 });
  });
});

test.describe('simple-oauth2', () => {
  const { ClientCredentials } = require('simple-oauth2') as {
    ClientCredentials: new (
      options: object,
    ) => { getToken(parameters: object): Promise<{ token: Record<string, unknown>; expired(): boolean }> };
  };
  const ask = (secret: string, credentialsEncodingMode: string) => {
    const client = new ClientCredentials({
      client: { id: credentials.pyng.username, secret },
      auth: { tokenHost: mock.url, tokenPath: '/billing/oauth2/token' },
      options: { credentialsEncodingMode },
    });
    return client.getToken({ scope: credentials.pyng.scopes });
  };

  for (const encoding of ['strict', 'loose']) {
    test(`gets a token with ${encoding} encoding of the credentials`, async () => {
      const granted = await ask(credentials.pyng.password, encoding);
      expect(granted.token).toMatchObject({ token_type: 'Bearer', scope: credentials.pyng.scopes.join(' ') });
      expect(granted.expired()).toBe(false);
    });
  }

  test('reads the refusal of wrong credentials', async () => {
    const refused = (await ask('wrong', 'strict').catch((error: unknown) => error)) as {
      output?: { statusCode: number };
      data?: { payload: unknown };
    };
    expect(refused.output?.statusCode).toBe(401);
    expect(refused.data?.payload).toMatchObject({ error: 'invalid_client' });
  });
});
