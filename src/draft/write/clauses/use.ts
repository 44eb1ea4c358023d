/** What a page says of how a token is used. */

import { keysOf, lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, Member, Said, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { asBearer, fieldsOfCall, shownIn } from '../../page/blocks/token-places.ts';
import { tokenPlace } from '../../page/values/proofs.ts';
import { isOneInTime } from '../../page/words/one-in-time.ts';
import { lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { grantedOf, tokenOf } from './open.ts';
import { saidInPart } from './said-use.ts';
import { ofIssue, ofToken } from './sent-tokens.ts';

/** The question where the words about the token send it otherwise than the clauses of a protected resource, as Bearer. */
export function useTodos(facts: Facts): Todo[] {
  const other = usedOtherwise(facts);
  const several = grantedOf(facts).find(({ schema }) => typesIn(schema).length > 0);
  if (other === null && several)
    return [
      {
        name: 'token use',
        what: `how the token is sent: ${shownPointer(several.pointer)} (${several.at}) is ${typesIn(several.schema).join(' or ')}, and the clauses that a draft has about a protected resource send it as Bearer`,
      },
    ];
  return other === null
    ? []
    : [
        {
          name: 'token use',
          what: `how the token is sent: the page names ${other.value} (${other.at}), and the clauses that a draft has about a protected resource are those of Bearer in Authorization; it has none of them`,
        },
      ];
}

/** A header that is called a token, as it is written in capitals, which is none of another kind. */
const tokenHeader =
  /(?<![\w/-])(?!\S*(?:[Cc]srf|CSRF|XSRF|Refresh|Id|ID|Device|Push)-Token)([A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)*-Token)(?![\w/-])/;
const hasTo = pattern`\b${oneOf(word.must, word.mandatory)}\b`;

/** Whether a placeholder is for the token: by the name of its member, with or without those above it, or by the word. */
function isOfToken(placeholder: string, facts: Facts): boolean {
  const pointer = tokenOf(facts)?.pointer ?? '';
  const written = lettersOf(placeholder);
  const keys = keysOf(pointer);
  const names = keys.map((_, index) => lettersOf(keys.slice(index).join('')));
  const isNamed = names.some((name) => name.length > 2 && name === written);
  return isNamed || /^(?:(?:your|the|my)?(?:access|session|auth|api)?token|jwt)(?:here|value)?$/.test(written);
}

/** A place in which a passage shows the token, if as no Bearer; null where it shows none. */
function placeShown(passage: string, facts: Facts): string | null {
  const isOwn = (name: string): boolean => facts.headers.some((one) => one.name.toLowerCase() === name.toLowerCase());
  for (const [, name = '', scheme = '', placeholder = ''] of passage.matchAll(shownIn)) {
    const isPlain = name.toLowerCase() === 'authorization';
    if (/^(?:bearer|basic)$/i.test(scheme) || isOwn(name) || !isOfToken(placeholder, facts)) continue;
    if (!isPlain && scheme !== '') continue;
    if (isPlain)
      return scheme === '' ? 'the header Authorization without a scheme' : `Authorization with the scheme ${scheme}`;
    return `the header ${name}`;
  }
  for (const sentence of passage.split(/(?<=[.;!?])\s+|\n{2,}/)) {
    const [, named = ''] = tokenHeader.exec(sentence) ?? [];
    if (named !== '' && hasTo.test(sentence) && !isOwn(named)) return `the header ${named}`;
    if (!ofToken.test(sentence) || ofIssue.test(sentence)) continue;
    const place = tokenPlace(sentence.replace(/\s+/g, ' '));
    if (place?.startsWith('the header ') && !isOwn(place.slice('the header '.length))) return place;
  }
  return null;
}

/** A field of another call by which a passage sends the token; null where it has none. */
function fieldShown(passage: string, facts: Facts): string | null {
  const name = lastKeyOf(tokenOf(facts)?.pointer ?? '');
  const [, method = '', path = '', fields = ''] = fieldsOfCall.exec(passage) ?? [];
  if (name === '' || facts.path?.value === path || !fields.split(', ').includes(name)) return null;
  return `the field ${name} of ${method} ${path}`;
}

/** The type of the tokens, where it is one and none of those that RFC 6750 and its like call Bearer; null for any other. */
function otherType(granted: Member[]): Said | null {
  const one = granted.find(({ pointer }) => lettersOf(lastKeyOf(pointer)) === 'tokentype');
  const type = one?.schema['const'];
  const isOther = typeof type === 'string' && type !== '' && type.toLowerCase() !== 'bearer';
  return one && isOther ? { value: `the type ${type}`, at: one.at } : null;
}

/** A sentence that puts the token into Authorization; on a page that says Bearer nowhere, nothing says under which scheme. */
const inAuthorization = pattern`\btokens?\b[^.;]{0,60}\bheader \W?Authorization\b|\btokens?\b[^.;]{0,60}\bAuthorization\W? header\b`;
const ofScheme = /\b(?:bearer|basic|scheme|skema)\b/i;

function withoutScheme({ passages = [], account, uses = [] }: Facts): Said | null {
  const all = [
    ...passages.map(({ text }) => text),
    ...account.map(({ passage }) => passage),
    ...uses.map(({ value }) => value),
  ];
  const found = all.find((one) => inAuthorization.test(one));
  return found !== undefined && !all.some((one) => ofScheme.test(one))
    ? { value: 'the header Authorization, and no scheme of it', at: 'Text' }
    : null;
}

/** Where the page, or the security of the other operations, sends the token, if as no Bearer; null where it does not say so. */
function usedOtherwise(facts: Facts): Said | null {
  const token = tokenOf(facts);
  // Where no member is known as the token, any that is sent somewhere may be it.
  for (const { notes = '', at } of token ? [token] : grantedOf(facts)) {
    const place = tokenPlace(notes);
    if (place !== null) return { value: place, at };
  }
  if (facts.tokenUse) return facts.tokenUse;
  const typed = otherType(grantedOf(facts));
  if (typed) return typed;
  if (
    facts.security?.value === 'bearer' ||
    [...(facts.uses ?? []), ...facts.account.map(({ passage }) => ({ value: passage }))].some(({ value }) =>
      asBearer.test(value),
    )
  )
    return null;
  for (const part of facts.uses ?? []) {
    const found = placeShown(part.value, facts) ?? fieldShown(part.value, facts);
    if (found !== null) return { value: found, at: part.at || 'Text' };
  }
  return withoutScheme(facts);
}

/** Whether the clauses of a protected resource may send the token as Bearer. */
export const mayBeBearer = (facts: Facts): boolean => usedOtherwise(facts) === null;

/** Words that take the scheme back, or leave others. */
const otherwise = pattern`\b${oneOf(
  ...[word.not, word.without, word.or, 'instead', 'rather'],
  ...['currently', 'at present', 'for now', 'saat ini', 'sementara'],
)}\b`;

/** Words that call what follows an example among others. */
const asExample =
  /\b(?:e\.? ?g\b|for (?:example|instance)|such as|like|could be|might be|misal\w*|contoh\w*|umpama\w*|seperti)/i;

/** The kind of an assertion, `jwt-bearer`, a member of a sample, and an example of a description: none says how the token is sent. */
const ofAnother = /[\w:]-bearer\b|"(?:\w{0,20}type|examples?)"\s{0,3}:\s{0,3}(?:\[\s{0,60})?"bearer"/gi;

/** Whether a sentence of some words names the scheme Bearer, and says nothing against it. */
const namesBearer = (words: string): boolean =>
  !(asExample.test(words.slice(0, 400)) && !asBearer.test(words)) &&
  words
    .replace(ofAnother, ' ')
    .split(/[.;](?:\s|$)|\n/)
    .some((one) => /\bbearer\b/i.test(one) && !otherwise.test(one) && !otherTypes.test(one));

/** Types of tokens beside that of Bearer. */
const otherTypes = /\bDPoP\b|\bMAC\b/;

/** The types that a member lists for its tokens, where Bearer is one of several. */
const typesIn = (schema: Member['schema']): string[] => {
  const all = [schema['enum'] ?? []].flat().filter((one): one is string => typeof one === 'string');
  const kinds = new Set(all.map((one) => one.toLowerCase()));
  return kinds.has('bearer') && kinds.size > 1 ? all : [];
};

/** What stands in the place of a token behind the scheme. */
const behindScheme = /\bbearer\b\W{0,3}[{<[$]{1,3} ?([\w.' -]{1,60})/i;

/** Whether a part of the page sends the token as Bearer in so many words. */
const sendsAsBearer = (words: string, facts: Facts): boolean =>
  words.split(/[.;](?:\s|$)|\n/).some((one) => {
    const [, placeholder] = behindScheme.exec(one) ?? [];
    return (
      asBearer.test(one) && namesBearer(one) && (placeholder === undefined || isOfToken(placeholder.trim(), facts))
    );
  });

/** A member by its name, or as a thing: `the bearer`. */
const calledBearer = /\bthe bearer\b|["`]bearer["`]/g;

/** Where the page says that the token is sent as Bearer; null where it does not. */
export function bearerAt(facts: Facts): string | null {
  const all = grantedOf(facts);
  if (all.some(({ schema }) => typesIn(schema).length > 0)) return null;
  // The name of a member is no word about how the token is sent.
  const isMember = all.some(({ pointer }) => lastKeyOf(pointer).toLowerCase() === 'bearer');
  const isSaid = (words: string): boolean => namesBearer(isMember ? words.replace(calledBearer, ' ') : words);
  // An example is no promise of its kind.
  const members = all.find(({ schema, notes }) =>
    [schema['const'], schema['enum'], notes].flat().some((one) => typeof one === 'string' && isSaid(one)),
  );
  if (members) return members.at;
  const { security } = facts;
  if (security?.value === 'bearer') return security.at;
  const part = facts.account.find((one) => isSaid(one.title) || isSaid(saidInPart(one)));
  const shown = part ? undefined : facts.uses?.find(({ value }) => sendsAsBearer(value, facts));
  return part ? part.title || 'Text' : shown ? shown.at || 'Text' : null;
}

/** Words that deny something of the grant by the credentials of the client. */
const denied = oneOf(word.not, word.without, word.unless, word.missing);
const notOfGrant = pattern`\b${denied}\b[^.;]{0,40}\bclient[ _-]?credentials\b|\bclient[ _-]?credentials\b[^.;]{0,40}\b${denied}\b`;

/** The question about members of a grant that the page denies of this one, and that a draft allows. */
export function deniedTodos(facts: Facts): Todo[] {
  const found = grantedOf(facts).filter(({ notes = '', required }) => required !== true && notOfGrant.test(notes));
  if (found.length === 0) return [];
  const shown = found.map(({ pointer, at, notes = '' }) => `${shownPointer(pointer)} (${at}) "${quotedWords(notes)}"`);
  return [
    {
      name: 'granted without',
      what: `whether an answer may hold what is not of this grant: of ${shown.join(', of ')} the page says so, and the draft allows it`,
    },
  ];
}

/** Words for a request for one more token, while the one before is in use. */
const inUse = oneOf('still', 'already', 'masih', 'sudah');
const oneMore = pattern`${oneOf(
  '\\b(?:new|another|second|further|next|additional) (?:access[- ]?)?tokens?\\b',
  '\\btoken (?:baru|kedua|lain)\\b',
  `\\btokens?\\b[^.;]{0,40}\\b${inUse}\\b`,
  `\\b${inUse}\\b[^.;]{0,30}\\btokens?\\b`,
)}`;

/** The question where words refuse a second token, or one so soon, which the clauses of a draft ask for. */
export function againTodos(facts: Facts): Todo[] {
  const isAgainst = (words: string): boolean => oneMore.test(words) || isOneInTime(words, true);
  const found = facts.answers
    .filter(({ status }) => status >= 400 && status < 500)
    .flatMap(({ status, words = '' }) =>
      words.split('\n').flatMap((one) => (isAgainst(one) ? [`${status} for "${quotedWords(one)}"`] : [])),
    );
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      name: 'granted again',
      what: `whether a second good request is granted: the page has ${first}, and the draft has the clause granted-again`,
    },
  ];
}
