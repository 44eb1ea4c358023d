/** How a client shows who it is, as far as the facts of a page say, and the good request that follows. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { keysOf, pointerOf, shownPointer } from '../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../facts/facts.ts';
import { credentialKind, isPlaceholder, isProof } from '../page/values.ts';
import { camel } from '../page/words.ts';
import { basic, credentialMechanism, hasOtherTime, snapSignature } from './credential.ts';
import { type DraftedSignature, signatureOf } from './signature.ts';

/** The control of a draft, and the credentials it takes. */
export interface Access {
  mechanism: string | null;
  auth: JsonObject | JsonObject[] | null;
  /** The signature that the page gives in words; null where it gives none, or not all of it. */
  signature: DraftedSignature | null;
  headers: JsonObject;
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

const snapHeaders = ['x-timestamp', 'x-client-key', 'x-signature'];
const transactionHeaders = ['x-partner-id', 'x-external-id', 'channel-id'];

/** Headers whose value is to be new in each request. */
const unique = /^(x-)?(request|external|correlation|trace|idempotency|message|transaction)-?(id|key|no)$/i;

/** Words for a value that is to be new in each request. */
const anew =
  /\b(unique|unik|new (?:with|for|in|on) (?:each|every)|different (?:with|for|in) (?:each|every)|random(?:ly)?|acak)\b/i;

/** Reads the auth mechanism out of the facts, and fills the good request with constants and credentials. */
export function accessOf(facts: Facts): Access {
  const names = facts.headers.map(({ name }) => name.toLowerCase());
  const access: Access = {
    mechanism: null,
    auth: null,
    signature: null,
    headers: {},
    query: {},
    body: {},
    credentials: {},
    fields: [],
    known: { headers: [], queries: [] },
    settled: /^$/,
    proven: false,
    todos: [],
  };
  const granted = facts.answers.find(({ status }) => status < 300);
  const accept = facts.accept ?? granted?.mediaType?.value;
  if (accept !== undefined) access.headers['Accept'] = accept;
  const signature = facts.headers.find(({ name }) => name.toLowerCase() === 'x-signature');
  const symmetric =
    /hmac|symmetric|simetris/i.test(signature?.value ?? '') && !/asymmetric|asimetris/i.test(signature?.value ?? '');
  const snap =
    facts.security?.value === 'snap-signature' || (snapHeaders.every((name) => names.includes(name)) && !symmetric);
  // The signature of BI SNAP has one form of time; where a page has another, its words may give all of it.
  const otherTime = snap && hasOtherTime(facts);
  const drafted = snap && !otherTime ? null : signatureOf(facts, false);
  if (facts.security?.value === 'basic') basic(access);
  else if (snap && !drafted) snapSignature(access, facts);
  else credentialMechanism(facts, access);
  if (drafted) signed(drafted, access);
  const made = drafted ? drafted.makes.map((name) => name.toLowerCase()) : snap ? snapHeaders : [];
  for (const header of facts.headers) {
    if (header.required === false || made.includes(header.name.toLowerCase())) continue;
    takeHeader(header, access);
  }
  for (const query of facts.queries.filter(({ required }) => required !== false)) takeQuery(query, access);
  const holders = new Set(
    facts.request.flatMap(({ pointer }) => keysOf(pointer).map((_, depth, keys) => pointerOf(keys.slice(0, depth)))),
  );
  for (const member of facts.request) if (!holders.has(member.pointer)) field(member, access);
  openQuestions(facts, names, access);
  return access;
}

/** The signature beside whatever else authenticates the client. */
function signed(drafted: DraftedSignature, access: Access): void {
  access.signature = drafted;
  access.settled = /signature|HMAC/i;
  access.auth = access.auth === null ? drafted.auth : [access.auth, drafted.auth].flat();
  access.mechanism ??= 'signature';
  Object.assign(access.credentials, drafted.credentials);
  for (const name of drafted.unique) access.headers[name] = { unique: 'digits', length: 32 };
}

const nameOf = (pointer: string): string => keysOf(pointer).at(-1) ?? '';

const isSnap = (words: string): boolean =>
  /a signature$|asymmetric|asimetris|sha256withrsa|\brsa\b|\bsnap\b/i.test(words) &&
  !/hmac|(?<!a)symmetric/i.test(words);

/** What stays open of the authentication; whatever is not understood is a TODO. */
function openQuestions(facts: Facts, names: string[], access: Access): void {
  const drafts = 'npm run derive with --auth basic, snap-signature or none drafts its clauses';
  const members = facts.request.filter(
    ({ pointer, schema }) => isProof(nameOf(pointer)) && schema['const'] === undefined,
  );
  const proofs = [
    ...(access.mechanism === 'snap-signature' || access.signature
      ? []
      : facts.headers.filter(({ name }) => isProof(name))),
    ...(access.mechanism === 'private-key-jwt' ? [] : members).map(({ pointer }) => ({ name: shownPointer(pointer) })),
    ...facts.queries.filter(({ name }) => isProof(name)),
  ];
  const transaction = transactionHeaders.filter((name) => names.includes(name));
  const words = facts.unclear
    // The signature of BI SNAP is what words about an asymmetric one speak of.
    .filter(({ value }) => access.mechanism !== 'snap-signature' || !isSnap(value))
    .filter(({ value }) => !access.settled.test(value))
    .map(({ value, at }) => `${value} (${at})`);
  if (proofs.length > 0)
    words.push(
      `a signature: ${[...proofs.map(({ name }) => name), ...transaction.map((name) => name.toUpperCase())].join(', ')}${transaction.length > 0 ? ', as a transaction of BI SNAP is signed' : ''}`,
    );
  const proven = access.mechanism !== null || access.proven;
  const decided = facts.security?.value === 'none' && facts.security.at.startsWith('Decided');
  const token = facts.security?.value;
  if (token === 'bearer') words.push(`a bearer token on the request that is to grant one (${facts.security?.at})`);
  if (token === 'oauth2' && !proven)
    words.push(
      `OAuth 2.0 (${facts.security?.at}), which does not say whether id and secret are sent by Basic or in the body`,
    );
  if (words.length > 0)
    access.todos.push({
      name: 'auth',
      what: `how a client authenticates: the page states ${words.join('; and ')}; ${drafts}`,
      ask: { about: 'auth' },
    });
  else if (!proven && !decided)
    access.todos.push({
      name: 'auth',
      what: `how a client authenticates: control.auth with a mechanism, or credentials in control.body; the page shows none we know; ${drafts}`,
      ask: { about: 'auth' },
    });
}

const describe = (what: string, name: string): JsonObject => ({
  description: what,
  ...(credentialKind(name) === 'secret' ? { secret: true } : {}),
});

/** A value of a header or parameter: the documented one, or one that the environment gives. */
function sentValue(fact: HeaderFact, credential: string, what: string, access: Access): Json {
  const constant = fact.schema['const'];
  const [first] = Array.isArray(fact.schema['enum']) ? fact.schema['enum'] : [];
  const example = fact.example ?? (Array.isArray(fact.schema['enum']) ? String(first) : undefined);
  const isCredential = fact.credential === true || credentialKind(fact.name) !== null;
  if (constant !== undefined) return String(constant);
  if (!isCredential && example !== undefined && !isPlaceholder(example)) return example;
  access.credentials[credential] = describe(what, fact.name);
  return { credential };
}

function takeHeader(header: HeaderFact, access: Access): void {
  const { name } = header;
  if (isProof(name)) return;
  // Words for a client's own id, as `your unique client id`, are about the client and not about the request.
  if (unique.test(name) || (credentialKind(name) === null && anew.test(header.value ?? ''))) {
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

function takeQuery(query: HeaderFact, access: Access): void {
  const { name } = query;
  if (isProof(name)) return;
  access.query[name] =
    grantOf(name, query.schema) ?? sentValue(query, camel(name), `Value of ${name} in the query`, access);
  const isCredential = query.credential === true || credentialKind(name) !== null;
  if (isCredential && typeof access.query[name] === 'object') {
    access.known.queries.push(name);
    access.proven ||= query.credential === true || credentialKind(name) === 'secret';
  }
}

/** The grant by client credentials where a field is the grant type and allows it. */
function grantOf(name: string, { enum: values }: JsonObject): string | undefined {
  const isGrant = name.replace(/[^a-z]/gi, '').toLowerCase() === 'granttype';
  return isGrant && Array.isArray(values) && values.includes('client_credentials') ? 'client_credentials' : undefined;
}

function field(member: Member, access: Access): void {
  const [name = '', ...below] = keysOf(member.pointer);
  if (below.length > 0) {
    if (member.required !== false)
      access.todos.push({
        name: `request ${shownPointer(member.pointer)}`,
        what: `the value of ${shownPointer(member.pointer)} inside control.body; only members at the top are filled in`,
      });
    return;
  }
  if (member.required === false || (isProof(name) && member.schema['const'] === undefined)) return;
  if (access.mechanism === 'private-key-jwt' && name.startsWith('client_assertion')) return;
  const { type, const: constant } = member.schema;
  const { example } = member;
  const isCredential = credentialKind(name) !== null;
  const fixed = constant ?? grantOf(name, member.schema);
  const shown = !isCredential && example !== undefined && (typeof example !== 'string' || !isPlaceholder(example));
  if (fixed !== undefined) access.body[name] = fixed;
  else if (name === 'scope' && type !== 'array') {
    access.body[name] = { credential: 'scopes' };
    access.credentials['scopes'] = { description: 'The scopes granted at onboarding', list: true };
  } else if (shown && fitsType(type, example)) access.body[name] = example;
  else if (type === 'object' || type === 'integer' || type === 'number' || type === 'boolean')
    access.todos.push({
      name: `request ${name}`,
      what: `the value of ${name} in control.body, ${type === 'integer' || type === 'object' ? 'an' : 'a'} ${type}`,
    });
  else {
    const credential = camel(name);
    access.body[name] = type === 'array' ? [{ credential }] : { credential };
    access.credentials[credential] = describe(`Value of ${name} in the request`, name);
    if (isCredential && type !== 'array') access.fields.push(name);
    access.proven ||= credentialKind(name) === 'secret';
  }
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
