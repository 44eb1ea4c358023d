/** Facts laid side by side: what each is about, and its value. */
import type { Json } from '../../formats/json.ts';
import type { Fact, Facts, HeaderFact, Member, OtherFacts, Statement } from '../facts/facts.ts';
import { keywords } from '../facts/keywords.ts';
import { withoutNames } from '../page/values/address.ts';

/** Facts as `what it is about` → value, so that two readings of a page, or a page and a contract, can be laid side by side. */
export function flatten(facts: Omit<Statement, 'origin' | 'todos'>): Map<string, Fact> {
  const flat = new Map<string, Fact>();
  const put = (key: string, value: Json | undefined, from: Omit<Fact, 'value'>): void => {
    const { at, clause, cites } = from;
    if (value !== undefined && value !== null)
      flat.set(key, { value, at, ...(clause ? { clause } : {}), ...(cites ? { cites } : {}) });
  };
  const described = (key: string, one: Member | HeaderFact): void => {
    if (one.required === true) put(`${key} required`, true, one);
    for (const keyword of keywords) put(`${key} ${keyword}`, one.schema[keyword], one);
  };
  for (const server of facts.servers) put(`server ${server.url}`, true, server);
  if (facts.method) put('method', facts.method.value, facts.method);
  if (facts.path) put('path', facts.path.value, facts.path);
  if (facts.mediaType) put('media-type', facts.mediaType.value, facts.mediaType);
  if (facts.bodyRequired)
    put('request body required', true, {
      at: facts.bodyAt ?? '',
      ...(facts.bodyClause ? { clause: facts.bodyClause } : {}),
    });
  if (facts.security && facts.security.value !== 'none') put('security', facts.security.value, facts.security);
  for (const header of facts.headers) described(`request header ${header.name.toUpperCase()}`, header);
  for (const query of facts.queries) described(`request query ${query.name}`, query);
  for (const part of facts.paths ?? []) described(`request path ${part.name}`, part);
  for (const member of facts.request) described(`request ${member.pointer}`, member);
  for (const answer of facts.answers) {
    put(`${answer.status} status`, true, answer);
    if (answer.mediaType) put(`${answer.status} media-type`, answer.mediaType.value, answer.mediaType);
    for (const member of answer.members) described(`${answer.status} ${member.pointer}`, member);
    for (const header of answer.headers ?? []) {
      // A draft says lengths and values of a header by a pattern.
      const { pattern: _, ...schema } = header.schema;
      described(`${answer.status} header ${header.name.toUpperCase()}`, { ...header, schema });
    }
  }
  for (const scope of facts.scopes) put(`scope ${scope.name}`, true, scope);
  return flat;
}

/** How facts of an operation beside the token's begin: its method and path, whatever its parameters are called. */
export const otherKey = ({ method, path }: Pick<OtherFacts, 'method' | 'path'>): string =>
  keyAt(method?.value ?? null, path?.value ?? null);

/** The same by a method and a path; GET and `/` where there is none. */
export function keyAt(method: string | null, path: string | null): string {
  return `${method ?? 'GET'} ${withoutNames(path ?? '/')}`;
}

/** The facts of an operation beside the token's; its servers and scopes are those of the whole description. */
export function flattenOther(other: OtherFacts): Map<string, Fact> {
  const own = flatten({ ...other, servers: [], scopes: [] });
  return new Map([...own].map(([key, fact]): [string, Fact] => [`${otherKey(other)}: ${key}`, fact]));
}

/** The facts of the token operation and of all others. */
export function flattenAll(facts: Parameters<typeof flatten>[0] & Pick<Facts, 'others'>): Map<string, Fact> {
  return new Map([...flatten(facts), ...facts.others.flatMap((other) => [...flattenOther(other)])]);
}
