/** The topics of a provider's page, and the topic of each clause and reading. */
import type { Clause, Contract, Part, Reading } from '../contract/types.ts';
import { isUntestable, probeOperationId, tokenOperationId } from '../contract/types.ts';

/** The topics in the order of a page: their headings, and one sentence about each. */
export const topics = {
  request: ['Method, path and headers', 'What a request must look like, or it is refused.'],
  credentials: ['Credentials and signature', 'How the client proves who it is. Anything else is refused.'],
  body: ['Body and parameters', 'What a request must say, or it is refused.'],
  fair: ['Requests that must be granted too', 'The good request, written in another way that the sources allow.'],
  grant: ['The answer that grants', 'What the answer to a good request holds.'],
  scope: ['Scopes', 'What a token is good for.'],
  token: ['The token and its life', 'What the token says of itself, and how long it is accepted.'],
  refused: ['The answer that refuses', 'What every refusal holds, and what it must not hold.'],
  every: ['Every answer', 'What holds whether the request was granted or refused.'],
  others: ['Other operations', 'What is asked of the operations that take a token.'],
  hidden: ['Not testable from outside', 'What the sources state and no answer can show.'],
} as const satisfies Record<string, readonly [heading: string, about: string]>;

/** Key of a topic. */
export type Topic = keyof typeof topics;

const byPart = {
  method: 'request',
  path: 'request',
  header: 'request',
  'media-type': 'request',
  auth: 'credentials',
  query: 'credentials',
  field: 'body',
  body: 'body',
  parameter: 'body',
  whole: 'request',
  probe: 'token',
  family: 'request',
  again: 'request',
} as const satisfies Record<Part, Topic>;

const ofToken = /^(?:jwt$|claims-|certificate-bound$|lifetime$|life-|accepted$)/;
const ofScope = /(?:^|-)scope(?:$|-)/;

/** The topic of a clause: the first of these that fits. */
export function topicOf(clause: Clause): Topic {
  const { operations } = clause;
  if (isUntestable(clause)) return 'hidden';
  if (!operations.includes(tokenOperationId) && !operations.includes(probeOperationId)) return 'others';
  if (clause.kind === 'demand') return clause.request.name === 'scope' ? 'scope' : byPart[clause.request.part];
  if (clause.request?.part === 'probe' || ofToken.test(clause.check)) return 'token';
  if (ofScope.test(clause.check) || JSON.stringify(clause.parameters['at'] ?? '').includes('scope')) return 'scope';
  if (clause.request) return 'fair';
  if (clause.on.every((on) => on === 'granted')) return 'grant';
  return clause.on.every((on) => on === 'refused' || (typeof on === 'number' && on >= 400)) ? 'refused' : 'every';
}

/** The topic of a reading: that of the clause whose scenario or check shows it, else the grant, where most are seen. */
export function topicOfReading(reading: Reading, contract: Contract): Topic {
  const clause = contract.clauses.find(({ id }) => reading.scenario?.startsWith(`${id}/`));
  if (clause) return topicOf(clause);
  if (reading.options.some(({ url }) => url !== undefined)) return 'request';
  return reading.check !== null && ofToken.test(reading.check) ? 'token' : 'grant';
}
