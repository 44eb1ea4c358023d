/** Ids of the clauses of a draft: kebab-case, with the provider's prefix, each once. */
import type { Facts, Member } from '../facts/facts.ts';
import { kebab } from '../page/words.ts';

/** The ids of a draft, by member. */
export interface Names {
  request(member: Member): string;
  granted(member: Member): string;
  /** The id of a member of the refusals of one shape, of which the first has the plainest. */
  refused(member: Member, status: number): string;
  header(name: string): string;
  query(name: string): string;
  of(suffix: string): string;
}

const last = (pointer: string): string => pointer.split('/').at(-1) ?? '';

/** Makes the ids of a draft. A name that is taken gets the name of its side or its parent before it. */
export function namesOf(provider: string, facts: Facts): Names {
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
  ]);
  const ids = new Map<string, string>();
  const claim = (key: string, candidates: string[]): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const free = candidates.find((candidate) => !taken.has(candidate)) ?? `${candidates.at(-1)}-${ids.size}`;
    taken.add(free);
    ids.set(key, free);
    return free;
  };
  const whole = ({ pointer }: Member): string => kebab(pointer);
  const names: Names = {
    of: (suffix) => `${provider}-${suffix}`,
    header: (name) => names.of(claim(`header ${name}`, [kebab(name.replace(/^x-/i, '')), kebab(name)])),
    query: (name) => names.of(claim(`query ${name}`, [kebab(name), `query-${kebab(name)}`])),
    request: (member) =>
      names.of(claim(`request ${member.pointer}`, [kebab(last(member.pointer)), `request-${whole(member)}`])),
    granted: (member) =>
      names.of(
        claim(`granted ${member.pointer}`, [kebab(last(member.pointer)), whole(member), `granted-${whole(member)}`]),
      ),
    refused: (member, status) => {
      const own = kebab(last(member.pointer));
      const plain = own.startsWith('error') ? own : `error-${own}`;
      return names.of(
        claim(`refused ${status} ${member.pointer}`, [
          ...[plain, `error-${whole(member)}`, `error-${status}-${own}`],
          ...[`refused-${whole(member)}`, `refused-${status}-${whole(member)}`],
        ]),
      );
    },
  };
  for (const header of facts.headers) names.header(header.name);
  for (const query of facts.queries) names.query(query.name);
  for (const member of facts.request) names.request(member);
  return names;
}
