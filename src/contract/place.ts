import { lastKeyOf } from '../formats/json.ts';
import type { Clause } from './types.ts';

/** The parts of a clause that give its place in its source. */
type Placed = Pick<Clause, 'source' | 'at' | 'find' | 'request'> & {
  check?: string;
  parameters?: { [key: string]: unknown };
};

/**
 * The last name in a place: `Body Response` for `Body Response, row 3`, `expires_in` for `Response, data.expires_in`.
 */
function lastName(at: string): string {
  const parts = at.split(', ').filter((part) => !/^rows? \d/.test(part));
  const last = (parts.at(-1) ?? at).replace(/^parameter /, '');
  return last.includes(' ') ? last : (last.split('.').at(-1) ?? last);
}

/** The words at the clause's place in its page: those given, or the name of the member or header it is about. */
function wordsOf({ at, find, request, parameters }: Placed): string {
  if (find) return find;
  if (request && ['header', 'field'].includes(request.part)) return request.name;
  const pointer = parameters?.['at'];
  const name = typeof pointer === 'string' ? lastKeyOf(pointer) : parameters?.['name'];
  return typeof name === 'string' && name !== '' ? name : lastName(at);
}

/**
 * The address of the sentence that a clause was taken from: a section's own anchor where the RFC editor gives one, else
 * a text fragment (WICG, Scroll to Text Fragment), which older browsers ignore.
 */
export function placeUrl(clause: Placed): string {
  const { url } = clause.source;
  const section = /^section (\d+(?:\.\d+)*)/i.exec(clause.at)?.[1];
  if (section && /\/rfc\d+$/.test(url)) return `${url}#section-${section}`;
  // A hyphen, a comma and an ampersand are syntax in a text fragment.
  const text = encodeURIComponent(wordsOf(clause)).replaceAll('-', '%2D');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}
