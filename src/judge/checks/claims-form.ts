import { atPointer } from '../../formats/json.ts';
import { foundText } from '../../wire/clear/describe.ts';
import { type Check, echoesIn, inapplicable } from './check.ts';
import { algOf, claimsOf, jwtHeaderOf } from './claims.ts';

/** exp, iat and nbf, where they are given, are numbers. */
export const claimsNumeric: Check = (evidence) => {
  const documented = 'exp, iat and nbf are numbers';
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const dates = ['exp', 'iat', 'nbf'].filter((name) => claims[name] !== undefined);
  const wrong = dates.filter((name) => typeof claims[name] !== 'number');
  return {
    verdict: wrong.length > 0 ? 'fail' : 'pass',
    documented,
    received:
      wrong.length > 0
        ? wrong.map((name) => `${name} is ${JSON.stringify(claims[name])}`).join(', ')
        : `${dates.join(', ') || 'none given'}`,
    pointer: evidence.contract.token.value,
  };
};

/** A token that is a JWT is signed: anyone can write one whose alg is none. */
export const claimsSigned: Check = (evidence) => {
  const documented = 'a signed token: alg is given, and is not none';
  const header = jwtHeaderOf(evidence);
  if (!header) return inapplicable(documented, 'the token is not a JWT');
  const alg = algOf(header);
  const pointer = evidence.contract.token.value;
  const unsigned = String(atPointer(evidence.json, pointer)).endsWith('.');
  const named = alg === '' ? 'its header names no alg' : `alg ${JSON.stringify(header['alg'])}`;
  const received = unsigned ? `${named}, and an empty signature` : named;
  return { verdict: alg === '' || alg === 'none' || unsigned ? 'fail' : 'pass', documented, received, pointer };
};

/** The claims, which anyone can read, hold no secret of the client. */
export const claimsHoldNoSecret: Check = (evidence) => {
  const documented = "no secret of the client in the token's claims";
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const [held] = echoesIn(evidence, JSON.stringify(claims));
  return {
    verdict: held ? 'fail' : 'pass',
    documented,
    received: held ? foundText(held) : 'none',
    pointer: evidence.contract.token.value,
  };
};
