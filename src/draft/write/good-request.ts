/** What the good request of a draft holds: documented values, and credentials that the environment gives. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject, keysOf, own, pointerOf, shownPointer } from '../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../facts/facts.ts';
import { credentialKind, isPlaceholder, isProof } from '../page/values.ts';
import { camel, lettersOf } from '../page/words.ts';
import type { DraftedSignature } from './signature.ts';

/** The control of a draft, and the credentials it takes. */
export interface Access {
  mechanism: string | null;
  auth: JsonObject | JsonObject[] | null;
  /** The signature that the page gives in words; null where it gives none, or not all of it. */
  signature: DraftedSignature | null;
  headers: JsonObject;
  path: JsonObject;
  query: JsonObject;
  body: JsonObject;
  credentials: Record<string, JsonObject>;
  /** Names of the members of the body, the headers and the query parameters that show who the client is. */
  fields: string[];
  known: { headers: string[]; queries: string[] };
  /** The words about authentication that the draft answers. */
  settled: RegExp;
  /** Whether some value proves who the client is, as an id alone does not. */
  proven: boolean;
  todos: Todo[];
}

/** Headers whose value is to be new in each request. */
const unique = /(?:^|-)(request|external|correlation|trace|idempotency|message|transaction)-?(id|key|no)$/i;

/** Words for a value that is to be new in each request. */
const anew =
  /\b(unique|unik|new (?:with|for|in|on) (?:each|every)|different (?:with|for|in) (?:each|every)|random(?:ly)?|acak)\b/i;

/** Words of a description for the same, which says it of each request: a client has a unique id too. */
const anewEach = /\b(?:unique|unik|new|different|random(?:ly)?|acak)\b.{0,40}\b(?:each|every|per|setiap|tiap)\b/i;

/** A credential of a name; what a security scheme names is a secret where its name is not that of an id. */
export const describe = (what: string, name: string, isKey = false): JsonObject => {
  const kind = credentialKind(name);
  return { description: what, ...(kind === 'secret' || (isKey && kind === null) ? { secret: true } : {}) };
};

/** A value of a header or parameter: the documented one, or one that the environment gives. */
function sentValue(fact: HeaderFact, credential: string, what: string, access: Access): Json {
  const constant = fact.schema['const'];
  const [first] = Array.isArray(fact.schema['enum']) ? fact.schema['enum'] : [];
  const example = fact.example ?? (Array.isArray(fact.schema['enum']) ? String(first) : undefined);
  const isCredential = fact.credential === true || credentialKind(fact.name) !== null;
  if (constant !== undefined) return String(constant);
  if (!isCredential && example !== undefined && !isPlaceholder(example)) return example;
  access.credentials[credential] = describe(what, fact.name, fact.credential);
  return { credential };
}

/** Takes a header into the good request. */
export function takeHeader(header: HeaderFact, access: Access): void {
  const { name } = header;
  if (isProof(name)) return;
  // Words for a client's own id, as `your unique client id`, are about the client and not about the request.
  const isAnew = anew.test(header.value ?? '') || anewEach.test(header.notes ?? '');
  if (unique.test(name) || (credentialKind(name) === null && isAnew)) {
    access.todos.push({
      name: `header ${name}`,
      what: `the value of ${name} (${header.at}): it is to be new in each request`,
    });
    return;
  }
  access.headers[name] = sentValue(header, camel(name.replace(/^x-/i, '')), `Value of the header ${name}`, access);
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
  if (isProof(name) || (query.required === false && grant === undefined)) return;
  access.query[name] = grant ?? sentValue(query, camel(name), `Value of ${name} in the query`, access);
  const isCredential = query.credential === true || credentialKind(name) !== null;
  if (isCredential && typeof access.query[name] === 'object') {
    access.known.queries.push(name);
    access.proven ||= query.credential === true || credentialKind(name) === 'secret';
  }
}

/** The grant by client credentials where a field is the grant type and allows it. */
function grantOf(
  name: string,
  { schema, example, notes = '' }: Pick<Member, 'schema' | 'example' | 'notes'>,
): string | undefined {
  const isGrant = lettersOf(name) === 'granttype';
  const values = [schema['const'], schema['enum'], example].flat();
  // Words may list the grants that there are.
  const isListed =
    /\bclient_credentials\b/.test(notes) && !/\b(?:not|except|no longer|tidak|bukan|kecuali)\b/i.test(notes);
  return isGrant && (isListed || values.includes('client_credentials')) ? 'client_credentials' : undefined;
}

/** Takes a value for each parameter of the path into the good request. */
export function takePath({ path, paths = [] }: Facts, access: Access): void {
  // What a page of text writes so is a question; a description declares its parameters.
  for (const fact of paths.filter(({ name }) => path?.value.includes(`{${name}}`)))
    access.path[fact.name] = sentValue(fact, camel(fact.name), `Value of ${fact.name} in the path`, access);
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

/** Takes the members of the body into the good request; those that can have no value of their own are one question. */
export function takeBody(request: Member[], access: Access): void {
  const above = ({ pointer }: Member): string[] =>
    keysOf(pointer).map((_, depth, keys) => pointerOf(keys.slice(0, depth)));
  const holders = new Set(request.flatMap(above));
  const optional = new Set(request.flatMap(({ pointer, required }) => (required === false ? [pointer] : [])));
  const open = request
    .filter((member) => !holders.has(member.pointer) && !above(member).some((pointer) => optional.has(pointer)))
    .flatMap((member) => (field(member, access) ? [] : [member]));
  const listed = open.map(
    ({ pointer, schema }) =>
      `${shownPointer(pointer)}${schema['type'] === undefined ? '' : ` (${[schema['type']].flat().join(' or ')})`}`,
  );
  const [first] = open;
  if (first)
    access.todos.push({
      name: `request ${shownPointer(first.pointer)}`,
      what: `the value of ${listed.join(', ')} in control.body`,
    });
}

/** Takes a member of the body; false where it can have no value but one that a person gives. */
function field(member: Member, access: Access): boolean {
  const keys = keysOf(member.pointer);
  const name = keys.at(-1) ?? '';
  const grant = grantOf(name, member);
  // A grant type is sent whether it has to be or not: RFC 6749 knows no request without one.
  if (member.required === false && grant === undefined) return true;
  if (isProof(name) && member.schema['const'] === undefined) return true;
  if (access.mechanism === 'private-key-jwt' && name.startsWith('client_assertion')) return true;
  const { type, const: constant } = member.schema;
  const { example } = member;
  const isCredential = credentialKind(name) !== null;
  const fixed = constant ?? grant;
  const shown = !isCredential && example !== undefined && (typeof example !== 'string' || !isPlaceholder(example));
  if (fixed !== undefined) setIn(access.body, keys, fixed);
  else if (name === 'scope' && type !== 'array') {
    setIn(access.body, keys, { credential: 'scopes' });
    access.credentials['scopes'] = { description: 'The scopes granted at onboarding', list: true };
  } else if (shown && fitsType(type, example)) setIn(access.body, keys, example);
  else if (type === 'object' || type === 'integer' || type === 'number' || type === 'boolean') return false;
  else {
    const credential = camel(keys.join('-'));
    setIn(access.body, keys, type === 'array' ? [{ credential }] : { credential });
    access.credentials[credential] = describe(`Value of ${shownPointer(member.pointer)} in the request`, name);
    if (isCredential && type !== 'array' && keys.length === 1) access.fields.push(name);
    access.proven ||= credentialKind(name) === 'secret';
  }
  return true;
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
