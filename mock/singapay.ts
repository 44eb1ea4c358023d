import { jsonObject } from './body.ts';
import { basicCredentials, bearerToken, sameSecret } from './credentials.ts';
import type { Answer, Received } from './http.ts';
import { jsonAnswer, mediaType, singleHeader } from './http.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { signToken } from './tokens.ts';

const name = 'singapay';

function refuse(status: number, message: string, headers: [string, string][] = []): Answer {
  return jsonAnswer(status, { status, success: false, error: { code: status, message } }, headers);
}

function unauthorized(message: string, scheme: 'Basic' | 'Bearer' = 'Basic'): Answer {
  return refuse(401, message, [['WWW-Authenticate', `${scheme} realm="${name}"`]]);
}

function grant(_received: Received, state: State, options: GrantOptions = {}): Answer {
  const life = options.life ?? state.lifeSeconds;
  const { token, expiresAt } = signToken(name, state.accounts.singapay.partnerId, state.clock(), life);
  state.tokens.add(name, token, expiresAt);
  const data = { access_token: token, token_type: 'Bearer', expires_in: String(life) };
  return jsonAnswer(200, { status: 200, success: true, data });
}

function token(received: Received, state: State): Answer {
  if (received.method !== 'POST') return refuse(405, 'Method not allowed', [['Allow', 'POST']]);

  const account = state.accounts.singapay;
  const basic = basicCredentials(received);
  const known = basic && sameSecret(basic.user, account.clientId) && sameSecret(basic.password, account.clientSecret);
  if (!known) return unauthorized('Invalid credentials');

  const partner = singleHeader(received, 'X-PARTNER-ID');
  if (partner.found === undefined) return refuse(422, `X-PARTNER-ID is ${partner.why}`);
  if (!sameSecret(partner.found, account.partnerId)) return unauthorized('Invalid X-PARTNER-ID');

  if (mediaType(received) !== 'application/json') return refuse(422, 'Content-Type must be application/json');
  const body = jsonObject(received.body);
  if (!body) return refuse(422, 'The body must be a JSON object');
  const grantType = body.get('grant_type');
  if (grantType === undefined || grantType === null || grantType === '') return refuse(422, 'grant_type is required');
  if (grantType !== 'client_credentials') return refuse(422, 'grant_type must be client_credentials');
  return grant(received, state);
}

function resource(received: Received, state: State): Answer {
  if (received.method !== 'GET') return refuse(405, 'Method not allowed', [['Allow', 'GET']]);
  const bearer = bearerToken(received);
  if (bearer === undefined || !state.tokens.isLive(name, bearer)) return unauthorized('Unauthenticated', 'Bearer');
  return jsonAnswer(200, { status: 200, success: true, data: { balance: 1500000, currency: 'IDR' } });
}

/** SingaPay, B2B Biller API: HTTP Basic, a partner header and a JSON body. */
export const singapay: Provider = {
  name,
  basePath: '',
  tokenPath: '/api/v1.0/access-token/b2b',
  resourcePath: '/api/v1.0/balance',
  token,
  grant,
  resource,
};
