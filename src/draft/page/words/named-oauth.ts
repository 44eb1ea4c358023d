/** Whether a page says that its tokens are those of OAuth 2.0, whose standard gives what the page leaves out. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { denies } from './denied.ts';

/** The standard by its name or number, in words, in a path, and as the type of a scheme. */
const named = /(?<![\p{L}\d])(?:oauth ?-?(?:2(?:\.\d)?)?(?![\p{L}\d])|rfc ?-?6749(?!\d))/giu;

/** Words that tell it apart from what the page has. */
const apart = /\b(?:unlike|differs?|instead|other than|similar|inspired|no|berbeda|bukan|mirip|rather than)\b/i;

/** Characters around the name that are looked at, and places of it. */
const around = 200;
const mostPlaces = 50;

/** Whether a text names OAuth 2.0 in a sentence that does not turn it down. */
export function namesOauth(text: string): boolean {
  let places = 0;
  for (const { 0: name, index } of text.matchAll(named)) {
    if (places++ >= mostPlaces) return false;
    const before =
      text
        .slice(Math.max(0, index - around), index)
        .split(/[.;!?]\s|\n|[<>]/)
        .at(-1) ?? '';
    const [behind = ''] = text.slice(index + name.length, index + name.length + around).split(/[.;!?](?:\s|$)|\n|[<>]/);
    const sentence = `${before}${name}${behind}`;
    if (!denies(sentence) && !apart.test(sentence)) return true;
  }
  return false;
}

/** Whether facts are those of the standard: its page names it, or has the grant by client credentials to the letter. */
export function isOauth({
  isOauth: isNamed,
  queries,
  request,
}: Pick<Facts, 'isOauth' | 'queries' | 'request'>): boolean {
  const sent = [...queries, ...request.map((member) => ({ ...member, name: lastKeyOf(member.pointer) }))];
  return (
    isNamed === true ||
    sent.some(
      ({ name, schema, example, notes = '' }) =>
        name === 'grant_type' &&
        ([schema['const'], schema['enum'], example].flat().includes('client_credentials') ||
          /\bclient_credentials\b/.test(notes)),
    )
  );
}
