/** Ids of the clauses of a draft: kebab-case, with the provider's prefix, each once. */
import { groups } from '../../../contract/default-ways.ts';
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts, Member } from '../../facts/facts.ts';
import { freeName, numbered } from '../../facts/free-name.ts';
import { isInItems } from '../../facts/list-items.ts';
import { kebab } from '../../page/words/spellings.ts';

/** The ids of a draft, by member. */
export interface Names {
  request(member: Pick<Member, 'pointer'>): string;
  granted(member: Member): string;
  /** The id of a member of the refusals of one shape, of which the first has the plainest. */
  refused(member: Member, status: number): string;
  header(name: string): string;
  query(name: string): string;
  /** The id of a header of an answer. */
  answered(header: { name: string }, status: number): string;
  of(suffix: string): string;
}

/** What the clause of a member of an answer may be called after the prefix of its provider, the plainest first. */
export function answerNames(pointer: string, status: number): string[] {
  const [own, whole] = [kebab(lastKeyOf(pointer)), kebab(pointer)];
  if (status < 400) return [own, whole, `granted-${whole}`];
  return [
    ...[own.startsWith('error') ? own : `error-${own}`, `error-${whole}`, `error-${status}-${own}`],
    ...[`refused-${whole}`, `refused-${status}-${whole}`],
  ];
}

/**
 * Makes the ids of a draft. A name that is taken gets the name of its side or its parent before it.
 * @param others ids of clauses that are about no field
 */
export function namesOf(provider: string, facts: Facts, others: string[] = []): Names {
  const prefix = `${provider}-`;
  const taken = new Set([
    'granted',
    'granted-again',
    'method',
    'body',
    'media-type',
    'json',
    'json-object',
    'lifetime',
    'https',
    ...others.map((id) => id.slice(prefix.length)),
  ]);
  const keywordIds = new Set<string>();
  const ids = new Map<string, string>();
  // The keywords of a field of a request are clauses, and no id of another may be one of theirs.
  const ofKeywords = (name: string): string[] => groups.map((group) => `${name}-${group}`);
  const isAsked = (side: string): boolean => ['header', 'query', 'request'].includes(side);
  const claim = (side: string, key: string, candidates: string[]): string => {
    const known = ids.get(`${side} ${key}`);
    if (known !== undefined) return known;
    const isTaken = (name: string): boolean =>
      taken.has(name) || (isAsked(side) ? ofKeywords(name).some((one) => taken.has(one)) : keywordIds.has(name));
    const free = freeName(candidates, isTaken) ?? numbered(`${side}-field`, isTaken);
    taken.add(free);
    if (isAsked(side)) for (const id of ofKeywords(free)) keywordIds.add(id);
    ids.set(`${side} ${key}`, free);
    return free;
  };
  const names: Names = {
    of: (suffix) => `${prefix}${suffix}`,
    header: (name) => names.of(claim('header', name, [kebab(name.replace(/^x-/i, '')), kebab(name)])),
    query: (name) => names.of(claim('query', name, [kebab(name), `query-${kebab(name)}`])),
    answered: ({ name }, status) => {
      const own = kebab(name.replace(/^x-/i, ''));
      return names.of(claim('answered', `${status} ${name}`, [`answer-${own}`, `answer-${status}-${own}`]));
    },
    request: ({ pointer }) =>
      names.of(claim('request', pointer, [kebab(lastKeyOf(pointer)), `request-${kebab(pointer)}`])),
    granted: ({ pointer }) => names.of(claim('granted', pointer, answerNames(pointer, 200))),
    refused: ({ pointer }, status) => names.of(claim('refused', `${status} ${pointer}`, answerNames(pointer, status))),
  };
  for (const header of facts.headers) names.header(header.name);
  for (const query of facts.queries) names.query(query.name);
  for (const member of facts.request) if (!isInItems(member.pointer)) names.request(member);
  return names;
}
