/** Which values of a request are credentials by what the page calls them, or by a name that nothing else has. */
import { isObject, keysOf, lastKeyOf } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { quotedOf } from '../../facts/subjects.ts';
import { credentialKind, isProof, isPublicHalf, saysPublicHalf } from '../../page/values/values.ts';
import { mayNotBeRead } from '../../page/words/not-read.ts';
import { lastLetters, lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Access, isCertified, isProofOf } from '../basis/good-request.ts';
import { paired, stemOf } from '../basis/halves.ts';
import { namesFor } from '../refusals/called-names.ts';
import { besideProof, isBesideBasic, isBesideNamed, unreadSignature } from '../refusals/named-alone.ts';
import { ofCertificate, spoken, wrong } from '../refusals/refusal-words.ts';
import { calledWrong, givenIn, isIssued, isTaken } from '../refusals/refused-names.ts';
import { callsOf, isShownAlone } from '../refusals/shown-alone.ts';
import { asking } from '../refusals/unknown-clients.ts';
import { isOfWhole, namesWhole, type Refusing, whichRefuse } from '../refusals/which-refuses.ts';
import { refusesOthers } from './snap.ts';

interface Named {
  name: string;
  at: string;
  notes: string;
  /** A security scheme names it. */
  isScheme: boolean;
}

/** Ids of the client itself, and of whoever logs in with a password. */
const ofClient =
  /^x?(?:client|consumer|app|application|api|oauth)(?:id|key|code|no|number)$|^(?:id|kode|nomor)(?:klien|aplikasi)$/;
const ofPerson = /^x?(?:user|username|login|email|userid|namapengguna|loginid|loginname|apiuser|apiusername)$/;

/** Whether a value by that name is what a person logs in with. */
export const isOfPerson = (name: string): boolean => ofPerson.test(lettersOf(name));

/** Secrets that a person types. */
const typed = /password|passwd|passphrase|passcode|sandi|pass$|^pwd$|^pin$/;

/** Words that call a value a credential. */
const called = /\b(?:credentials?|kredensial|authenticat\w*|[ao]utentikasi)\b/i;

/** Words that give a value by such a name another use, or leave it to the client. */
const ofOther =
  /\b(?:logs?|logging|audit|free(?:ly)?|any|bebas|apa saja|terserah|display\w*|shown|statistics|reports?|reporting|laporan|customers?|end[- ]?users?|shoppers?|pelanggan|nasabah|software|of yours|you (?:choose|like|want)|pilihan anda)\b/i;

/** Words for whoever logs in, by whatever name. */
const ofWhoever =
  /\b(?:users?|user[ _-]?(?:names?|ids?)|log-?ins?|accounts?|e-?mails?|names?|ids?|pengguna|akun|nama)\b/i;

/** What is said of a key or a signature, and what else a request may be refused for; whose key it is says nothing of other values. */
const ofKey = pattern`\b${oneOf('api', word.client, 'application', 'app')}(?:['’]s)? (?=${word.key}\b)`;
const isOfKey = pattern`\b${oneOf(word.key, 'api_?keys?')}\b`;
const ofClients = pattern`\b${oneOf(word.client, word.code)}\b`;
const isOfSignature = pattern`\b${oneOf(word.signature, 'hmac')}\b`;

/** Whether words refuse keys and signatures alone: another code or id beside these they do not name. */
function isOfKeysAlone({ words, silent, credentials }: Refusing): boolean {
  const rest = words.replace(/\bunauthori[sz]ed\b/gi, ' ').replace(RegExp(ofKey.source, 'gi'), '');
  const isElse = silent || namesWhole({ words: rest }) || ofWhoever.test(rest) || ofClients.test(rest);
  return credentials !== null && !isElse && isOfKey.test(rest) && isOfSignature.test(rest);
}

/** Whether words are about an assertion, and about nobody who sends it. */
const namesAssertion = ({ words }: Refusing): boolean => {
  const rest = words.replace(/\bclient[ _-]assertions?\b/gi, 'assertion');
  return /\bassertions?\b|\basersi\b/i.test(rest) && !ofWhoever.test(rest) && !ofClients.test(rest);
};

function named({ headers, queries, request }: Facts, { known, fields }: Access): Named[] {
  return [
    ...headers.filter(({ name }) => known.headers.includes(name)),
    ...queries.filter(({ name }) => known.queries.includes(name)),
  ]
    .map(({ name, at, notes = '', credential }) => ({ name, at, notes, isScheme: credential === true }))
    .concat(
      request.flatMap(({ pointer, at, notes = '' }) => {
        const [name = '', ...below] = keysOf(pointer);
        return below.length === 0 && fields.includes(name) ? [{ name, at, notes, isScheme: false }] : [];
      }),
    );
}

