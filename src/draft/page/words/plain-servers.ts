/** Sentences that are nothing but where an API is, and words by which an address is of some of its calls alone. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isEnvironmentWord } from './environments.ts';

const mark = '[`<*"“]{0,3}';
const endMark = '[`>*"”]{0,3}';
/** An address whose path is none of an endpoint that issues tokens. */
const host = `${mark}https?://(?![^\\s\`>*"”]{0,200}?/[^\\s/\`>*"”]{0,60}(?:token|log-?in|auth|session))[^\\s\`>*"”,;]{1,200}?/?${endMark}`;
const kind = '(?:(?:api|rest|http|https) )?';
const api = oneOf(
  `(?:(?:the|our|this) )?${kind}(?:apis?|gateway|platform)`,
  '(?:api|gateway|layanan)(?: (?:ini|kami))?',
);
const toBe = oneOf(word.is, word.may, 'be', 'lives?', 'runs?', 'answers?', 'listens?', 'berada', 'tersedia', 'ada');
const found = oneOf('found', 'reached', 'called', 'available', 'hosted', 'served', 'located', 'dilayani', 'diakses');
const at = oneOf(word.in, 'under', 'from', 'via', 'melalui');
const requests = `(?:(?:of )?(?:the|our|your) )?${kind}${word.request}(?: (?:api|anda))?`;
const sent = oneOf('sent', 'made', 'directed', 'addressed', 'issued');
const go = oneOf('go', 'goes', `(?:${oneOf(word.is, word.must)} )?(?:be )?${sent}`, 'dikirim(?:kan)?', 'ditujukan');
const to = oneOf('to', 'against', 'at', 'ke', 'kepada');
const send = oneOf('send', 'make', 'direct', 'address', 'submit', 'kirim(?:kan|lah)?', 'arahkan');
const paths = `(?:${oneOf(word.all, 'the', 'our')} )?${oneOf('paths?', 'endpoints?', 'jalur')}(?: ${oneOf('below', 'here')})?`;
const below = oneOf('below', 'under', 'relative to', 'di bawah', '(?:starts?|begins?) with', 'dimulai dengan');
const overTls = '(?:,? (?:over|by|via|through|melalui) (?:https|tls)(?: ?[\\d.]+)?(?: (?:only|saja))?)?';

const plain = pattern`^\W*${oneOf(
  `${api} (?:${toBe} ){1,2}(?:${found} )?${at}`,
  `${word.all} ${requests} ${go} ${to}`,
  `(?:(?:please|silakan) )?${send} ${word.all} ${requests} ${to}`,
  `(?:you|clients?|anda) (?:${word.may} )?(?:reach|find|call|access) ${api} ${at}`,
  `${paths} (?:(?:${word.is}|berada) )?${below}`,
)} ${host}${overTls}[.\s]*$`;

/** Whether a sentence says where the API or each of its calls is, and nothing else. */
export const isPlainServer = (sentence: string): boolean => sentence.length < longest && plain.test(sentence);

/** Characters of a sentence that is looked at. */
const longest = 400;

const excepting = pattern`\b${oneOf(word.unless, 'excepting', 'other than', 'apart from', 'excluding', 'besides', 'selain')}\b|\b${word.all} (?:\p{L}+ )?but\b`;
const callsOfKind = pattern`^\W*(?:(?:the|our|your|these|such) )?([\p{L}-]+) ${word.request} (?:${word.is}|${word.must}|goes|go)\b`;
const ofAnyKind = pattern`^${oneOf(word.all, word.the, 'api', 'https?', 'rest', 'token', 'such', 'and', 'access')}$`;

/** Whether a sentence gives an address to some calls alone, which that for a token need not be of; environments have their own. */
export function isOfSomeCalls(sentence: string): boolean {
  const namesEnvironment = (sentence.replace(/https?:\S+/gi, ' ').match(/\p{L}+/gu) ?? []).some(isEnvironmentWord);
  if (excepting.test(sentence) && !namesEnvironment) return true;
  const kind = callsOfKind.exec(sentence)?.[1];
  return kind !== undefined && !ofAnyKind.test(kind) && !isEnvironmentWord(kind);
}
