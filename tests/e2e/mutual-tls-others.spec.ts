/** Client certificates between our side and what nobody here wrote: a client at the mock, and a server under our judgement. */
import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import Provider from 'oidc-provider';
import { Agent, fetch } from 'undici';
import { genericProvider } from '../../mock/generic.ts';
import { askingTls } from '../../mock/mutual-tls.ts';
import { startMock } from '../../mock/server.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { otherCertificate } from '../../src/scenario/auth/other-certificate.ts';
import { plan } from '../../src/scenario/plan.ts';
import { accountOf, trusting } from '../../src/target/account.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples } from '../support/example.ts';
import { raised } from '../support/lax.ts';

const [name = ''] = exampleNames.filter((one) =>
  exampleContract(one).operation.control.auth.some(({ mechanism }) => mechanism === 'mutual-tls'),
);
const contract = exampleContract(name);
const environment = loadEnvironment(join(examples, name, 'environment.yaml'), { [name]: contract });
const target = resolveTarget(environment, contract, {});
const { cert = '', key = '' } = target.clientCertificate ?? {};
const client_id = String(target.credentials['clientId']?.value);

test('oauth4webapi with tls_client_auth is granted a token by its certificate, and by no other', async () => {
  const served = genericProvider({ contract: contract.file, account: accountOf(target) });
  const asking = askingTls(served);
  if (!asking) throw new Error('the mock asks for a certificate');
  const mock = await startMock({ more: [served], tls: asking.tls });
  const server = { issuer: mock.url, token_endpoint: `${mock.url}${served.tokenPath}` };
  const ask = async (identity: object): Promise<number> => {
    const dispatcher = new Agent({ connect: { ca: asking.ca, ...identity } });
    const send = (url: string, options: object) => fetch(url, { ...options, dispatcher });
    const options = { [oauth.customFetch]: send as unknown as typeof globalThis.fetch };
    const by = oauth.TlsClientAuth();
    const { status } = await oauth.clientCredentialsGrantRequest(
      server,
      { client_id },
      by,
      new URLSearchParams(),
      options,
    );
    await dispatcher.close();
    return status;
  };
  expect(await ask({ cert, key })).toBe(200);
  expect(await ask({})).toBe(401);
  expect(await ask(otherCertificate(cert))).toBe(401);
  await mock.close();
});

const methods: Record<string, object> = {
  tls_client_auth: { tls_client_auth_subject_dn: new X509Certificate(cert).subject },
  self_signed_tls_client_auth: {
    jwks: {
      keys: [
        {
          ...new X509Certificate(cert).publicKey.export({ format: 'jwk' }),
          x5c: [new X509Certificate(cert).raw.toString('base64')],
        },
      ],
    },
  },
};
for (const [method, registered] of Object.entries(methods))
  test(`oidc-provider with ${method} takes our certificate, binds the token to it, and refuses what we put in its place`, async () => {
    const asking = askingTls({ wantsCertificate: true });
    const server = createServer({ ...asking?.tls, ca: cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const socketOf = ({ req }: { req: { socket: TLSSocket } }): TLSSocket => req.socket;
    const own = (context: { req: { socket: TLSSocket } }) => socketOf(context).getPeerX509Certificate();
    const provider = new Provider(url, {
      clients: [
        {
          ...{
            client_id,
            token_endpoint_auth_method: method,
            tls_client_certificate_bound_access_tokens: true,
            ...registered,
          },
          ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
        },
      ],
      clientAuthMethods: [method],
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        mTLS: {
          ...{ enabled: true, certificateBoundAccessTokens: true, tlsClientAuth: true, selfSignedTlsClientAuth: true },
          getCertificate: own,
          certificateAuthorized: (context: Parameters<typeof own>[0]) => socketOf(context).authorized,
          certificateSubjectMatches: (context: Parameters<typeof own>[0], _property: string, expected: string) =>
            own(context)?.subject === expected,
        },
        // Only a JWT shows what it is bound to.
        resourceIndicators: {
          enabled: true,
          defaultResource: () => 'urn:accounts',
          getResourceServerInfo: () => ({ scope: '', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
        },
      },
      ttl: { ClientCredentials: 900 },
      routes: { token: contract.operation.path },
      cookies: { keys: ['throw-away'] },
    });
    server.on('request', provider.callback());
    const session = openSession(trusting(target, asking?.ca ?? null), url, memoryStore());
    const scenarios = plan(contract).filter(({ id, change }) => id === 'control' || change?.name === 'mutual-tls');
    const ofToken = scenarios.filter(({ operation }) => operation === 'token');
    const outcomes = [];
    for (const scenario of ofToken) outcomes.push(await session.run(scenario));
    await session.close();
    await new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    const selected = ofToken.map(({ id }) => id);
    const result = ledgerOf({
      meta: metaOf(contract, environment),
      selected,
      outcomes,
      durationMs: 0,
      day: '2026-01-02',
    });
    // Its 401 names no scheme; HTTP has one named all the same (RFC 9110, section 15.5.2).
    expect(raised(result)).toEqual({ warns: ['challenge'] });
    const verdictOf = (clause: string) => result.clauses.find(({ id }) => id === `${name}-${clause}`)?.verdict;
    expect(['granted', 'bound', 'certificate'].map(verdictOf)).toEqual(['pass', 'pass', 'pass']);
  });
