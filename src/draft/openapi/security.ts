/** How an operation of a description is authenticated, by its security schemes of every kind. */

import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, lastKeyOf, pointerOf } from '../../formats/json.ts';
import type { HeaderFact, Member, Said, Statement } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { encodesPair } from '../page/sentences/basic-pair.ts';
import { signingSaid } from '../page/sentences/signing-words.ts';
import { isProof } from '../page/values/values.ts';
import { isRetired, takesBack } from '../page/words/doubts.ts';
import { isEnvironmentWord } from '../page/words/environments.ts';
import { lowerWords } from '../page/words/lower-words.ts';
import { cited } from './cited.ts';
import type { Description } from './description.ts';
import { follow, nowhere } from './follow.ts';

/** What the security of an operation comes to. */
export type Secured = Pick<Statement, 'security' | 'headers' | 'queries' | 'signed' | 'unclear'>;

/** A security scheme by its name: what a statement says of it, in words too. */
interface Scheme extends Secured {
  words: string;
}

/** A scheme, with what its description says of it where it is one that ends, or that some requests alone may use. */
function schemeOf(api: Description, name: string): Scheme {
  const scheme = follow(api, atPointer(api, pointerOf(['components', 'securitySchemes', name])), nowhere)?.value ?? {};
  const said = String(scheme['description'] ?? '');
  const found = plainSchemeOf(api, name, scheme);
  const isEnding =
    scheme['deprecated'] === true || isRetired(said) || takesBack(said) || lowerWords(said).some(isEnvironmentWord);
  const ending = said === '' ? 'the description calls it deprecated' : `the description says "${quotedWords(said)}"`;
  return isEnding ? { ...found, words: `${found.words}, of which ${ending}` } : found;
}

function plainSchemeOf(api: Description, name: string, scheme: JsonObject): Scheme {
  const at = cited(api, 'securitySchemes', name);
  const none: Secured = { security: null, headers: [], queries: [], signed: [], unclear: [] };
  const open = (words: string): Scheme => ({ ...none, words, unclear: [{ value: words, at }] });
  const is = (value: string): Scheme => ({ ...none, words: value, security: { value, at } });
  const key = String(scheme['name'] ?? '');
  const parameter: HeaderFact = { name: key, at, origin: 'openapi', required: true, schema: { type: 'string' } };
  const notes = typeof scheme['description'] === 'string' ? { notes: scheme['description'] } : {};
  const fact: HeaderFact = { ...parameter, ...notes, credential: true };
  switch (scheme['type']) {
    case 'http': {
      const word = String(scheme['scheme']).toLowerCase();
      if (word === 'basic' && !encodesPair(String(scheme['description'] ?? '')))
        return open(`HTTP Basic of one value alone (${name})`);
      return word === 'basic' || word === 'bearer'
        ? is(word)
        : open(`HTTP authentication of the scheme ${word} (${name})`);
    }
    case 'oauth2':
      return is('oauth2');
    case 'openIdConnect':
      return is('oauth2');
    case 'mutualTLS':
      return { ...is('mutual-tls'), words: `a client certificate (${name})` };
    case 'apiKey':
      if (isProof(key)) {
        const shown = open(`a signature in the ${scheme['in']} ${key} (${name})`);
        const signed = signingSaid(String(scheme['description'] ?? ''), 'signature', at);
        return scheme['in'] === 'header' && signed.length > 0 ? { ...shown, headers: [parameter], signed } : shown;
      }
      if (scheme['in'] === 'header' && key.toLowerCase() === 'authorization')
        return /\bbasic\b/i.test(String(scheme['description'] ?? ''))
          ? is('basic')
          : open(`an API key in the header Authorization (${name})`);
      if (isRetired(String(scheme['description'] ?? '')))
        return open(`an API key in the ${scheme['in']} ${key} (${name})`);
      if (scheme['in'] === 'header') return { ...none, words: `the header ${key}`, headers: [fact] };
      if (scheme['in'] === 'query') return { ...none, words: `the query parameter ${key}`, queries: [fact] };
      return open(`an API key in the ${scheme['in']} ${key} (${name})`);
    default:
      return open(`the security scheme ${name}, which the description does not define`);
  }
}

