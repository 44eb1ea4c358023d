import { randomBytes } from 'node:crypto';
import { formDecode, formParameters } from './body.ts';
import { basicCredentials, bearerToken, sameSecret } from './credentials.ts';
import type { Answer, Received } from './http.ts';
import { bodyLimit, headerValues, jsonAnswer, mediaType, singleHeader } from './http.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { opaqueToken } from './tokens.ts';

const name = 'pyng';

type Parameters = Map<string, string[]>;

function answer(status: number, body: unknown, headers: [string, string][] = []): Answer {
  const plain = jsonAnswer(status, body, [['Pragma', 'no-cache'], ...headers]);
  const rest = plain.headers.filter(([key]) => key !== 'Content-Type');
  return { ...plain, headers: [['Content-Type', 'application/json;charset=UTF-8'], ...rest] };
}

function refuse(error: string, description: string): Answer {
  return answer(400, { error, error_description: description });
}

function invalidClient(): Answer {
  const body = { error: 'invalid_client', error_description: 'Client authentication failed' };
  return answer(401, body, [['WWW-Authenticate', `Basic realm="${name}"`]]);
}

/** RFC 6749, section 2.3.1 form-encodes id and secret first, the page does not: either is accepted. */
function matches(given: Uint8Array, expected: string): boolean {
  const decoded = formDecode(given);
  return sameSecret(given, expected) || (decoded !== undefined && sameSecret(decoded, expected));
}

function authenticates(received: Received, state: State): boolean {
  const basic = basicCredentials(received);
  const { username, password } = state.accounts.pyng;
  return basic !== undefined && matches(basic.user, username) && matches(basic.password, password);
}

function holdsCredentials(parameters: Parameters, names: string[]): boolean {
  return names.some((key) => parameters.has(key));
}

function scopesOf(value: string): string[] {
  return [...new Set(value.split(' '))];
}

/** Scopes for a grant regardless of the request: what was asked for where that can be made out, else all. */
function readableScopes(received: Received, granted: string[]): string {
  const asked = scopesOf(formParameters(received.body)?.get('scope')?.[0] ?? '');
  const known = asked.filter((scope) => granted.includes(scope));
  return (known.length > 0 ? known : granted).join(' ');
}

function grant(received: Received, state: State, options: GrantOptions = {}): Answer {
  const life = options.life ?? state.lifeSeconds;
  const token = opaqueToken();
  state.tokens.add(name, token, state.clock() + life * 1000);
  const scope = options.scope ?? readableScopes(received, state.accounts.pyng.scopes);
  return answer(200, { access_token: token, token_type: 'Bearer', expires_in: life, scope });
}

function refusedRequest(parameters: Parameters, state: State): Answer | undefined {
  if ([...parameters.values()].some((values) => values.length > 1)) {
    return refuse('invalid_request', 'A parameter is repeated');
  }
  if (holdsCredentials(parameters, ['client_secret', 'client_assertion'])) {
    return refuse('invalid_request', 'More than one way to authenticate the client');
  }
  const grantType = parameters.get('grant_type')?.[0];
  if (!grantType) return refuse('invalid_request', 'grant_type is required');
  if (grantType !== 'client_credentials') {
    return refuse('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const scope = parameters.get('scope')?.[0];
  if (!scope) return refuse('invalid_scope', 'scope is required');
  const granted = state.accounts.pyng.scopes;
  if (!scopesOf(scope).every((token) => granted.includes(token))) {
    return refuse('invalid_scope', 'A scope is malformed, unknown or not granted to the client');
  }
  return undefined;
}

function token(received: Received, state: State): Answer {
  if (received.method !== 'POST') {
    const body = { error: 'invalid_request', error_description: 'The method must be POST' };
    return answer(405, body, [['Allow', 'POST']]);
  }
  if (headerValues(received, 'Authorization').length === 0 || !authenticates(received, state)) return invalidClient();

  const query = formParameters(Buffer.from(received.query, 'latin1'));
  if (query && holdsCredentials(query, ['client_secret', 'client_assertion', 'password'])) {
    return refuse('invalid_request', 'Client credentials must not be in the URI');
  }
  if (mediaType(received) !== 'application/x-www-form-urlencoded') {
    return refuse('invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
  }
  const parameters = received.body.length > bodyLimit ? undefined : formParameters(received.body);
  if (!parameters) return refuse('invalid_request', 'The body is too long or cannot be decoded');
  return refusedRequest(parameters, state) ?? grant(received, state);
}

function resourceError(status: number, code: string, displayMessage: string, ...headers: [string, string][]): Answer {
  return answer(status, { errors: [{ code, displayMessage }], traceId: randomBytes(16).toString('hex') }, headers);
}

function resource(received: Received, state: State): Answer {
  if (received.method !== 'GET') {
    return resourceError(405, 'urn:pyng:error:method:not-allowed', 'Method not allowed', ['Allow', 'GET']);
  }
  const bearer = bearerToken(received);
  if (bearer === undefined || !state.tokens.isLive(name, bearer)) {
    const challenge: [string, string] = ['WWW-Authenticate', `Bearer realm="${name}"`];
    return resourceError(401, 'urn:pyng:error:token:invalid', 'The access token is missing or not valid', challenge);
  }
  if (singleHeader(received, 'Pyng-Api-Version').found === undefined) {
    return resourceError(400, 'urn:pyng:error:version:missing', 'Pyng-Api-Version is missing');
  }
  return answer(200, { customers: [{ customerId: 'customer-1', status: 'ACTIVE' }] });
}

/** Pyng, B2B Receivables API: the client credentials grant of RFC 6749, section 4.4, with scopes. */
export const pyng: Provider = {
  name,
  basePath: '',
  tokenPath: '/billing/oauth2/token',
  resourcePath: '/billing/sites/:siteId/customers',
  token,
  grant,
  resource,
};
