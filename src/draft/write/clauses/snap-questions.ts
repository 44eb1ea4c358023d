/** BI SNAP: what is asked of its signature where the words of a page leave it open. Pure. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedOf, unlessSaid } from '../../facts/subjects.ts';
import { openForm } from '../../merge/signed-time.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { sectionReferred } from '../basis/section-said.ts';
import { headerCalled } from '../basis/signature.ts';
import { isDecidedSnap, isFormOfSnap, isSettledSnap } from './follows-snap.ts';
import { statedIn, wordsOf } from './snap.ts';

/** Words for an algorithm of signatures, however loosely a page names it. */
const ofAlgorithm = /\b(?:rsa|rsassa|sha[ _-]?\d|hmac|ecdsa|eddsa|ed25519|[rep]s256)/i;
/** What is signed by BI SNAP: the client and the time. */
const ofKey = pattern`(?<!\b(?:private|public) )\b${oneOf(word.key, word.client)}\b`;
const ofTime = pattern`\b${oneOf('time', 'time ?stamps?', 'moment', 'waktu')}\b`;

const aboutSignature = pattern`\b${word.signature}\b`;

/** All that a page says of its signature. */
function wordsOfSignature({ headers, signed, passages = [] }: Facts): string[] {
  const header = headerCalled(headers, 'x-signature');
  const around = passages.map(({ text }) => text).filter((text) => aboutSignature.test(text));
  return [...(header ? [wordsOf(header)] : []), ...signed.map(({ value }) => value), ...around];
}

/** Whether the words about the signature say both by which algorithm it is made, and of what, in whatever words. */
function saysSigning(facts: Facts, over: string | null): boolean {
  const all = wordsOfSignature(facts);
  const isOver = over !== null || all.some((words) => ofKey.test(words) && ofTime.test(words));
  return isOver && all.some((words) => ofAlgorithm.test(words));
}

/** What a page that names the standard leaves to it: how a request is signed, and how its time is written. */
function leftToSnap(facts: Facts): string[] {
  const { form, offset, algorithm, over } = statedIn(facts);
  const words = wordsOfSignature(facts);
  const isSaid = saysSigning(facts, over);
  return [
    ...(isSaid || over !== null ? [] : ['what is signed']),
    ...(isSaid || algorithm !== null ? [] : ['by which algorithm']),
    ...(words.some((one) => /\bbase[ -]?64/i.test(one)) ? [] : ['how the signature is written']),
    // Words about it that are not understood are asked about by themselves.
    ...(form === null && openForm(facts) === null ? ['in which form X-TIMESTAMP is'] : []),
    ...(form !== null && offset === null ? ['whether X-TIMESTAMP needs an offset'] : []),
  ];
}

/** The section that the words about the signature refer to. */
function sectionOf(facts: Facts): string {
  const header = headerCalled(facts.headers, 'x-signature');
  return header ? sectionReferred(facts, `${header.notes ?? ''} ${header.value ?? ''}`) : '';
}

/** The question whether a provider that names the standard follows it in what its page does not say. */
function leftTodos(facts: Facts): Todo[] {
  const left = isDecidedSnap(facts) ? [] : leftToSnap(facts);
  if (left.length === 0) return [];
  return [
    {
      name: 'left to BI SNAP',
      what: `whether the provider follows BI SNAP in what its page does not say: ${left.join(', ')}${sectionOf(facts)}; the page names the standard, and the draft has what the standard gives: SHA256withRSA of X-CLIENT-KEY|X-TIMESTAMP in Base64, and a time as 2020-12-31T23:59:59+07:00; npm run derive with --auth snap-signature confirms it`,
      ask: { about: 'auth' },
    },
  ];
}

/**
 * The question where the page has the headers of BI SNAP and does not say how it is signed: a path or a code of the standard
 * says nothing of that, and the name of the standard leaves it to the provider to follow it.
 */
export function snapTodos(facts: Facts): Todo[] {
  if (isFormOfSnap(facts)) return leftTodos(facts);
  const { form, algorithm, over } = statedIn(facts);
  const isTimeOpen = form === null && openForm(facts) === null;
  if (isSettledSnap(facts) && saysSigning(facts, over)) return isTimeOpen ? [openTime(facts)] : [];
  const open = [
    ...(over === null ? ['what is signed'] : []),
    ...(algorithm === null ? ['by which algorithm'] : []),
    ...(isTimeOpen ? ['in which form X-TIMESTAMP is'] : []),
  ];
  if (open.length === 0) return [];
  const at = headerCalled(facts.headers, 'x-signature')?.at ?? 'Request';
  const isNamed = quotedOf(facts.passages ?? [], 'standard') !== null;
  const none = `the page ${isNamed ? '' : 'does not name the standard, and '}does not say ${open.join(', ')}`;
  const said = unlessSaid(facts.passages, 'signature', none);
  const isLike = isSettledSnap(facts);
  const has = isLike ? 'its headers, and a path or a code of it' : 'its headers';
  const time = isLike && form === null ? ', and X-TIMESTAMP in its form' : '';
  return [
    {
      name: 'signature',
      what: `whether X-SIGNATURE (${at}) is that of BI SNAP${time}: the page has ${has}; ${said}${sectionOf(facts)}; the draft signs X-CLIENT-KEY|X-TIMESTAMP by SHA256withRSA in Base64, with a time as 2020-12-31T23:59:59+07:00; npm run derive with --auth snap-signature confirms it`,
      ask: { about: 'auth' },
    },
  ];
}

/** The question about the form of the time, where a page has a path or a code of the standard and does not name it. */
function openTime({ headers }: Facts): Todo {
  const stamp = headerCalled(headers, 'x-timestamp');
  const shown = stamp?.example ? `, which shows ${stamp.example}` : '';
  return {
    name: 'form of X-TIMESTAMP',
    what: `in which form X-TIMESTAMP is (${stamp?.at ?? 'Request'}), and whether any other is refused: the page has a path or a code of BI SNAP, and states neither${shown}; the draft sends it as 2020-12-31T23:59:59+07:00; npm run derive with --auth snap-signature confirms the form of the standard`,
    ask: { about: 'auth' },
  };
}
