import { verify } from 'node:crypto';
import { jsonObject } from './body.ts';
import { bearerToken, publicKeyOf, sameSecret, strictBase64 } from './credentials.ts';
import type { Answer, Received } from './http.ts';
import { headerValues, jsonAnswer, mediaType, singleHeader } from './http.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { formatTimestamp, parseTimestamp } from './timestamp.ts';
import { signToken } from './tokens.ts';

const name = 'finnet';

/** A BI SNAP code is the status, the service and the case, so the status is read from it. */
function answer(responseCode: string, responseMessage: string, headers: [string, string][] = []): Answer {
  return jsonAnswer(Number(responseCode.slice(0, 3)), { responseCode, responseMessage }, headers);
}

const invalidFormat = (field: string) => answer('4007301', `Invalid Field Format ${field}`);
const invalidMandatory = (field: string) => answer('4007302', `Invalid Mandatory Field ${field}`);
const badRequest = () => answer('4007300', 'Bad Request');
// RFC 9110, section 15.5.2: a 401 names a challenge, also where the scheme is the provider's own.
const unauthorized = (reason: string) =>
  answer('4017300', `Unauthorized. ${reason}`, [['WWW-Authenticate', `Signature realm="${name}"`]]);

function grant(_received: Received, state: State, options: GrantOptions = {}): Answer {
  const { clientKey } = state.accounts.finnet;
  const life = options.life ?? state.lifeSeconds;
  const now = state.clock();
  const { token, expiresAt } = signToken(name, clientKey, now, life);
  state.tokens.add(name, token, expiresAt);
  const body = {
    responseCode: '2007300',
    responseMessage: 'Request has been processed successfully',
    accessToken: token,
    tokenType: 'Bearer',
    expiresIn: String(life),
  };
  return jsonAnswer(200, body, [
    ['X-TIMESTAMP', formatTimestamp(now)],
    ['X-CLIENT-KEY', clientKey],
  ]);
}

function refusedHeaders(received: Received, state: State): Answer | undefined {
  const { clientKey, publicKey } = state.accounts.finnet;

  const key = singleHeader(received, 'X-CLIENT-KEY');
  if (key.found === undefined) {
    return key.why === 'missing' ? invalidMandatory('X-CLIENT-KEY') : invalidFormat('X-CLIENT-KEY');
  }
  if (!sameSecret(key.found, clientKey)) return unauthorized('Unknown Client');

  const timestamp = singleHeader(received, 'X-TIMESTAMP');
  if (timestamp.found === undefined) {
    return timestamp.why === 'missing' ? invalidMandatory('X-TIMESTAMP') : invalidFormat('X-TIMESTAMP');
  }
  const sentAt = parseTimestamp(timestamp.found);
  if (sentAt === undefined) return invalidFormat('X-TIMESTAMP');
  if (Math.abs(state.clock() - sentAt) > state.timestampWindowSeconds * 1000) return unauthorized('Invalid Timestamp');

  const signature = singleHeader(received, 'X-SIGNATURE');
  if (signature.found === undefined) {
    return signature.why === 'missing' ? unauthorized('Invalid Signature') : invalidFormat('X-SIGNATURE');
  }
  const bytes = strictBase64(signature.found);
  const signed = Buffer.from(`${key.found}|${timestamp.found}`, 'latin1');
  return bytes && verify('RSA-SHA256', signed, publicKeyOf(publicKey), bytes) ? undefined : unauthorized('Invalid Signature');
}

function refusedBody(received: Received): Answer | undefined {
  // The page calls Content-Type optional; one that is there has to be right.
  const declared = headerValues(received, 'Content-Type').length > 0;
  if (declared && mediaType(received) !== 'application/json') return badRequest();
  const body = jsonObject(received.body);
  if (!body) return badRequest();
  const grantType = body.get('grantType');
  if (grantType === undefined || grantType === null || grantType === '') return invalidMandatory('grantType');
  return grantType === 'client_credentials' ? undefined : invalidFormat('grantType');
}

function token(received: Received, state: State): Answer {
  if (received.method !== 'POST') return answer('4057300', 'Requested Function Is Not Supported', [['Allow', 'POST']]);
  return refusedHeaders(received, state) ?? refusedBody(received) ?? grant(received, state);
}

function resource(received: Received, state: State): Answer {
  if (received.method !== 'GET') return answer('4051100', 'Requested Function Is Not Supported', [['Allow', 'GET']]);
  const bearer = bearerToken(received);
  if (bearer === undefined || !state.tokens.isLive(name, bearer)) {
    return answer('4011101', 'Invalid Token (B2B)', [['WWW-Authenticate', `Bearer realm="${name}"`]]);
  }
  const accountInfos = [{ balanceType: 'Cash', amount: { value: '1500000.00', currency: 'IDR' } }];
  return jsonAnswer(200, { responseCode: '2001100', responseMessage: 'Successful', accountInfos });
}

/** Finnet, BI SNAP access token B2B: an RSA signature over the client key and the timestamp. */
export const finnet: Provider = {
  name,
  basePath: '/pg/snap',
  tokenPath: '/pg/snap/oauth/v1.0/access-token/b2b',
  resourcePath: '/pg/snap/v1.0/balance-inquiry',
  token,
  grant,
  resource,
};
