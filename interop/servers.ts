/** Servers that nobody of this project wrote, put behind the path of a provider and given the account of the mock. */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  AuthorizationServer,
  DateInterval,
  JwtService,
  type OAuthClient,
  OAuthException,
  type OAuthToken,
  type OAuthTokenRepository,
} from '@jmondi/oauth2-server';
import { handleExpressError, handleExpressResponse } from '@jmondi/oauth2-server/express';
import OAuthServer from '@node-oauth/express-oauth-server';
import express from 'express';
import { OAuth2Server } from 'oauth2-mock-server';
import Provider from 'oidc-provider';
import { start } from '../tests/support/process.ts';

/** A server under test, running. */
export interface Running {
  url: string;
  close(): Promise<void>;
}

/** The account a server is to know. */
export interface Account {
  id: string;
  secret: string;
  scopes: string[];
}

const path = '/billing/oauth2/token';
const life = 900;

async function listen(listener: RequestListener | Server): Promise<Running> {
  const server = typeof listener === 'function' ? createServer(listener) : listener;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** oidc-provider, the certified OpenID provider. */
export async function oidcProvider({ id, secret, scopes }: Account): Promise<Running> {
  const server = createServer();
  const running = await listen(server);
  const provider = new Provider(running.url, {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        scope: scopes.join(' '),
      },
    ],
    scopes,
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { ClientCredentials: life },
    routes: { token: path },
    cookies: { keys: [randomBytes(16).toString('hex')] },
  });
  server.on('request', provider.callback());
  return running;
}

/** @node-oauth/express-oauth-server, behind Express. */
export async function nodeOauth({ id, secret, scopes }: Account): Promise<Running> {
  const client = { id, grants: ['client_credentials'] };
  const model = {
    getClient: async (given: string, password: string | null) =>
      given === id && (password === null || password === secret) ? client : null,
    getUserFromClient: async () => ({ id }),
    validateScope: async (_user: object, _client: object, asked?: string[]) => {
      if (!asked) return scopes;
      return asked.every((scope) => scopes.includes(scope)) ? asked : false;
    },
    saveToken: async (token: object, owner: object, user: object) => ({ ...token, client: owner, user }),
  };
  const oauth = new OAuthServer({ model, accessTokenLifetime: life });
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post(path, oauth.token());
  return listen(app as RequestListener);
}

/** @jmondi/oauth2-server, the TypeScript port of the PHP League's, behind Express. */
export async function jmondi({ id, secret, scopes }: Account): Promise<Running> {
  const client: OAuthClient = {
    id,
    name: id,
    secret,
    redirectUris: [],
    allowedGrants: ['client_credentials'],
    scopes: scopes.map((name) => ({ name })),
  };
  const clients = {
    getByIdentifier: async (given: string) => {
      if (given !== id) throw OAuthException.invalidClient();
      return client;
    },
    isClientValid: async (_grant: string, _client: OAuthClient, given?: string) => given === secret,
  };
  const tokens: Pick<OAuthTokenRepository, 'issueToken' | 'persist'> = {
    issueToken: async (owner, granted): Promise<OAuthToken> => ({
      accessToken: randomBytes(20).toString('hex'),
      accessTokenExpiresAt: new Date(Date.now() + life * 1000),
      client: owner,
      scopes: granted,
    }),
    persist: async () => {},
  };
  const names = {
    getAllByIdentifiers: async (asked: string[]) =>
      scopes.filter((name) => asked.includes(name)).map((name) => ({ name })),
    finalize: async <T>(granted: T) => granted,
  };
  const server = new AuthorizationServer(
    clients,
    tokens as OAuthTokenRepository,
    names,
    new JwtService(createHmac('sha256', id).update('key').digest('hex')),
  );
  server.enableGrantType('client_credentials', new DateInterval(`${life}s`));
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post(
    path,
    async (
      request: Parameters<typeof server.respondToAccessTokenRequest>[0],
      response: Parameters<typeof handleExpressResponse>[0],
    ) => {
      try {
        handleExpressResponse(response, await server.respondToAccessTokenRequest(request));
      } catch (error) {
        handleExpressError(error, response);
      }
    },
  );
  return listen(app as RequestListener);
}

/** oauth2-mock-server, which signs real tokens and checks nothing. */
export async function oauth2Mock(): Promise<Running> {
  const server = new OAuth2Server(undefined, undefined, { endpoints: { token: path } });
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}`, close: () => server.stop() };
}

/** Prism, which answers what an OpenAPI file says. */
export async function prism(specification: string): Promise<Running> {
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const { url, close } = await listen(() => {});
  await close();
  const { child, ended } = start(process.execPath, [cli, 'mock', '-p', new URL(url).port, specification], {
    input: '',
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is listening')) resolve();
    });
    ended.then(({ output }) => reject(new Error(`Prism did not start: ${output}`)), reject);
  });
  return {
    url,
    async close() {
      child.kill();
      await ended;
    },
  };
}
