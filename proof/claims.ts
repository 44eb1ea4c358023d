/** Grants whose token is a JWT of the proof's own. */
import type { Answer } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { at, jsonOf, jwt, withMember } from './answers.ts';
import { lifeOf, withLifeOnly } from './lifetimes.ts';

let issued = 0;

/** The claim by which a JWT is bound to its client, as an answer has it; none where it is not bound. */
export function bindingOf({ token }: Contract, answer: Answer): JsonObject {
  const [, payload = ''] = String(at(jsonOf(answer), token.value)).split('.');
  const claims = jsonOf({ status: 200, headers: [], body: Buffer.from(payload, 'base64url') });
  return claims['cnf'] === undefined ? {} : { cnf: claims['cnf'] };
}

/** The answer with a JWT of its own whose dates and binding are right but for what is given. */
export function withClaims(contract: Contract, answer: Answer, claims: JsonObject, header?: Json): Answer {
  const now = Math.floor(Date.now() / 1000);
  const bound = bindingOf(contract, answer);
  const right = { iss: 'issuer', jti: `${++issued}`, iat: now, nbf: now, exp: now + lifeOf(contract, answer) };
  return withMember(answer, contract.token.value, jwt({ ...right, ...bound, ...claims }, header));
}

/** The answer with another lifetime, in the type it declared it in, and claims to match where its token is a JWT. */
export function withLife(contract: Contract, answer: Answer, seconds: number): Answer {
  const changed = withLifeOnly(contract, answer, seconds);
  return String(at(jsonOf(answer), contract.token.value)).startsWith('eyJ')
    ? withClaims(contract, changed, {})
    : changed;
}
