/** Sentences about something else than the endpoint that issues tokens. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from '../words/remembered.ts';
import { isNotOfToken } from './not-of-token.ts';

const verb = `(?:${oneOf(word.may, 'will', 'also', 'akan', 'juga')}\\s)*${word.responds}`;

/** What answers, where a verb says it of something. */
const answering = pattern`(?:^|[.;,:]\s+)([^.;,:]{0,120}?)\s${verb}\b`;

/** Words for a request that say nothing but how it comes out, as `a successful call` and `a bad request`. */
const outcome = oneOf(
  ...['(?:un)?successful', 'valid', 'good', 'correct', 'well-formed', 'malformed', 'failing'],
  ...[word.accepted, word.fails, word.wrong, word.refused],
);
const before = oneOf(
  ...[word.and, word.or, 'then', 'otherwise', 'in this case', 'on (?:success|failure|error)'],
  `${oneOf(word.when, word.for)} .*`,
);
const many = oneOf(
  `an? (?=${outcome} )`,
  // `A server` without a word for how a request comes out may be any.
  `(?:${word.all}(?: one)?(?: of)? )?(?:(?:the|this|our|these) )?`,
);
const called = oneOf(word.operation, word.server, word.request, word.answer, 'methods?', 'metode', 'urls?');
const ofTokens = '(?:token|auth\\w*|authorization|login|session|whole)';
const howItIs = oneOf(word.succeeds, word.fails, word.wrong, '(?:tidak )?(?:valid|benar|sah)');

/** The endpoint that issues tokens, as a sentence calls it, and whoever provides it. */
const issuing = pattern`^[\s\`*]*(?:${before}\s)?${oneOf(
  ...['we', 'it', 'this', 'they', 'kami', 'success', `(?:${word.all} )?(?:the )?${word.refusal}`],
  `${many}(?:(?:${word.number}|\\d{1,2}) )?(?:${outcome} )?(?:${ofTokens} )?${called}`,
  `${word.all} ${called}(?: (?:di atas|ini|tersebut))?`,
  `(?:permintaan|panggilan) (?:yang )?${howItIs}`,
  // The sample that such a sentence stands below.
  '(?:the|this) (?:above|previous) (?:command|call|request)|(?:the|this) (?:command|call|request) above',
)}$`;

/** Words behind which no subject ends. */
const goesOn = pattern`(?:^|\s)${oneOf(word.and, word.or, word.all, word.of, 'the', 'an?', 'our', 'your', 'no')}$`;
const adverb = pattern`\s${oneOf(word.always, word.only, word.not)}$`;

/** Whether a sentence says of something else that it answers. */
export const isOthersAnswer = remembered((sentence: string): boolean => {
  const subject = answering.exec(sentence)?.[1]?.trim().replace(adverb, '');
  // `Requests and answers are sent as JSON` says of nothing that it answers.
  if (subject === undefined || goesOn.test(subject)) return false;
  return subject !== '' && !issuing.test(subject);
});

const calls = oneOf(word.operation, word.request, 'resources?');

/** What is said of something else than the endpoint that issues tokens. */
export const otherSubject = pattern`\b${oneOf(
  'resource servers?',
  `(?:other|protected|business) ${calls}`,
  'api calls?',
  `the api ${word.responds}`,
)}\b`;

// The words before are looked at last: they are the slower part.
const alike = oneOf('like', 'as', 'this', 'seperti', word.and);
const between = oneOf(word.all, word.for, word.with, word.in, word.of, 'the');
const business = '(?:other|resource|protected|business|payments?|transfers?|transactions?)';
const haveToken = oneOf(
  `(?:once|after|${word.when}) you have ${word.the}`,
  ...['setelah (?:mendapat(?:kan)?|memperoleh)', 'dengan'],
);

/** What is said of every endpoint but that of the token, or of what is asked with one. */
const ofOthers = [
  pattern`\b(?=${business} ${calls}\b)(?<!\b${alike} (?:${between} ){0,2})`,
  pattern`\b(?=${calls} (?:yang )?(?:lain(?:nya)?|transaksi|pembayaran)\b)(?<!\b${alike} (?:${oneOf(word.all, 'pada')} )?)`,
  pattern`\b${haveToken} (?:access )?token\b`,
  pattern`\bwith ${word.the} (?:valid )?(?:access )?token,`,
];

/** Whether a sentence names other calls than that for a token, whatever answers them. */
export const isOfOtherCalls = remembered(
  (sentence: string): boolean => ofOthers.some((form) => form.test(sentence)) || isNotOfToken(sentence),
);

/** Whether a sentence is about other endpoints than that of the token. */
export function isOfOthers(sentence: string): boolean {
  return isOfOtherCalls(sentence) || isOthersAnswer(sentence);
}
