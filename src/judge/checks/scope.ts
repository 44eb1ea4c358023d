import { grantedScopes } from '../granted-scopes.ts';
import { type Check, type CheckResult, type Evidence, inapplicable, unreadable } from './check.ts';
import { granted } from './granted.ts';

function within(evidence: Evidence, allowed: string[], documented: string): CheckResult {
  const scopes = grantedScopes(evidence);
  const pointer = evidence.contract.token.scope ?? '';
  const blocked = evidence.unread === null ? null : unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  if (scopes === null) return { verdict: 'inconclusive', documented, received: 'the answer names no scope', pointer };
  const known = new Set(allowed);
  const beyond = scopes.filter((scope) => !known.has(scope));
  return {
    verdict: beyond.length > 0 ? 'fail' : 'pass',
    documented,
    received: beyond.length > 0 ? `besides: ${beyond.join(' ')}` : scopes.join(' '),
    pointer,
  };
}

/** Every granted scope was asked for. */
export const scopeWithinRequest: Check = (evidence) => {
  const documented = `nothing but ${evidence.requestedScopes.join(' ')}`;
  if (evidence.requestedScopes.length === 0) return inapplicable(documented, 'the request asked for no scope');
  const { scopes } = evidence.contract.operation;
  // RFC 6749 3.3: a server may ignore an unknown scope, and then grants a default.
  if (scopes.length > 0 && !evidence.requestedScopes.some((scope) => scopes.includes(scope)))
    return inapplicable(documented, 'the request asked for no documented scope');
  return within(evidence, evidence.requestedScopes, documented);
};

/** Every granted scope is one that the OpenAPI file lists. */
export const scopeDocumented: Check = (evidence) =>
  within(
    evidence,
    evidence.contract.operation.scopes,
    `only scopes that are documented: ${evidence.contract.operation.scopes.join(' ')}`,
  );

/** The request is granted, with every scope that was asked for. */
export const scopeGranted: Check = (evidence, parameters, statement) => {
  const answer = granted(evidence, parameters, statement);
  if (answer.verdict !== 'pass') return answer;
  const documented = `granted: ${evidence.requestedScopes.join(' ')}`;
  const scopes = grantedScopes(evidence);
  const all = new Set(scopes);
  const missing = evidence.requestedScopes.filter((scope) => !all.has(scope));
  if (scopes === null) return { verdict: 'inconclusive', documented, received: 'the answer names no scope' };
  if (missing.length === 0) return { verdict: 'pass', documented, received: scopes.join(' ') };
  return { verdict: 'fail', documented, received: `not granted: ${missing.join(' ')}`, fault: 'scope narrowed' };
};