/** One of the alternatives of a security requirement: all of its schemes together. */
function together(schemes: Scheme[]): Secured {
  const said = schemes.flatMap(({ security }) => security ?? []);
  const [first, ...others] = said;
  const beside = others.filter(({ value }) => value !== first?.value);
  return {
    security: first ?? null,
    headers: schemes.flatMap(({ headers }) => headers),
    queries: schemes.flatMap(({ queries }) => queries),
    signed: schemes.flatMap(({ signed }) => signed),
    unclear: [...schemes.flatMap(({ unclear }) => unclear), ...beside],
  };
}

/** How an operation is authenticated: its own security, or that of the whole description. */
export function securedBy(api: Description, operation: JsonObject): Secured {
  const required: Json[] | undefined = [operation['security'], api['security']].find(Array.isArray);
  const nothing: Secured = { security: null, headers: [], queries: [], signed: [], unclear: [] };
  if (required === undefined) return nothing;
  const at = cited(api, 'security');
  const alternatives = required.filter(isObject).map((one) => Object.keys(one).map((name) => schemeOf(api, name)));
  const named = alternatives.filter((schemes) => schemes.length > 0);
  const words = named.map((schemes) => schemes.map((scheme) => scheme.words).join(' with '));
  // One that a draft can express comes before one that it cannot.
  const [first] = [...named].sort((a, b) => together(a).unclear.length - together(b).unclear.length);
  if (!first) return { ...nothing, security: { value: 'none', at } };
  const chosen = together(first);
  const open: Said[] = [];
  const choice = (value: string): Said => ({ value, at, isChoice: true });
  if (new Set(words).size > 1) open.push(choice(`which of several ways: ${[...new Set(words)].join('; or ')}`));
  if (named.length < alternatives.length) {
    const ways = [...new Set(words)].join(' or ');
    open.push(choice(`whether a request without ${ways} is granted as well: the description lists a way without any`));
  }
  return { ...chosen, unclear: [...chosen.unclear, ...open] };
}

/** What the description says in words of the schemes that an operation uses. */
export function schemeWords(api: Description, operation: JsonObject): string[] {
  const required = [operation['security'], api['security']].find(Array.isArray) ?? [];
  const names = new Set(required.filter(isObject).flatMap((one: JsonObject) => Object.keys(one)));
  return [...names].flatMap((name) => {
    const words = atPointer(api, pointerOf(['components', 'securitySchemes', name, 'description']));
    return typeof words === 'string' ? [words] : [];
  });
}

/** The scopes that an operation wants of a token, by its own security or that of the whole description; null where it says none. */
export function scopesWanted(api: Description, operation: JsonObject): string[] | null {
  const required: Json[] | undefined = [operation['security'], api['security']].find(Array.isArray);
  const wanted = required?.filter(isObject).flatMap((one) => Object.values(one).flat());
  return wanted ? [...new Set(wanted.filter((one) => typeof one === 'string'))] : null;
}

/** Whether a flow may be that of an operation: at its path, or where nothing says at which. */
function isFlowOf(scheme: Json, path: string): boolean {
  const url = String(atPointer(scheme, '/flows/clientCredentials/tokenUrl') ?? '');
  const plain = (text: string): string => text.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return url === '' || /[{}]/.test(url) || plain(url).endsWith(plain(path));
}

/** The scopes that the flow of client credentials documents; of one at another address, where the operation knows scopes itself. */
export function scopesOf(api: Description, path: string, members: Member[]): Statement['scopes'] {
  const hasScope = members.some(({ pointer }) => /^scopes?$/i.test(lastKeyOf(pointer)));
  const schemes = atPointer(api, '/components/securitySchemes');
  return Object.entries(isObject(schemes) ? schemes : {}).flatMap(([name, scheme]) => {
    if (!hasScope && !isFlowOf(scheme, path)) return [];
    const scopes = atPointer(scheme, '/flows/clientCredentials/scopes');
    return Object.keys(isObject(scopes) ? scopes : {}).map((scope) => ({
      name: scope,
      at: cited(api, 'securitySchemes', name),
    }));
  });
}

/** The addresses at which the description itself says that tokens are issued, as it gives them. */
export function tokenUrls(api: Description): string[] {
  const schemes = atPointer(api, '/components/securitySchemes');
  return Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) => {
    const flows = atPointer(scheme, '/flows');
    return Object.values(isObject(flows) ? flows : {}).flatMap((flow) => {
      const url = atPointer(flow, '/tokenUrl');
      return typeof url === 'string' && url !== '' ? [url] : [];
    });
  });
}
