/** Credentials of which nothing is said where words about refusals name others of the same request alone. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { holdsProof } from '../../page/values/proofs.ts';
import { isFresh } from '../../page/values/values.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { stemOf } from '../basis/halves.ts';
import { type Named, namesFor } from './called-names.ts';
import { calledWrong } from './refused-names.ts';
import { isOfWholeBeside, type Refusing, whichRefuse } from './which-refuses.ts';

/** Whoever asks, and what may be any of several keys. */
export const whoOrKey = oneOf(
  ...['clients?', 'partners?', 'merchants?', 'apps?', 'applications?', 'keys?', 'secrets?', 'credentials?'],
  ...['klien', 'mitra', 'agen', 'toko', 'aplikasi', 'kunci', 'rahasia', 'kredensial'],
);
const ofAny = pattern`\b${oneOf(whoOrKey, 'tokens?')}\b`;

/** Whether words are about other values alone: beside the names of these they speak of nobody and of no key. */
export function isOfOthersAlone(telling: Refusing, others: Named[], facts: Facts): boolean {
  const { status, words } = telling;
  const answers = facts.answers.filter((one) => one.status === status);
  const isOf = (one: Named): boolean => calledWrong(one, others, { answers }, () => true) !== null;
  if (!others.some(isOf)) return false;
  const rest = others.flatMap((one) => namesFor(one, others)).reduce((text, form) => text.split(form).join(' '), words);
  return !isOfWholeBeside(telling, rest) && !ofAny.test(rest);
}

/** Whether all words that tell of wrong credentials are about others than this one, and than the other half of it. */
export function isBesideNamed<T extends Named>(one: T, all: readonly T[], telling: Refusing[], facts: Facts): boolean {
  const own = all.filter((other) => stemOf(other.name) === stemOf(one.name));
  const others = all.filter((other) => !own.includes(other));
  const names = own.flatMap((half) => namesFor(half, all));
  // A status that may be of another request is asked about, with what it names.
  const doubted = facts.todos.flatMap((todo) => todo.doubted?.refusals ?? []);
  if (doubted.some(({ words }) => names.some((form) => form.test(words)))) return false;
  return (
    telling.length > 0 &&
    telling.every((each) => !names.some((form) => form.test(each.words)) && isOfOthersAlone(each, others, facts))
  );
}

/** Words for the two parts of Basic. */
const parts = `\\b${word.user}\\b.*\\b${oneOf('passwords?', 'secrets?', '(?:kata )?sandi')}`;
const ofBasic = pattern`(?:\b${word.key} )?\b(?:pairs?|pasangan)\b|${parts}\b`;

/** Whether all words that tell of wrong credentials are about the two parts of Basic, and not about a key in a header beside it. */
export const isBesideBasic = (one: Named, all: readonly Named[], telling: Refusing[]): boolean =>
  telling.length > 0 &&
  telling.every((each) => {
    const rest = each.words.replace(ofBasic, ' ');
    return rest !== each.words && !isOfWholeBeside(each, rest) && !namesFor(one, all).some((form) => form.test(rest));
  });

const ofSignature = pattern`\b${oneOf(word.signature, 'hmac')}\b`;
const ofToken = /\b(?:tokens?|jwt|assertions?|certificates?|sertifikat|asersi)\b/i;

/** Whether some part of a request is a proof. */
function sendsProof({ headers, queries, request }: Facts): boolean {
  const members = request.map((one) => ({ ...one, name: lastKeyOf(one.pointer) }));
  return [...headers, ...queries, ...members].some(({ name, notes }) => holdsProof(name, notes) && !isFresh(name));
}

/** The words that refuse a signature alone, where nothing of the request was read as one; null where there are none. */
export function unreadSignature(facts: Facts, { mechanism, signature }: Access): string | null {
  const isRead = mechanism !== null || signature !== null || facts.unclear.length > 0;
  return isRead || sendsProof(facts) ? null : ofSignatureAlone(facts);
}

/** The words that refuse a signature alone, where the request has one that the draft does not make; null where there are none. */
export const besideProof = (facts: Facts, { mechanism, signature }: Access): string | null =>
  mechanism === null && signature === null && sendsProof(facts) ? ofSignatureAlone(facts) : null;

/** The words about wrong credentials, where they name a signature and nobody who signs; null where any name more. */
function ofSignatureAlone(facts: Facts): string | null {
  const all = whichRefuse(facts);
  const worded = all.filter(({ credentials }) => credentials !== null);
  const refusing = worded.length > 0 ? worded : all.filter(({ status }) => status === 401);
  const isOfOne = (one: Refusing): boolean => {
    const rest = one.words.split(RegExp(ofSignature.source, 'gi')).join(' ');
    return rest !== one.words && !isOfWholeBeside(one, rest) && !ofAny.test(rest) && !ofToken.test(rest);
  };
  return refusing.length > 0 && refusing.every(isOfOne) ? (refusing[0]?.words ?? null) : null;
}
