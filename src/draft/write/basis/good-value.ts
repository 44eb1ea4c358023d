/** Values of good requests: those that a page documents, and credentials that the environment gives. */
import type { Json, JsonObject } from '../../../formats/json.ts';
import { isObject, keysOf, own, pointerOf, shownPointer } from '../../../formats/json.ts';
import type { Ask, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { numbered } from '../../facts/free-name.ts';
import { isInItems, listOf } from '../../facts/list-items.ts';
import { isFairExample } from '../../page/values/fair-examples.ts';
import { credentialKind, isPlaceholder, isProof, mayBeSecret } from '../../page/values/values.ts';
import { isEnvironment, isProduction } from '../../page/words/environments.ts';
import { camel, lettersOf } from '../../page/words/spellings.ts';

/** What a good request is filled from, beside the values that the page documents. */
export interface Filling {
  /** The credentials so far; those of this request are added. */
  credentials: Record<string, JsonObject>;
  /** Whether the value of a name is one of the client's own, so that a documented one is another client's. */
  isOwn: (name: string) => boolean;
  /** Whether sentences of the page say that of the value of a name. */
  isSaidOwn?: (name: string) => boolean;
  /** The request, as the description of a credential ends: empty for the one that issues tokens. */
  of: string;
  /** Whether an environment may leave out what it gives. */
  isOptional: boolean;
}

/** What fills the body of a good request, beside what fills all of it. */
export interface BodyFilling extends Filling {
  /** Whether a member is made by a mechanism, so that the body is given none. */
  isMade: (member: Member) => boolean;
  /** The value that a member has by its name, whether it has to be sent or not. */
  always: (member: Member) => Json | undefined;
  /** The value that a member has by its name, where it has to be sent. */
  named: (member: Member) => Json | undefined;
  /** Whether a list without a documented value holds one text. */
  listsTexts: boolean;
}

/** Whether a name is that of a key which may be secret; that of a client is its id, as in BI SNAP. */
const isSecretKey = (name: string): boolean => /(?<!client)(?:key|kunci)$/.test(lettersOf(name));

/**
 * A credential of a name, with the words about it. What may be a secret is one, so that no report shows it; what a security
 * scheme names is where its name is not that of an id.
 */
const describe = (what: string, name: string, words: string, isKey = false): JsonObject => {
  const isSecret = (isKey && (credentialKind(name) === null || isSecretKey(name))) || mayBeSecret(name, words);
  return { description: what, ...(isSecret ? { secret: true } : {}) };
};

/** A reference to a credential, which is described where it is new. */
function credentialFor(words: string, credential: JsonObject, { credentials, of, isOptional }: Filling): JsonObject {
  // A name in another script has no letter that the name of a credential may have.
  const name = camel(words) || numbered('field', (one) => Object.hasOwn(credentials, one), '');
  if (!own(credentials, name))
    credentials[name] = {
      ...credential,
      description: `${credential['description']}${of}`,
      ...(isOptional ? { optional: true } : {}),
    };
  return { credential: name };
}

/** Whether the values of a list are the names of environments, of which one is that where money moves. */
const nameEnvironments = (values: Json[]): boolean =>
  values.length > 1 &&
  values.every((value) => typeof value === 'string' && isEnvironment(value)) &&
  values.some((value) => isProduction(String(value)));

/**
 * The value that a page documents of a field: its only one, an example that anybody may send, or the first of a list;
 * undefined where it has none.
 */
function documented(
  name: string,
  { schema, example, notes = '' }: Pick<Member, 'schema' | 'example' | 'notes'>,
  { isOptional, isSaidOwn = () => false }: Filling,
): Json | undefined {
  const { const: constant, enum: values } = schema;
  if (constant !== undefined) return constant;
  const listed = Array.isArray(values) ? values : [];
  // Each environment has its own of these.
  if (nameEnvironments(listed)) return undefined;
  // An operation beside the token's is asked with the examples of its page rather than not at all.
  const isFair = (value: Json): boolean =>
    isOptional
      ? !(typeof value === 'string' && isPlaceholder(value))
      : listed.includes(value) || (isFairExample(name, notes, value) && !isSaidOwn(name));
  if (example !== undefined && isFair(example)) return example;
  return listed.find((value) => !(typeof value === 'string' && isPlaceholder(value)));
}

/** A value of a header or parameter: the documented one, or one that the environment gives. */
export function sentValue(fact: HeaderFact, what: string, filling: Filling): Json {
  if (fact.sent !== undefined) return isObject(fact.sent) ? fact.sent : String(fact.sent);
  const isOwn = fact.credential === true || filling.isOwn(fact.name);
  const value = isOwn ? fact.schema['const'] : documented(fact.name, fact, filling);
  if (value !== undefined) return String(value);
  return credentialFor(
    fact.name.replace(/^x-/i, ''),
    describe(what, fact.name, fact.notes ?? '', fact.credential),
    filling,
  );
}

/** Sets a value inside a body, making the objects on the way. */
function setIn(body: JsonObject, keys: string[], value: Json): void {
  const [first = '', ...below] = keys;
  if (below.length === 0) body[first] = value;
  else {
    const held = own(body, first);
    const inner = isObject(held) ? held : {};
    body[first] = inner;
    setIn(inner, below, value);
  }
}

/** A body with a value for each member, those that the environment gives, and those that can have none but a person's. */
export interface GoodBody {
  body: JsonObject;
  given: Member[];
  open: Member[];
}

/** The good body that some members describe. */
export function goodBody(all: Member[], filling: BodyFilling): GoodBody {
  // What the items of a list hold, a person knows.
  const members = all.filter(({ pointer }) => !isInItems(pointer));
  const listed = new Set(all.flatMap(({ pointer }) => (isInItems(pointer) ? [listOf(pointer)] : [])));
  const found: GoodBody = { body: {}, given: [], open: [] };
  const above = ({ pointer }: Member): string[] =>
    keysOf(pointer).map((_, depth, keys) => pointerOf(keys.slice(0, depth)));
  const holders = new Set(members.flatMap(above));
  const optional = new Set(members.flatMap(({ pointer, required }) => (required === false ? [pointer] : [])));
  for (const member of members.filter((one) => !above(one).some((pointer) => optional.has(pointer)))) {
    const keys = keysOf(member.pointer);
    const isOfObjects = listed.has(member.pointer);
    if (!holders.has(member.pointer))
      fill(member, keys, isOfObjects ? { ...filling, listsTexts: false } : filling, found);
    // An object that has to be there is, whether any of its members has to be or not.
    else if (member.required === true && atKeys(found.body, keys) === undefined) setIn(found.body, keys, {});
  }
  return found;
}

const atKeys = (body: JsonObject, keys: string[]): Json | undefined =>
  keys.reduce<Json | undefined>((held, key) => (isObject(held) ? own(held, key) : undefined), body);

/** Words that call a value a number; how many there are of something is another matter. */
const isNumber = /\ban? (?:whole |positive )?number\b(?! of\b)|\b(?:an? )?integer\b|\bbilangan bulat\b/i;

/** What the page has of a value beside no type, where that is no text as the environment gives it; empty for a text. */
function shownOtherwise({ example, notes = '' }: Member): string {
  if (typeof example === 'number' || typeof example === 'boolean') return `a ${typeof example} in the sample`;
  return isNumber.test(notes) ? 'a number, as the page says' : '';
}

/** The type of a member as a question names it; none where the page has none. */
function typeShown(member: Member): string {
  const { type } = member.schema;
  const shown = type === undefined ? shownOtherwise(member) : [type].flat().join(' or ');
  return shown === '' ? '' : ` (${shown})`;
}

function fill(member: Member, keys: string[], filling: BodyFilling, found: GoodBody): void {
  const name = keys.at(-1) ?? '';
  const always = member.sent ?? filling.always(member);
  if ((member.required === false && always === undefined) || filling.isMade(member)) return;
  const { type, const: constant } = member.schema;
  const shown = filling.isOwn(name) ? undefined : documented(name, member, filling);
  const value =
    member.sent ??
    constant ??
    always ??
    filling.named(member) ??
    (shown !== undefined && fitsType(type, shown) ? shown : undefined);
  // A proof is made of the request, which no environment knows.
  const isText =
    (type === undefined ? shownOtherwise(member) === '' : [type].flat().includes('string')) && !isProof(name);
  if (value !== undefined) setIn(found.body, keys, value);
  else if (isText || (type === 'array' && filling.listsTexts)) {
    const what = `Value of ${shownPointer(member.pointer)} in the request`;
    const sent = credentialFor(keys.join('-'), describe(what, name, member.notes ?? ''), filling);
    setIn(found.body, keys, type === 'array' ? [sent] : sent);
    found.given.push(member);
  } else found.open.push(member);
}

/** The question about the members that can have no value but one that a person gives. */
export function openTodo(open: Member[], name: string, place: string, ask: Ask): Todo[] {
  const [first] = open;
  if (!first) return [];
  const listed = open.map((member) => `${shownPointer(member.pointer)}${typeShown(member)}`);
  return [
    { name: `${name} ${shownPointer(first.pointer)}`, what: `the value of ${listed.join(', ')} in ${place}`, ask },
  ];
}

const fitsType = (type: Json | undefined, value: Json): boolean =>
  type === undefined ||
  [type]
    .flat()
    .some(
      (one) =>
        one === typeof value ||
        (one === 'integer' && Number.isInteger(value)) ||
        (one === 'array' && Array.isArray(value)),
    );