const letters = ({ name }: Named): string => lettersOf(name);

/** The secrets among the credentials of a request: where nothing else is secret, the key of a pair is. */
function secretsOf(all: Named[]): { secrets: Named[]; isPair: boolean } {
  const own = all.filter(({ name }) => credentialKind(name) === 'secret');
  const keys = own.length > 0 ? [] : all.filter((one) => /key$/.test(letters(one)) && !ofClient.test(letters(one)));
  const isPair = keys.length === 1 && all.length > 1;
  return { secrets: isPair ? keys : own, isPair };
}

/** Keys beside the id of the same holder, as `agent-key` beside `agent-id`, where no other value is the secret of both. */
const keysBesideIds = (all: Named[]): Named[] =>
  all.filter((one) => {
    const stem = stemOf(one.name);
    const others = all.filter((other) => other !== one && stem !== '' && stemOf(other.name) === stem);
    const isKey = /key$/.test(letters(one)) && !isPublicHalf(one.name) && !saysPublicHalf(one.name, one.notes);
    return isKey && others.length > 0 && others.every((other) => /(?:id|code|no|number)$/.test(letters(other)));
  });

/** Marks the key of a pair as a secret, so that no report shows it. */
export function guardPair(facts: Facts, access: Access): void {
  const all = named(facts, access);
  const { secrets, isPair } = secretsOf(all);
  // A secret by the words about it is the other half.
  const hasSecret = Object.values(access.credentials).some((one) => one['secret'] === true);
  const guarded = isPair && !hasSecret ? secrets : keysBesideIds(all);
  if (access.mechanism !== null) return;
  for (const { name } of guarded)
    for (const sent of [access.headers[name], access.query[name], access.body[name]]) {
      const credential = isObject(sent) ? access.credentials[String(sent['credential'])] : undefined;
      if (credential) credential['secret'] = true;
    }
}

/** Whether something else than the credentials of a draft shows who asks, or may: a proof, a key of which it has no clause, or a way that is open. */
const isShownBeside = (facts: Facts, access: Access): boolean =>
  facts.unclear.length > 0 ||
  unreadSignature(facts, access) !== null ||
  facts.headers.some(({ name, notes }) => isProof(name) || isProofOf(access, name, notes)) ||
  givenIn(facts, access).some((one) => isIssued(one.name) && !isTaken(one, access));

/** Whether words about refusals name a credential, or whoever asks, beside the names of the others. */
function isToldOf(one: Named, all: Named[], facts: Facts): boolean {
  const forms = [...namesFor(one, all), asking];
  const others = all.filter((other) => other !== one).map(({ name }) => spoken(name));
  const isOf = ({ status, credentials }: Refusing): boolean => credentials !== null || [401, 403].includes(status);
  return whichRefuse(facts).some((refusing) => {
    const { words } = refusing;
    if (!isOf(refusing)) return false;
    const rest = others.reduce((text, form) => text.split(form).join(' '), words);
    return forms.some((form) => form.test(rest));
  });
}

