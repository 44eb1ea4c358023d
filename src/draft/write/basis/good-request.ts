/** What the good request of a draft holds: documented values, and credentials that the environment gives. */

import type { JsonObject } from '../../../formats/json.ts';
import { atPointer, isObject, keysOf, lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { holdsProof, isMadeOfSecret } from '../../page/values/proofs.ts';
import { credentialKind, isFresh } from '../../page/values/values.ts';
import { emptyAtTimes } from '../../page/words/empty-at-times.ts';
import { isForOtherGrants } from '../../page/words/for-other-grants.ts';
import { isNotRead } from '../../page/words/not-read.ts';
import { otherGrantsIn } from '../../page/words/other-grants.ts';
import { lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isAtOtherTimes, isBesideBasic } from './at-times.ts';
import { type Changing, changingOf, changingTodo } from './changing.ts';
import { type Filling, goodBody, openTodo, sentValue } from './good-value.ts';
import { kindAmong } from './halves.ts';
import type { DraftedSignature } from './signature.ts';

/** The control of a draft, and the credentials it takes. */
export interface Access {
  mechanism: string | null;
  auth: JsonObject | JsonObject[] | null;
  /** The signature that the page gives in words; null where it gives none, or not all of it. */
  signature: DraftedSignature | null;
  /** Whether the page speaks of a proof that is made of the request: a time or a nonce is a part of that, or of none. */
  isSigned: boolean;
  /** Names of what the page makes of other values by a formula. */
  made: Set<string>;
  /** What the page says of a name of which each value is good for one request. */
  saidOnce: (name: string) => string[];
  /** Whether the page says of a name that its value is the reader's own. */
  isSaidOwn: (name: string) => boolean;
  headers: JsonObject;
  path: JsonObject;
  query: JsonObject;
  body: JsonObject;
  credentials: Record<string, JsonObject>;
  /** Names of the members of the body, the headers and the query parameters that show who the client is. */
  fields: string[];
  /** Ids in the body or in a header of which no words say how another one is refused. */
  untold: string[];
  /** Credentials that no clause of a draft replaces by another: those inside an object or a list of the body, or in the path. */
  untested: string[];
  /** The facts of the members that the good request is without, since it does not meet their condition. */
  unsent: Set<string>;
  known: { headers: string[]; queries: string[] };
  /** The words about authentication that the draft answers. */
  settled: RegExp;
  /** Whether some value proves who the client is, as an id alone does not. */
  proven: boolean;
  todos: Todo[];
}

/** Whether the connection of a client has a certificate of its own. */
export const isCertified = ({ auth }: Pick<Access, 'auth'>): boolean =>
  [auth ?? []].flat().some(({ mechanism }) => mechanism === 'mutual-tls');

/** Whether a part of a request is a proof, or of one, which a mechanism makes. */
export const isProofOf = ({ isSigned, made }: Pick<Access, 'isSigned' | 'made'>, name: string, words = ''): boolean =>
  made.has(name) || (holdsProof(name, words) && (isSigned || !isFresh(name)));

/** What fills the request that issues tokens: its ids are those of the client. */
const filling = ({ credentials, isSaidOwn }: Access): Filling => ({
  ...{ credentials, isSaidOwn, isOwn: (name) => credentialKind(name) !== null },
  ...{ of: '', isOptional: false },
});

/** Whether a value that nobody looks at, or that some requests must not have, is not sent: the page does not call it mandatory. */
export const isUnsent = ({ required, notes = '' }: Pick<Member, 'required' | 'notes'>): boolean =>
  required !== true && (isNotRead(notes) || emptyAtTimes(notes) !== null);

/** Takes a header into the good request. */
export function takeHeader(header: HeaderFact, access: Access): void {
  const { name } = header;
  if (isProofOf(access, name, header.notes) || isUnsent(header)) return;
  // HTTP gives this header the time of the message (RFC 9110, section 6.6.1).
  const isDate = name.toLowerCase() === 'date';
  const changing = header.sent === undefined ? changingOf(header, access.saidOnce, isDate) : null;
  if (changing?.unique !== undefined) access.headers[name] = changing.unique;
  else if (changing !== null)
    access.todos.push(changingTodo(`header ${name}`, header, changing, `request header ${name.toUpperCase()}`));
  if (changing !== null) return;
  access.headers[name] = sentValue(header, `Value of the header ${name}`, filling(access));
  const isCredential = header.credential === true || credentialKind(name) !== null;
  if (isCredential && typeof access.headers[name] === 'object') {
    access.known.headers.push(name);
    access.proven ||= header.credential === true || credentialKind(name) === 'secret';
  }
}

/** Takes a parameter of the query into the good request. */
export function takeQuery(query: HeaderFact, access: Access): void {
  const { name } = query;
  const grant = grantOf(name, query);
  if (isProofOf(access, name, query.notes) || (query.required === false && grant === undefined)) return;
  if (isUnsent(query)) return;
  const isGiven = grant !== undefined || query.sent !== undefined || query.schema['const'] !== undefined;
  const changing = isGiven ? null : changingOf(query, access.saidOnce);
  if (changing?.unique !== undefined) access.query[name] = changing.unique;
  else if (changing !== null)
    access.todos.push(changingTodo(`query ${name}`, query, changing, `request query ${name}`));
  if (changing !== null) return;
  access.query[name] = grant ?? sentValue(query, `Value of ${name} in the query`, filling(access));
  const isCredential = query.credential === true || credentialKind(name) !== null;
  if (isCredential && typeof access.query[name] === 'object') {
    access.known.queries.push(name);
    access.proven ||= query.credential === true || credentialKind(name) === 'secret';
  }
}

const isGrantType = (name: string): boolean => lettersOf(name) === 'granttype';

/** The grant by client credentials where a field is the grant type and allows it. */
function grantOf(
  name: string,
  { schema, example, notes = '' }: Pick<Member, 'schema' | 'example' | 'notes'>,
): string | undefined {
  const values = [schema['const'], schema['enum'], example].flat();
  // Words may list the grants that there are.
  const isListed =
    /\bclient_credentials\b/.test(notes) && !/\b(?:not|except|no longer|tidak|bukan|kecuali)\b/i.test(notes);
  return isGrantType(name) && (isListed || values.includes('client_credentials')) ? 'client_credentials' : undefined;
}

/** Takes a value for each parameter of the path into the good request. */
export function takePath({ path, paths = [] }: Facts, access: Access): void {
  // What a page of text writes so is a question; a description declares its parameters.
  for (const fact of paths.filter(({ name }) => path?.value.includes(`{${name}}`))) {
    const value = sentValue(fact, `Value of ${fact.name} in the path`, filling(access));
    access.path[fact.name] = value;
    if (credentialKind(fact.name) !== null && isObject(value)) access.untested.push(`${fact.name} in the path`);
  }
}

/** The question about the credentials that no clause of a draft replaces. */
export function untestedTodos({ untested }: Access): Todo[] {
  if (untested.length === 0) return [];
  const what = `whether another ${untested.join(' or ')} than the one issued is refused; a draft has clauses for headers, the query, and members at the top of the body`;
  return [{ name: 'credentials not tested', what }];
}

/** The question about secrets that are sent hashed or encrypted: the environment gives what is sent. */
function madeTodos(request: Member[], body: JsonObject): Todo[] {
  const made = request.filter(({ pointer, notes = '' }) => isMadeOfSecret(lastKeyOf(pointer), notes));
  const names = made.map(({ pointer }) => shownPointer(pointer)).join(', ');
  const words = made.map(({ notes = '' }) => `"${quotedWords(notes)}"`).join(', ');
  const isSent = made.some(({ pointer }) => atPointer(body, pointer) !== undefined);
  return made.length === 0
    ? []
    : [
        {
          name: 'made values',
          what: `how ${names} is made: the page says ${words}, and the draft sends ${isSent ? 'what the environment gives' : 'none'}`,
        },
      ];
}

const isOfGrant = /\bgrant[ _-]?type\b/i;

/** The members that a request for a token by the credentials of a client has: none that only another grant has, whoever says whether it has to be there. */
function ofOwnGrant(request: Member[]): Member[] {
  const nameOf = ({ pointer }: Member): string => lastKeyOf(pointer);
  if (!request.some((member) => grantOf(nameOf(member), member) !== undefined)) return request;
  const isOfOther = (member: Member): boolean =>
    lettersOf(nameOf(member)) === 'refreshtoken' ||
    isForOtherGrants(member.notes ?? '') ||
    (isOfGrant.test(member.notes ?? '') && otherGrantsIn(member.notes ?? '').length > 0);
  return request.filter((member) => member.required === true || isGrantType(nameOf(member)) || !isOfOther(member));
}

/** Words for values that are sent with commas between them. */
const apart = oneOf('(?:separated|delimited|split|joined)', 'dipisah(?:kan)?');
const byCommas = pattern`\bcomma[- ]${apart}\b|\b${apart} (?:${oneOf(word.by, word.with)} )?(?:an? )?(?:commas?|koma)\b`;

/** Takes the members of the body into the good request; those that can have no value of their own are one question. */
export function takeBody({ request: all, security }: Facts, access: Access): void {
  const own = ofOwnGrant(all).filter((member) => !isUnsent(member) && !isBesideBasic(member, security));
  const request = own.filter((member) => !isAtOtherTimes(member, own));
  for (const { pointer } of own.filter((one) => !request.includes(one))) access.unsent.add(`request ${pointer}`);
  const nameOf = ({ pointer }: Member): string => lastKeyOf(pointer);
  // A value that the page gives is sent as it is.
  const changes = (member: Member): Changing | null =>
    member.schema['const'] === undefined && member.sent === undefined
      ? changingOf({ ...member, name: nameOf(member) }, access.saidOnce)
      : null;
  const isScopes = (member: Member): boolean => nameOf(member) === 'scope' && member.schema['type'] !== 'array';
  const { body, given, open } = goodBody(request, {
    ...filling(access),
    // Of the grants that are listed, the first may be that of a person who logs in.
    // What a client may ask for is its own.
    isOwn: (name) => credentialKind(name) !== null || isGrantType(name) || /^scopes$/i.test(name),
    isMade: (member) =>
      (isProofOf(access, nameOf(member), member.notes) && member.schema['const'] === undefined) ||
      (changes(member) !== null && changes(member)?.unique === undefined) ||
      (access.mechanism === 'private-key-jwt' && nameOf(member).startsWith('client_assertion')),
    // A grant type is sent whether it has to be or not: RFC 6749 knows no request without one.
    always: (member) => grantOf(nameOf(member), member),
    named: (member) => {
      const unique = changes(member)?.unique;
      if (unique !== undefined) return unique;
      if (!isScopes(member)) return undefined;
      // One of a list is one: two with a blank between them are none of its values.
      const isOne = member.schema['enum'] !== undefined;
      const [name, description] = isOne ? ['scope', 'The scope to ask for'] : ['scopes', 'The scopes to ask for'];
      // The scopes of a list are sent with blanks between them, as OAuth has it.
      const isText = !isOne && byCommas.test(member.notes ?? '');
      access.credentials[name] = isText
        ? { description: `${description}, separated by commas` }
        : { description, ...(isOne ? {} : { list: true }) };
      return { credential: name };
    },
    listsTexts: true,
  });
  Object.assign(access.body, body);
  const names = request.map(nameOf);
  for (const member of given.filter((one) => kindAmong(nameOf(one), names) !== null)) {
    const isAtTop = member.schema['type'] !== 'array' && keysOf(member.pointer).length === 1;
    if (isAtTop) access.fields.push(nameOf(member));
    else access.untested.push(shownPointer(member.pointer));
    access.proven ||= credentialKind(nameOf(member)) === 'secret';
  }
  access.todos.push(
    ...openTodo(open, 'request', 'control.body', {
      about: 'values',
      facts: open.map(({ pointer }) => `request ${pointer}`),
    }),
    ...request.flatMap((member): Todo[] => {
      const { pointer, at, required } = member;
      const changing = required === false ? null : changes(member);
      const name = shownPointer(pointer);
      return changing === null || changing.unique !== undefined
        ? []
        : [changingTodo(`request ${name} new`, { name, at }, changing, `request ${pointer}`)];
    }),
    ...madeTodos(request, body),
  );
}
