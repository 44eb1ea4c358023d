/** The statuses that a sentence says are answered to a request for a token. */
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { isPartial } from './doubts.ts';
import { isOthersAnswer } from './others.ts';
import { callsFault, onlyStatuses, reasons, statusesIn } from './status-words.ts';

/** Words for what is no longer so. */
export const past =
  /\b(formerly|previously|used to|until (?:version|v?\d|\p{Lu})|before (?:version|v?\d|\p{Lu})|in the past|dahulu|sebelumnya)\b/iu;

/** A status that is answered, as `wrong credentials with HTTP 403` and `it returns 401`. */
const answersWith =
  /\b(?:HTTP(?: status(?: code)?)?|status(?: code)?|returns?|you (?:get|receive)|returned (?:with|as)|answers?(?: with)?|answered(?: with| by)?|responds?(?: with)?|rejected with|refused with|fails? with|gagal dengan|gives?|yields?|results? in|leads? to|mengembalikan|menghasilkan|menjawab(?: dengan)?|dijawab(?: dengan)?)\s+(?:an? )?(?:HTTP )?[`*]*[2-5]\d\d\b/i;

/** The same the other way round, as `423 is returned`, with the reason that HTTP gives or one that is written as a name. */
const isAnswered = RegExp(
  `\\b[2-5]\\d\\d\\b(?: (?:${reasons}))?[\`*]* (?:is|are|will be) (?:returned|answered|sent)\\b|\\bstatus(?: code)? (?:(?:is|are|adalah) (?:always |selalu )?|(?:always|selalu|tetap) )[\`*]*[2-5]\\d\\d\\b`,
  'i',
);
const isNamedAndAnswered =
  /\b[2-5]\d\d\b(?: [A-Z][\w'-]{0,20}){1,4}[`*]* (?:is|are|will be) (?:returned|answered|sent)\b/;

/** A list of statuses in a sentence, as `Possible errors: 400 (malformed), 401 (wrong login)`. */
const statusList = pattern`\b${oneOf(word.fault, 'status(?:es)?', 'codes?', 'kode')}\b[^:]{0,40}:\s*[\`*]*[2-5]\d\d\b`;
/** A line that begins with an answer and its status, as `Response 401: wrong key`. */
const statusAhead =
  /^[\s`*]*(?:HTTP |status )?(?:error )?(?:responses?|respons|jawaban|errors?|galat)(?: error| gagal)?:?\s+[`*]*[45]\d\d\b[`*]*\s*(?:[:–—-]|(?:\p{L}+ ){0,3}(?:when|if|jika|bila|apabila)\b)/iu;

/** The same without a verb, as `400 for wrong parameters`. */
const statusFor = /^[\s`*]*(?:HTTP )?[45]\d\d\b[`*]*:? (?:for|if|when|untuk|jika|bila)\b/i;

/** A fault with its status behind a colon, as `Wrong key: 401 invalid_key`. */
const statusOfFault =
  /^[^:.;]{0,60}\b(?:wrong|unknown|invalid|missing|malformed|incorrect|unauthori[sz]ed|bad|salah|tidak (?:dikenal|valid|sah|ada|lengkap)|kurang)\b[^:.;]{0,60}:\s+[`*]*(?:HTTP )?[45]\d\d\b/i;

/** The status of a grant, as `Success is 200` gives it. */
const successIs =
  /\b(?:success|sukses|berhasil|keberhasilan)\b[^.;:]{0,20}?(?:\bis|\bare|\badalah|=)\s+(?:HTTP )?[`*]*2\d\d\b/i;

/** The same behind a colon, as `On success: 201 Created`. */
const onSuccess =
  /^[\s`*]*(?:(?:(?:up)?on|dalam hal) success|(?:if|when|jika|bila|apabila) (?:successful|it succeeds|berhasil|sukses)|success|sukses|berhasil)[`*]*\s?[:–-][`*]*\s+[`*]*(?:HTTP )?2\d\d\b/i;

/** What is answered to a token that is used, and not to the request for one. */
const refusesToken =
  /\b(?:expired|invalid|revoked|kedaluwarsa) (?:access[- ]?)?token\b|\btoken\b(?! (?:endpoint|request|url))[^.,]{0,30}\b(?:expire[sd]?|invalid|revoked|kedaluwarsa|tidak (?:valid|berlaku))\b|(?<!\b2\d\d[`*]{0,3}(?: Created| OK)?[`*]{0,3} )\b(?:with|without|tanpa|dengan) (?:an? |the )?(?:valid |access ){0,2}token\b/i;

/** The statuses that a sentence says are answered to a request for a token. */
export function statusesSaid(sentence: string): number[] {
  if (!/[2-5]\d\d/.test(sentence)) return [];
  const own = onlyStatuses(sentence.replaceAll('**', ''))
    .replace(/[2-5]\d\d[`*]*\s*\(([^()]{0,80})\)/g, (whole, part: string) => (isPartial(part) ? ' ' : whole))
    .replace(/\(([^()]{0,80})\)/g, (whole, part: string) => (isPartial(part) || past.test(part) ? ' ' : whole));
  if (refusesToken.test(own) || isOthersAnswer(own)) return [];
  const isSaid =
    [
      statusList,
      answersWith,
      isAnswered,
      isNamedAndAnswered,
      statusFor,
      statusAhead,
      statusOfFault,
      successIs,
      onSuccess,
    ].some((form) => form.test(own)) || callsFault(own);
  return isSaid ? statusesIn(own) : [];
}

/** The only status that a line of these begins with as that of an answer, as `Response 401 – wrong key`; null for any others. */
export function labelledStatus(lines: string[]): number | null {
  const written = lines.filter((line) => line.trim() !== '');
  const [own, ...others] = written.filter((line) => statusAhead.test(line));
  if (own === undefined || others.length > 0 || own !== written.at(-1) || isPartial(own)) return null;
  const [status = null, ...more] = statusesIn(own);
  return more.length === 0 ? status : null;
}
