/** Whether a page says that its tokens are those of OAuth 2.0, whose standard gives what the page leaves out. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { denies } from './denied.ts';
import { flat } from './spellings.ts';

/** The standard by its name or number, in words, in a path, and as the type of a scheme. */
const named = /(?<![\p{L}\d])(?:oauth ?-?(?:2(?:\.\d)?)?(?![\p{L}\d])|rfc ?-?6749(?!\d))/giu;

/** Words that tell it apart from what the page has. */
const apart = /\b(?:unlike|differs?|instead|other than|similar|inspired|no|berbeda|bukan|mirip|rather than)\b/i;

/** Characters around the name that are looked at, and places of it. */
const around = 200;
const mostPlaces = 50;

/** A name that is a part of a path or of an address, as in `/oauth2/token`. */
const inPath = /[/.][\w-]*$/;

/** A part of an address, which a collection lists by itself: `"path": ["oauth2", "token"]`. */
const inParts = /"(?:path|host)"\s*:\s*\[[^[\]]*"[\w.-]*$/;

/** Where a text names OAuth 2.0 in a sentence that does not turn it down: in words, or in paths alone; null where it does not. */
export function oauthNamed(text: string): 'words' | 'path' | null {
  let places = 0;
  let found: 'path' | null = null;
  for (const { 0: name, index } of text.matchAll(named)) {
    if (places++ >= mostPlaces) return found;
    const before =
      text
        .slice(Math.max(0, index - around), index)
        .split(/[.;!?]\s|\n|[<>]/)
        .at(-1) ?? '';
    const [behind = ''] = text.slice(index + name.length, index + name.length + around).split(/[.;!?](?:\s|$)|\n|[<>]/);
    const sentence = `${before}${name}${behind}`;
    if (denies(sentence) || apart.test(sentence)) continue;
    const isPart = inParts.test(text.slice(Math.max(0, index - around), index));
    if (!inPath.test(before) && !isPart) return 'words';
    found = 'path';
  }
  return found;
}

/**
 * Whether facts are those of the standard: its page names it, or has the grant by client credentials to the letter. A path is
 * called so by many who have requests of their own: beside a request that is shown it tells where that has a grant type or a client secret.
 */
export function isOauth({
  isOauth: isNamed,
  queries,
  request,
}: Pick<Facts, 'isOauth' | 'queries' | 'request'>): boolean {
  const sent = [...queries, ...request.map((member) => ({ ...member, name: lastKeyOf(member.pointer) }))];
  return (
    isNamed === 'words' ||
    (isNamed === 'path' &&
      (sent.length === 0 || sent.some(({ name }) => ['granttype', 'clientsecret'].includes(flat(name))))) ||
    sent.some(
      ({ name, schema, example, notes = '' }) =>
        name === 'grant_type' &&
        ([schema['const'], schema['enum'], example].flat().includes('client_credentials') ||
          /\bclient_credentials\b/.test(notes)),
    )
  );
}