/** The ids among the credentials of a request that may be of something else. */
function doubtful(all: Named[], facts: Facts, access: Access): Named[] {
  const { mechanism } = access;
  const { answers, headers, request } = facts;
  // What nothing else is beside shows who asks.
  if (
    all.length === 1 &&
    !all.some((one) => mayNotBeRead(one.notes)) &&
    mechanism === null &&
    !isShownBeside(facts, access)
  )
    return [];
  const { secrets, isPair } = secretsOf(all);
  const ids = all.filter((one) => !secrets.includes(one));
  // A secret beside the key of the same name has its other half.
  const hasHalf = (one: Named): boolean =>
    secrets.some((other) => other !== one && stemOf(other.name) === stemOf(one.name) && !paired.test(letters(other)));
  const pairs = isPair || secrets.some((one) => paired.test(letters(one)) && !hasHalf(one));
  const persons = secrets.some((one) => typed.test(letters(one)));
  const isRefused = (one: Named): boolean =>
    calledWrong(one, all, facts, (status) => status >= 400) !== null ||
    answers.some(({ words = '' }) => words.split('\n').some((line) => spoken(one.name).test(line) && wrong.test(line)));
  // Where the page says which of its credentials are refused, another value is none of these.
  const refusing = whichRefuse(facts).filter(({ credentials }) => credentials !== null);
  const isOfOthers =
    refusing.some(({ credentials }) => credentials === 'some') &&
    !refusing.some(({ credentials }) => credentials === 'all') &&
    all.some(isRefused);
  const usual = refusing.filter(({ status }) => status === 401);
  const telling = usual.length > 0 ? usual : refusing;
  // Of whoever logs in nothing is said where the words name other credentials alone.
  const isUnnamed =
    telling.length > 0 && all.some(isRefused) && !telling.some((one) => isOfWhole(one) || ofWhoever.test(one.words));
  // Words about another certificate say nothing of another name beside it.
  const isOfCertificate =
    isCertified(access) &&
    telling.length > 0 &&
    telling.every(({ words }) => ofCertificate.test(words) && !ofWhoever.test(words));
  // So do those about an assertion alone.
  const unproven = whichRefuse(facts).filter(({ status }) => status === 401);
  const isOfAssertion =
    mechanism === 'private-key-jwt' &&
    unproven.length > 0 &&
    unproven.every((one) => !isOfWhole(one) && namesAssertion(one));
  // A header of Basic shows who asks, whatever id the request repeats.
  const isBesidePair = mechanism === 'basic' && secrets.length === 0;
  const isOfProof = mechanism === 'signature' && headers.some(({ name }) => isProof(name)) && refusesOthers(facts);
  // Words about a key and a signature say nothing of the code that stands beside both.
  const keys = [...all, ...givenIn(facts, access)].filter(({ name }) => /key$|kunci/.test(lettersOf(name)));
  const isBesideKey = ({ name }: Named): boolean =>
    headers.some((one) => isProof(one.name)) &&
    keys.some((one) => one.name !== name) &&
    !keys.some((one) => one.name === name) &&
    telling.length > 0 &&
    telling.every(isOfKeysAlone);
  const isOfSecret = ({ name }: Named): boolean =>
    stemOf(name) !== '' && secrets.some((secret) => stemOf(secret.name) === stemOf(name));
  const isLoggedIn = request.some(
    ({ pointer }) => ofPerson.test(lastLetters(pointer)) && !all.some(({ name }) => name === lastKeyOf(pointer)),
  );
  // Whatever a scheme names is a credential; by which status another is refused words about others do not say.
  const isUnread = besideProof(facts, access) !== null || unreadSignature(facts, access) !== null;
  // By the id of the client itself its key is found: another one does not verify.
  const isUntold = isShownAlone(facts, access);
  const unsaid = all.filter(
    (one) =>
      (mechanism === 'basic' && access.known.headers.includes(one.name) && isBesideBasic(one, all, telling)) ||
      (!isRefused(one) &&
        (isUnread ||
          (isUntold && !one.isScheme && !/^x?client/.test(letters(one)) && !called.test(one.notes)) ||
          (one.isScheme && isUnnamed) ||
          (access.known.headers.includes(one.name) && isBesideNamed(one, all, telling, facts)))),
  );
  const open = ids.filter((one) => {
    if (mayNotBeRead(one.notes)) return true;
    if (one.isScheme || called.test(one.notes) || isRefused(one)) return false;
    if (ofOther.test(one.notes) || isOfProof || isOfCertificate || isOfAssertion || isBesidePair || isBesideKey(one))
      return true;
    if (ofClient.test(letters(one)) || (persons && ofPerson.test(letters(one)) && !isUnnamed)) return false;
    if (ofPerson.test(letters(one)) && isUnnamed) return true;
    // Another id of the client itself makes the secret beside it a wrong one.
    if (isOfOthers && !isToldOf(one, all, facts)) return true;
    // The only id beside a secret goes with it, unless another name says who logs in.
    return !isOfSecret(one) && !(pairs && ids.length === 1 && !isLoggedIn && !isOfOthers);
  });
  return all.filter((one) => open.includes(one) || unsaid.includes(one));
}

/** Leaves out of the clauses what may be no credential, with the question about all of that. */
export function leaveDoubtful(facts: Facts, access: Access): Todo[] {
  const left = doubtful(named(facts, access), facts, access);
  if (left.length === 0) return [];
  const names = left.map(({ name }) => name);
  const rest = (all: string[]): string[] => all.filter((name) => !names.includes(name));
  access.fields = rest(access.fields);
  const ofSignature = besideProof(facts, access);
  // Without it nobody knows who signed.
  if (ofSignature !== null) access.untold = names;
  access.known = { headers: rest(access.known.headers), queries: rest(access.known.queries) };
  const shown = left.map(({ name, at }) => `${name} (${at})`).join(' or ');
  const calls = callsOf(left, facts, access);
  // What is refused may be called by whose it is alone: `the key belongs to another merchant`.
  const whose = [...new Set(left.flatMap(({ name }) => [name, stemOf(name)]))].filter((word) => word.length > 2);
  const said = quotedOf(facts.passages ?? [], 'refusal', whose);
  return [
    {
      name: 'credentials doubtful',
      what: `whether another ${shown} than the one issued is refused: ${said ?? (ofSignature === null ? `the page ${calls}` : `the page has "${quotedWords(ofSignature)}", which names the signature alone`)}, and the draft has no clause for that`,
    },
  ];
}
