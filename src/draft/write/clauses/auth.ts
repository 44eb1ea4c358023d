/** How a client shows who it is, as far as the facts of a page say, and the good request that follows. */
import { lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { unlessSaid } from '../../facts/subjects.ts';
import { acceptedOf } from '../../merge/grant.ts';
import { clockTodos, openForm, zoneTodos } from '../../merge/signed-time.ts';
import { basicMentioned } from '../../page/sentences/basic-pair.ts';
import { saysAlone } from '../../page/sentences/stated-proofs.ts';
import { holdsProof } from '../../page/values/proofs.ts';
import { isFresh } from '../../page/values/values.ts';
import { chosenTodos } from '../basis/chosen-values.ts';
import { basic, credentialMechanism, hasOtherTime, snapSignature } from '../basis/credential.ts';
import {
  type Access,
  isProofOf,
  takeBody,
  takeHeader,
  takePath,
  takeQuery,
  untestedTodos,
} from '../basis/good-request.ts';
import { isSaidOwn, saidOnce } from '../basis/said-of-names.ts';
import {
  type DraftedSignature,
  headerCalled,
  signatureOf,
  signsOtherwise,
  together,
  unsureWords,
} from '../basis/signature.ts';
import { forbiddenIn } from '../refusals/forbidden-values.ts';
import { unreadSignature } from '../refusals/named-alone.ts';
import { takeNamed } from '../refusals/refused-names.ts';
import { basicTodos, leaveBodyIds } from './basic-id.ts';
import { emptySecretTodos } from './empty-secret.ts';
import { isDecidedSnap } from './follows-snap.ts';
import { letterCaseTodos } from './letter-case.ts';
import { guardPair, leaveDoubtful } from './named-credentials.ts';
import { namedWays, optionalTodos } from './other-ways.ts';
import { recipeOf } from './recipe.ts';
import { snapHeaders } from './snap.ts';
import { snapTodos } from './snap-questions.ts';

const transactionHeaders = ['x-partner-id', 'x-external-id', 'channel-id'];

/** Reads the auth mechanism out of the facts, and fills the good request with constants and credentials. */
export function accessOf(facts: Facts): Access {
  const names = facts.headers.map(({ name }) => name.toLowerCase());
  const access: Access = {
    mechanism: null,
    auth: null,
    signature: null,
    isSigned: true,
    made: new Set((facts.made ?? []).flatMap(({ names }) => names)),
    saidOnce: (name) => saidOnce(facts, name),
    isSaidOwn: (name) => isSaidOwn(facts, name),
    headers: {},
    path: {},
    query: {},
    body: {},
    credentials: {},
    fields: [],
    untold: [],
    untested: [],
    unsent: new Set(),
    known: { headers: [], queries: [] },
    settled: /^$/,
    proven: false,
    todos: [],
  };
  const accept = facts.accept ?? acceptedOf(facts.answers);
  if (accept !== undefined) access.headers['Accept'] = accept;
  const signature = headerCalled(facts.headers, 'x-signature');
  const aboutSignature = signature?.value ?? '';
  const isSymmetric = /hmac|symmetric|simetris/i.test(aboutSignature) && !/asymmetric|asimetris/i.test(aboutSignature);
  const snap =
    facts.security?.value === 'snap-signature' || (snapHeaders.every((name) => names.includes(name)) && !isSymmetric);
  // The signature of BI SNAP has one form; where a page has another, its words may give all of it.
  const isOther = snap && (hasOtherTime(facts) || signsOtherwise(facts));
  const drafted = snap && !isOther ? null : signatureOf(facts, false);
  if (facts.security?.value === 'basic') basic(access);
  else if (snap && !drafted) snapSignature(access, facts);
  else credentialMechanism(facts, access);
  if (drafted) signed(drafted, access);
  // A certificate shows who connects, whatever else the request holds.
  if (facts.security?.value === 'mutual-tls' && access.mechanism !== 'mutual-tls')
    access.auth = [{ mechanism: 'mutual-tls' }, access.auth ?? []].flat();
  access.isSigned = snap || drafted !== null || isSignedBy(facts);
  const made = drafted ? drafted.makes.map((name) => name.toLowerCase()) : snap ? snapHeaders : [];
  for (const header of facts.headers) {
    if (header.required === false || made.includes(header.name.toLowerCase())) continue;
    takeHeader(header, access);
  }
  for (const query of facts.queries) takeQuery(query, access);
  takePath(facts, access);
  takeBody(facts, access);
  guardPair(facts, access);
  access.todos.push(...emptySecretTodos(facts), ...untestedTodos(access), ...credentialTodos(facts, access));
  access.todos.push(
    ...letterCaseTodos(facts, access),
    ...timeTodos(facts, access),
    ...clockTodos(facts, snap || drafted?.row.timestamp !== undefined),
    ...optionalTodos(facts, access),
    ...chosenTodos(facts, access, forbiddenIn(facts)),
  );
  openQuestions(facts, names, access);
  return access;
}

/** The questions of which values another is refused as one: who knows it of one knows it of the others. */
function credentialTodos(facts: Facts, access: Access): Todo[] {
  const ofBasic = access.mechanism === 'basic' ? basicTodos(facts, access) : [];
  const all = [
    ...takeNamed(facts, access),
    ...leaveDoubtful(facts, access),
    ...leaveBodyIds(facts, access),
    ...ofBasic,
  ];
  return all.slice(0, 1).map(({ name }) => ({ name, what: all.map(({ what }) => what).join('; and ') }));
}

/** Ways to authenticate that sign nothing, as a question calls them: a time or a nonce beside one is a part of none. */
const withoutProof = /^HTTP Basic|^Authorization: Basic|^in words |^a client certificate|^a one-time password/;

/** Whether a page speaks of a proof: a part of the request holds one, or words that were not read in full are about one. */
const isSignedBy = ({ headers, queries, request, unclear, made = [] }: Facts): boolean =>
  unclear.some(({ value }) => !withoutProof.test(value)) ||
  made.length > 0 ||
  [...headers, ...queries, ...request.map(({ pointer, notes }) => ({ name: lastKeyOf(pointer), notes }))].some(
    ({ name, notes }) => holdsProof(name, notes) && !isFresh(name),
  );

/** The question about a signed time whose form the page does not give once; one that BI SNAP does not have is asked with its signature. */
function timeTodos(facts: Facts, { todos }: Access): Todo[] {
  const open = todos.some(({ name }) => name === 'timestamp form') ? null : openForm(facts);
  return [...(open === null ? [] : [{ name: 'timestamp form', what: open }]), ...zoneTodos(facts)];
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

const isSnap = (words: string): boolean =>
  /a signature$|asymmetric|asimetris|sha256withrsa|\brsa\b|\bsnap\b/i.test(words) &&
  !/hmac|(?<!a)symmetric/i.test(words);

/** What a signature with the headers of BI SNAP has from the standard alone, as words of a question. */
function leftToStandard(facts: Facts, { signature }: Access): string[] {
  if (signature === null || isDecidedSnap(facts)) return [];
  const { over, encoding } = signature.ofStandard;
  const left = [
    ...(over ? ['what is signed, of which the draft has what BI SNAP signs'] : []),
    ...(encoding ? ['how the signature is written, of which the draft has Base64, as BI SNAP does'] : []),
  ];
  return left.length === 0 ? [] : [`a signature (${signature.at}) and not ${left.join(', nor ')}`];
}

/** What stays open of the authentication; whatever is not understood is a TODO. */
function openQuestions(facts: Facts, names: string[], access: Access): void {
  const drafts = 'npm run derive with --auth basic, snap-signature, mutual-tls or none drafts its clauses';
  const members = facts.request.filter(
    ({ pointer, schema, notes }) => isProofOf(access, lastKeyOf(pointer), notes) && schema['const'] === undefined,
  );
  const proofs = [
    ...(access.mechanism === 'snap-signature' || access.signature
      ? []
      : facts.headers.filter(({ name, notes }) => isProofOf(access, name, notes))),
    ...(access.mechanism === 'private-key-jwt' ? [] : members).map(({ pointer }) => ({ name: shownPointer(pointer) })),
    ...facts.queries.filter(({ name, notes }) => isProofOf(access, name, notes)),
  ].filter(({ name }) => !access.made.has(name));
  if (access.mechanism === 'snap-signature') access.todos.push(...snapTodos(facts));
  // Whose words sign the client and the time, or whose path is that of a token, signs no transaction.
  const isOfToken =
    /access-token/i.test(facts.path?.value ?? '') ||
    /\{client\}.?\{timestamp\}/.test(together(facts.signed).over ?? '');
  const transaction = isOfToken ? [] : transactionHeaders.filter((name) => names.includes(name));
  const choices = [
    ...facts.unclear.filter(({ isChoice }) => isChoice).map(({ value, at }) => `${value} (${at})`),
    ...namedWays(facts),
  ];
  const words = facts.unclear
    // The signature of BI SNAP is what words about an asymmetric one speak of.
    .filter(
      ({ value, isChoice }) =>
        !isChoice &&
        (access.mechanism !== 'snap-signature' || !isSnap(value)) &&
        (access.mechanism !== 'basic' || value !== basicMentioned) &&
        // What a draft without a mechanism sends is what such words speak of.
        (access.mechanism !== null || !value.startsWith(saysAlone)) &&
        !access.settled.test(value),
    )
    .map(({ value, at }) => `${value} (${at})`);
  if (proofs.length > 0)
    words.push(
      `a signature: ${[...proofs.map(({ name }) => name), ...transaction.map((name) => name.toUpperCase())].join(', ')}${transaction.length > 0 ? ', as a transaction of BI SNAP is signed' : ''}${unsureWords(facts.signed)}`,
    );
  for (const { names, words: formula, at } of facts.made ?? [])
    words.push(`that ${names.join(', ')} is made for each request (${at}): "${quotedWords(formula)}"`);
  words.push(...leftToStandard(facts, access));
  const unread = unreadSignature(facts, access);
  if (unread !== null)
    words.push(`a signature, of which it has "${quotedWords(unread)}" alone, and nothing of how it is made`);
  const secret = facts.request.find(
    ({ pointer, required }) => required !== false && !isInItems(pointer) && /secret/i.test(lastKeyOf(pointer)),
  );
  if (access.mechanism === 'basic' && secret && facts.security?.isDecided !== true)
    words.push(
      `HTTP Basic (${facts.security?.at}) and ${shownPointer(secret.pointer)} in the body (${secret.at}), of which one alone may be meant`,
    );
  const proven = access.mechanism !== null || access.proven;
  const isAmong = choices.some(
    (one) => access.mechanism !== null && one.replaceAll('_', '-').includes(access.mechanism),
  );
  const beside = isAmong ? '; the draft has the clauses of' : ', beside';
  const has =
    access.mechanism === null
      ? ''
      : `${beside} ${access.mechanism}${isAmong ? '' : ', which the draft has with its clauses'}`;
  words.push(...recipeOf(facts, access, [...words, ...choices]));
  const decided = facts.security?.value === 'none' && facts.security.isDecided === true;
  const token = facts.security?.value;
  if (token === 'bearer') words.push(`a bearer token on the request that is to grant one (${facts.security?.at})`);
  if (token === 'oauth2' && !proven)
    words.push(
      `OAuth 2.0 (${facts.security?.at}), which does not say whether id and secret are sent by Basic or in the body`,
    );
  const stated = words.length === 0 ? [] : [`the page states ${words.join('; and ')}`];
  if (words.length + choices.length > 0)
    access.todos.push({
      name: 'auth',
      what: `how a client authenticates: ${[...stated, ...choices].join('; and ')}${has}; ${drafts}`,
      ask: { about: 'auth' },
    });
  else if (!proven && !decided)
    access.todos.push({
      name: 'auth',
      what: `how a client authenticates: control.auth with a mechanism, or credentials in control.body; ${unlessSaid(facts.passages, 'authentication', 'the page shows none we know')}; ${drafts}`,
      ask: { about: 'auth' },
    });
}
