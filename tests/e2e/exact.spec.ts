/** Servers that take for a credential, or for a token, what is none. */
import { expect, test } from '@playwright/test';
import { readAccounts } from '../../mock/accounts.ts';
import type { Intercept } from '../../mock/server.ts';
import { bearerOf } from '../../proof/life.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { against, atResource, headerOf, onToken, raised } from '../support/lax.ts';

/** The control, and the scenarios of the part of a request that a server is lax about. */
const atPart =
  (part: string) =>
  ({ id, change }: Scenario): boolean =>
    id === 'control' || change?.part === part;

/** Whether a lax server takes what was given for the credential. */
type Takes = (given: string, issued: string) => boolean;

const inHeader: Record<string, Takes> = {
  'in any letter case': (given, issued) => given.toLowerCase() === issued.toLowerCase(),
  'without its blanks': (given, issued) => given.replaceAll(' ', '') === issued,
  'by its start': (given, issued) => given.startsWith(issued),
  'when it is the start of the right one': (given, issued) => given.length > 8 && issued.startsWith(given),
};

const inBasic: Record<string, Takes> = {
  ...inHeader,
  'without blanks before it': (given, issued) => given.trimStart() === issued,
  'without blanks after it': (given, issued) => given.trimEnd() === issued,
};

const accounts = readAccounts();

function laxBasic(part: 'id' | 'secret', id: string, secret: string, takes: Takes): Intercept {
  return onToken((answer, call) => {
    const [scheme, encoded = ''] = headerOf(call, 'Authorization').split(' ');
    const [, givenId = '', givenSecret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
    const fits = (name: 'id' | 'secret', given: string, issued: string): boolean =>
      name === part ? takes(given, issued) : given === issued;
    const lax = scheme === 'Basic' && fits('id', givenId, id) && fits('secret', givenSecret, secret);
    const other = givenId !== id || givenSecret !== secret;
    return answer.status === 401 && lax && other ? call.grant() : answer;
  });
}

const laxHeader = (name: string, issued: string, takes: Takes): Intercept =>
  onToken((answer, call) => (answer.status === 401 && takes(headerOf(call, name), issued) ? call.grant() : answer));

/** A resource that knows every token granted so far, and takes what the lax server takes for one of them. */
function laxResource(takes: Takes): Intercept {
  const granted: string[] = [];
  return (call) => {
    const answer = call.answer();
    const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
    if (token) granted.push(token);
    const given = bearerOf(call.received.headers);
    const fresh = granted.at(-1) ?? '';
    const scheme = headerOf(call, 'Authorization').split(' ')[0];
    return call.operation === 'resource' && scheme === 'Bearer' && answer.status === 401 && takes(given, fresh)
      ? { ...answer, status: 200 }
      : answer;
  };
}

const { singapay, pyng, finnet } = accounts;
const basics: [provider: string, part: 'id' | 'secret', id: string, secret: string, clause: string][] = [
  ['singapay', 'id', singapay.clientId, singapay.clientSecret, 'basic-client'],
  ['singapay', 'secret', singapay.clientId, singapay.clientSecret, 'basic-secret'],
  ['pyng', 'id', pyng.username, pyng.password, 'basic-client'],
  ['pyng', 'secret', pyng.username, pyng.password, 'basic-secret'],
];
for (const [provider, part, id, secret, clause] of basics) {
  test(`${provider}: the ${part} of Basic credentials counts byte for byte`, async () => {
    for (const [name, takes] of Object.entries(inBasic)) {
      const result = await against(provider, laxBasic(part, id, secret, takes), { select: atPart('auth') });
      expect(raised(result), `taken ${name}`).toEqual({ fails: [clause] });
    }
  });
}

const keys: [provider: string, header: string, issued: string, clause: string][] = [
  ['singapay', 'X-PARTNER-ID', singapay.partnerId, 'partner-id-known'],
  ['finnet', 'X-CLIENT-KEY', finnet.clientKey, 'client-key-known'],
];
for (const [provider, header, issued, clause] of keys) {
  test(`${provider}: ${header} counts byte for byte`, async () => {
    for (const [name, takes] of Object.entries(inHeader)) {
      const only: Takes = (given, right) => given !== right && takes(given, right);
      const result = await against(provider, laxHeader(header, issued, only), {
        select: (scenario) => atPart('header')(scenario) || atPart('auth')(scenario),
      });
      expect(raised(result), `taken ${name}`).toEqual({ fails: [clause] });
    }
  });
}

const unsigned: Record<string, Takes> = {
  'whose alg is none': (given) =>
    /"alg":"none"/.test(Buffer.from(given.split('.')[0] ?? '', 'base64url').toString('utf8')),
  'without a signature': (given) => given.endsWith('.'),
};
for (const provider of ['finnet', 'pyng', 'singapay']) {
  test(`${provider}: a token counts byte for byte at its resource, and only a signed one counts`, async () => {
    for (const [name, takes] of Object.entries({ ...inHeader, ...unsigned })) {
      // A longer profile sends an opaque token with a blank inside.
      if (provider === 'pyng' && name === 'without its blanks') continue;
      const result = await against(provider, laxResource(takes), { select: atResource });
      expect(raised(result), `taken ${name}`).toEqual({ fails: ['resource-guarded'] });
    }
  });
}
