/** The id beside a secret, of HTTP Basic or in the body, where the words about refusals name the secret alone. Pure. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { credentialKind } from '../../page/values/values.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { namesFor } from '../refusals/called-names.ts';
import { asWords } from '../refusals/fault-subjects.ts';
import { isOfOthersAlone } from '../refusals/named-alone.ts';
import { notIssued } from '../refusals/refusal-words.ts';
import { type Given, givenIn, isTaken } from '../refusals/refused-names.ts';
import { asking } from '../refusals/unknown-clients.ts';
import { isOfWhole, type Refusing, whichRefuse } from '../refusals/which-refuses.ts';

/** A secret, with whose it is before it: that names nobody. */
const whose = oneOf(word.client, word.user, 'app(?:lication)?', 'api');
const secret = everywhere`\b(?:${whose}(?:['’]s)? )?${word.secret}\b(?: ${oneOf('klien', 'mitra', 'pengguna')}\b)?`;
const whoever = pattern`\b${oneOf('log-?ins?', 'e-?mails?', 'names?', 'ids?', 'codes?', 'nama', 'kode', 'both', 'keduanya', 'pairs?')}\b`;

/** Whether words refuse a wrong secret, and nobody by an id. */
function isOfSecret(one: Refusing): boolean {
  const words = asWords(one.words);
  const rest = words.replace(secret, ' ');
  return rest !== words && !isOfWhole({ ...one, words: rest }) && !asking.test(rest) && !whoever.test(rest);
}

/** The words about wrong credentials: those of 401 where there are any. */
function tellingOf(facts: Facts): Refusing[] {
  const all = whichRefuse(facts).filter(({ credentials }) => credentials !== null);
  const usual = all.filter(({ status }) => status === 401);
  return usual.length > 0 ? usual : all;
}

/** Those that name the secret alone; none where any of them may be of the id beside it. */
function ofSecretAlone(facts: Facts): Refusing[] {
  const telling = tellingOf(facts);
  return telling.every(isOfSecret) ? telling : [];
}

/** Words that name no other thing beside a secret: what is wrong with it, and what it is to be. */
const isOfNothingElse = ({ words }: Refusing): boolean => {
  const rest = asWords(codesAsWords(words))
    .replace(secret, ' ')
    .replace(/\b\d{3}\b/g, ' ');
  return !/[,/;]|\b(?:or|and|atau|dan|maupun)\b/i.test(rest);
};

/** Whether it is open how another id is refused: then no clause sends one. */
export const isIdOpen = (facts: Facts): boolean => ofSecretAlone(facts).length > 0;

/** The question about an id, as it is called. */
function todosOf(facts: Facts, id: string): Todo[] {
  const said = ofSecretAlone(facts).map(({ status, words }) => `${status} "${quotedWords(words)}"`);
  if (said.length === 0) return [];
  const named = ofSecretAlone(facts).every(isOfNothingElse)
    ? 'names the secret alone'
    : `names the secret beside others, any of which may mean that ${id} or not`;
  const what = `whether another ${id} than the one issued is refused, and how: the page has ${said.join(', ')}, which ${named}, and the draft has no clause for that`;
  return [{ name: 'credentials doubtful', what }];
}

/**
 * The words about wrong credentials that name members of the body alone, where HTTP Basic is sent beside these: its id and its
 * secret may be called as they are. None where any of the words may be of whoever asks.
 */
function ofBodyAlone(facts: Facts, access: Access): Refusing[] {
  if (access.mechanism !== 'basic') return [];
  const worded = tellingOf(facts);
  const telling = worded.length > 0 ? worded : whichRefuse(facts).filter(({ status }) => status === 401);
  const sent = givenIn(facts, access).filter(({ place, name }) => place === 'body' && credentialKind(name) !== null);
  return telling.every((one) => isOfOthersAlone(one, sent, facts)) ? telling : [];
}

/** Whether it is open how other credentials of HTTP Basic are refused: then no clause sends any. */
export const isBasicOpen = (facts: Facts, access: Access): boolean => ofBodyAlone(facts, access).length > 0;

/** The questions about the credentials of HTTP Basic. */
export function basicTodos(facts: Facts, access: Access): Todo[] {
  const beside = ofBodyAlone(facts, access);
  if (beside.length === 0) return todosOf(facts, 'id of HTTP Basic');
  const said = beside.map(({ status, words }) => `${status} "${quotedWords(words)}"`);
  const what = `how another id or secret of HTTP Basic is refused: the page has ${said.join(', ')}, which names members of the body that are sent beside it, and may mean either; the draft has no clause for that`;
  return [{ name: 'credentials doubtful', what }];
}

/** Whether words about some refusal name a value, or whoever asks, as one that is wrong. */
function isToldOf(one: Given, all: Given[], facts: Facts): boolean {
  const forms = [...namesFor(one, all), asking];
  return whichRefuse(facts)
    .filter(({ credentials, words }) => credentials !== null || notIssued.test(codesAsWords(words)))
    .map(({ words }) => asWords(codesAsWords(words)).replace(secret, ' '))
    .some((rest) => forms.some((form) => form.test(rest)));
}

/**
 * Leaves the ids in the body out of the clauses where the words name the secret beside them alone, with the question about them.
 * Whatever else is wrong with such an id, it may still be refused as a wrong credential.
 */
export function leaveBodyIds(facts: Facts, access: Access): Todo[] {
  if (access.mechanism !== null || !isIdOpen(facts)) return [];
  const all = givenIn(facts, access).filter((one) => isTaken(one, access));
  const sent = all.filter(({ place }) => place === 'body');
  const ids = sent.filter((one) => credentialKind(one.name) === 'id' && !isToldOf(one, all, facts));
  if (ids.length === 0 || !sent.some(({ name }) => credentialKind(name) === 'secret')) return [];
  access.untold = ids.map(({ name }) => name);
  access.fields = access.fields.filter((name) => !access.untold.includes(name));
  return todosOf(facts, ids.map(({ name, at }) => `${name} (${at})`).join(' or '));
}
