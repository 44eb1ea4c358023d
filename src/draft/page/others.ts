/** Sentences about something else than the endpoint that issues tokens. */
import { isNotOfToken } from './not-of-token.ts';

/** What answers, where a verb says it of something. */
const answering =
  /(?:^|[.;,:]\s+)([^.;,:]{0,120}?)\s(?:(?:can|may|might|could|will|also|dapat|bisa|akan|juga)\s)*(?:answers?|returns?|responds?|replies|mengembalikan|menjawab)\b/i;

/** Words for a request that say nothing but how it comes out, as `a successful call` and `a bad request`. */
const outcome =
  '(?:(?:un)?successful|valid|good|correct|accepted|well-formed|failed|failing|invalid|bad|wrong|malformed|incorrect|rejected) ';
const before =
  '(?:and|then|otherwise|or|in this case|on (?:success|failure|error)|if .*|when .*|for .*|jika .*|bila .*)\\s';
const many = '(?:(?:each|every|all|any)(?: one)?(?: of)? )?(?:the |this |our |these )?';
const number = '(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) ';
const called =
  '(?:endpoint|server|service|operation|request|response|answer|call|provider|gateway|bank|system|method|url|api)s?';

/** The endpoint that issues tokens, as a sentence calls it, and whoever provides it. */
const issuing = RegExp(
  `^[\\s\`*]*(?:${before})?(?:we|it|this|they|kami|server|success|errors?|(?:an? (?=${outcome})|${many})(?:${number})?(?:${outcome})?(?:token |auth\\w* |authorization |login |session |whole )?${called}|(?:semua|setiap|tiap|seluruh) (?:permintaan|panggilan|layanan|operasi|endpoint|metode)(?: (?:di atas|ini|tersebut))?|(?:permintaan|panggilan) (?:yang )?(?:berhasil|sukses|valid|benar|sah|gagal|salah|tidak (?:valid|sah|benar)))$`,
  'i',
);

/** Whether a sentence says of something else that it answers. */
export function isOthersAnswer(sentence: string): boolean {
  const subject = answering
    .exec(sentence)?.[1]
    ?.trim()
    .replace(/\s(?:always|only|selalu|hanya)$/i, '');
  // `Requests and answers are sent as JSON` says of nothing that it answers.
  if (
    subject === undefined ||
    /(?:^|\s)(?:and|or|the|an?|all|any|each|every|no|of|our|your|dan|tiap|setiap)$/i.test(subject)
  )
    return false;
  return subject !== '' && !issuing.test(subject);
}

/** What is said of something else than the endpoint that issues tokens. */
export const otherSubject =
  /\b(?:resource servers?|(?:other|protected|business) (?:endpoints?|apis?|services?|calls?|operations?|requests?|resources?)|api calls?|the api (?:answers?|returns?|responds?))\b/i;

/** What is said of every endpoint but that of the token, or of what is asked with one. */
const ofOthers = [
  /(?<!\b(?:like|as|and|this|seperti|dan) (?:(?:all|every|any|the|for|with|in|of|semua|setiap) ){0,2})\b(?:other|resource|protected|business|payments?|transfers?|transactions?) (?:endpoints?|apis?|services?|calls?|operations?|requests?|resources?)\b/i,
  /(?<!\b(?:seperti|dan) (?:(?:semua|setiap|pada) )?)\b(?:endpoint|api|layanan|permintaan|panggilan|operasi) (?:yang )?(?:lain(?:nya)?|transaksi|pembayaran)\b/i,
  /\b(?:once|after|when) you have (?:an?|the|your|this) (?:access )?token\b|\bwith (?:an?|the|your|this) (?:valid )?(?:access )?token,|\b(?:setelah (?:mendapat(?:kan)?|memperoleh)|dengan) (?:access )?token\b/i,
];

/** Whether a sentence names other calls than that for a token, whatever answers them. */
export const isOfOtherCalls = (sentence: string): boolean =>
  ofOthers.some((form) => form.test(sentence)) || isNotOfToken(sentence);

/** Whether a sentence is about other endpoints than that of the token. */
export function isOfOthers(sentence: string): boolean {
  return isOfOtherCalls(sentence) || isOthersAnswer(sentence);
}
