/** What words of a page say of the media types of the request and of its answers. */
import { nothing, type Said, type Statement } from '../../facts/facts.ts';
import { state } from '../../facts/state.ts';
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { sideOfJson, typeOfCaption } from '../blocks/captions.ts';
import { type Context, unknownIn } from '../blocks/heading-words.ts';
import { isOfBodies } from '../sentences/no-body.ts';
import { typedSides } from '../sentences/typed-sides.ts';
import { offersForms } from '../words/content-types.ts';
import { takesBack } from '../words/doubts.ts';
import { sidesOfJson } from '../words/json-clauses.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { withAnswered } from '../words/rewordings.ts';

/** JSON as the form of a whole body; a parameter may be a JSON string in any form. */
const inForm = oneOf(word.is, word.with, 'as', 'in', 'dalam', 'sebagai', 'format', 'berformat');
const ofPart = oneOf('string', 'text', 'web', 'schema', 'array');
const asJson = pattern`${oneOf(
  `(?:\\b${inForm}|[:(])\\s*(?:an? )?(?:plain |raw |valid )?JSON\\b(?!\\s*${ofPart})`,
  '\\bJSON[- ](?:payload|body|document|object|encoded|format)\\b',
)}`;

const mediaTypes: readonly (readonly [RegExp, string])[] = [
  [/application\/x-www-form-urlencoded/i, 'application/x-www-form-urlencoded'],
  [/application\/(?:[\w.-]+\+)?json/i, 'application/json'],
  [/\bmultipart\/form-data\b/i, 'multipart/form-data'],
  [/\b(?:application|text)\/xml\b/i, 'application/xml'],
  [/\bform[- ](?:url[- ]?)?encoded\b/i, 'application/x-www-form-urlencoded'],
  [asJson, 'application/json'],
];

/** A call is no word of the request alone: `a call answers with JSON`. */
const requestWords = pattern`\b${oneOf(
  ...['requests?', 'sent', 'send', 'parameters?', 'body', 'post(?:ed)?', 'content[- ]type', 'submit', 'encoded'],
  ...['permintaan', 'dikirim', 'kirim(?:kan)?'],
)}\b`;
const answerWords = pattern`\b${oneOf(
  ...[word.answer, word.fault, 'answered', 'replied', 'returns?', 'returned', 'receives?', 'dijawab', 'dibalas'],
)}\b`;

/** An answer that is sent, which is no word of the request. */
const answerSent = pattern`\b(${word.answer}) (?:${oneOf(word.is, word.always, 'akan')} ){0,2}(?:sent|dikirim(?:kan)?)\b`;

/** Both sides of the exchange in one breath. */
const takes = oneOf('takes?', 'accepts?', 'consumes?', 'reads?', 'sends?', 'receives?');
const gives = oneOf('returns?', 'answers?(?: with)?', 'gives?', 'produces?', 'sends?', 'receives?');
const memberi = oneOf('mengembalikan', 'menjawab(?: dengan)?', 'menerima', 'menghasilkan');
const part = '(?:badan |isi )?';
const body = '(?: bod(?:y|ies))?';
const each = `(?:${oneOf(word.all, word.the)} )?`;
/** The request and its answer, which may be those of another operation. */
const requestAndAnswer = pattern`\b${part}${word.request}${body} ${oneOf(word.and, 'maupun')} ${each}${part}${word.answer}${body}\b`;
const bothSides = pattern`${oneOf(
  `\\b${takes} (?:and|&) ${gives}\\b`,
  `\\b(?:menerima|mengirim) (?:dan|serta) ${memberi}\\b`,
  '\\bboth (?:directions|ways|sides)\\b|\\bkedua arah\\b',
)}`;

/** JSON as what is sent and what is answered, as `JSON in, JSON out` says it. */
const bothJson =
  /\bJSON[- ]in\b(?:,|\/| and| &)? ?(?:JSON[- ])?out\b|\bJSON masuk(?:,|\/| dan)? (?:JSON )?keluar\b|\bJSON in both directions\b/i;

/** A body of JSON that is answered, as `is answered with 200 and a JSON document`, or that a caption alone names. */
const answers = oneOf(
  ...['answer(?:s|ed)?', 'responds?', 'replie[sd]', 'returns?', 'returned'],
  ...['dijawab', 'dibalas', 'menjawab', 'mengembalikan'],
);
const document = 'JSON (?:document|object|body)';
const answeredJson = pattern`${oneOf(
  `\\b${answers}\\b[^.;]{0,60}?\\b${oneOf(word.with, word.and, word.by, 'berupa')}? ?(?:an? )?${document}\\b`,
  `^[\\s\`*]*(?:an? |objek |dokumen )?${document}[\\s\`*:]*$`,
)}`;

/** The media type that words give to answers alone: one of theirs, or a heading or line of theirs that is it. */
function answerMediaType(words: string, side: Context['side']): string | null {
  const [type, ...others] = new Set(words.toLowerCase().match(/\b(?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/g));
  if (type === undefined)
    return side !== 'request' &&
      answeredJson.test(words) &&
      !requestWords.test(words.replace(answeredJson, ' ')) &&
      (side === 'response' || answerWords.test(words))
      ? 'application/json'
      : null;
  if (others.length > 0 || requestWords.test(words.replace(/content[- ]type/gi, ''))) return null;
  const isAlone = words.replaceAll(/[\s`*:()]/g, '').length <= type.length + 40;
  return answerWords.test(words) || (side === 'response' && isAlone) ? type : null;
}

/** A media type as it is written. */
const anyType = /\b(?:application|text)\/[a-z0-9][\w.+-]*[a-z0-9]/gi;

/** Words for every answer, whatever it says. */
const ofAllAnswers = pattern`\b(?!any )${word.all}(?: of)?(?: ${oneOf('the', 'our', 'its', 'these', 'api', 'http')}){0,2}(?: ${word.request} ${word.and})? ${word.answer}\b`;

/** Whether words may name a media type at all. */
export const namesMediaType = (words: string): boolean => /json|form|application|text\//i.test(words);

/** Reads the media type that words give to the request; what stands below an answer is about that, unless it says otherwise. */
export function readMediaWords(said: string, side: Context['side'], at: string, statement: Statement): void {
  const words = withAnswered(said);
  if (!namesMediaType(words) || offersForms(words)) return;
  const ofBodies = isOfBodies(words) ? 'some' : 'any';
  if (bothJson.test(words)) {
    state(statement, 'mediaType', { value: 'application/json', at, ofBodies });
    state(statement, 'answerType', { value: 'application/json', at });
    return;
  }
  const typed = typedSides(words);
  for (const { side: one, type: value } of typed) {
    if (one === 'request') state(statement, 'mediaType', { value, at, ofBodies });
    else if (one === 'response') state(statement, 'answerType', { value, at });
    else statement.refusals ??= { members: [], mediaType: { value, at } };
  }
  // All answers are those of refusals too.
  const ofAll = ofAllAnswers.test(words) ? typed.find((one) => one.side === 'response') : undefined;
  if (ofAll) statement.refusals ??= { members: [], mediaType: { value: ofAll.type, at } };
  if (typed.length > 0) return;
  const sides = sidesOfJson(words);
  for (const one of sides)
    if (one !== 'refusal')
      state(statement, one === 'request' ? 'mediaType' : 'answerType', { value: 'application/json', at, ofBodies });
  // All answers are those of refusals too.
  if (sides.some((one) => one !== 'request'))
    statement.refusals ??= { members: [], mediaType: { value: 'application/json', at } };
  if (sides.length > 0) return;
  const alone = /^[\s`*]*(?:JSON|XML|form)?[\s`*(]*(application\/[a-z0-9.+-]*[a-z0-9])[\s`*).]*$/i.exec(words)?.[1];
  const captioned = typeOfCaption(words);
  if (captioned !== null && side !== 'response') statement.mediaType ??= { value: captioned, at };
  if (alone !== undefined && side === 'request') statement.mediaType ??= { value: alone.toLowerCase(), at };
  const captionSide = sideOfJson(words);
  if (captionSide !== null) {
    state(statement, captionSide === 'request' ? 'mediaType' : 'answerType', { value: 'application/json', at });
    return;
  }
  const own = words.replace(requestAndAnswer, 'request').replace(bothSides, 'request');
  const answered = answerMediaType(own.replace(answerSent, '$1'), side);
  if (answered !== null) {
    state(statement, 'answerType', { value: answered, at });
    return;
  }
  const [one, ...others] = new Set(mediaTypes.flatMap(([form, type]) => (form.test(words) ? [type] : [])));
  if (one === undefined || others.length > 0 || !requestWords.test(own) || answerWords.test(own)) return;
  if (isOtherTopic(words) || (side === 'response' && !/\brequests?\b/i.test(own))) return;
  if (requestAndAnswer.test(words) && unknownIn(words.replace(anyType, ' ')).length > 0) return;
  // Of two that a sentence names one may be the wrong one.
  const [written, ...more] = new Set(words.toLowerCase().match(anyType));
  if (more.length > 0) return;
  state(statement, 'mediaType', { value: written ?? one, at, ofBodies });
  if (own !== words) state(statement, 'answerType', { value: written ?? one, at });
}

/** Words between a status and the media type of its answer. */
const between = new Set([
  ...glue,
  ...(
    'short plain text body type media content-type json xml problem document error errors message answer ' +
    'answered response sent reply teks pendek isi berupa badan jawaban respons dijawab pesan'
  ).split(' '),
]);

/** The media type that stands behind a status at the end of a sentence, each word between them known; null elsewhere. */
function typeBehind(words: string, status: number): string | null {
  const behind = words.slice(words.lastIndexOf(String(status)) + 3).toLowerCase();
  const type = /(?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/.exec(behind)?.[0] ?? '';
  const begin = behind.indexOf(type);
  const known = behind.slice(0, begin).split(/[^\p{L}-]+/u);
  const isEnd = /^[\s`*).]*$/.test(behind.slice(begin + type.length));
  return type !== '' && isEnd && known.every((word) => word === '' || between.has(word)) ? type : null;
}

/** A media type between parentheses behind the body of an answer whose status stands before it. */
const written = '(?:application|text)/[a-z0-9][a-z0-9.+-]*[a-z0-9]';
const ofTheBody = pattern`\b2\d\d\b([^.;()]{0,60}?)(?:,| ${oneOf(word.and, word.with)})(?: ${word.the})?(?: ${word.answer})? ${word.body} \(\`?(${written})\`?\)(?= ${word.holds}\b|\s*:?\s*$)`;

/** The type that such words give to the body, under no condition; null where they give none. */
function typeOfBody(words: string): string | null {
  const [, between = '', type] = ofTheBody.exec(words) ?? [];
  return type === undefined || takesBack(between) ? null : type.toLowerCase();
}

/** Reads the media type that words which name statuses give: of answers of these alone. */
export function readMediaOf(
  words: string,
  statuses: readonly number[],
  side: Context['side'],
  at: string,
  statement: Statement,
): void {
  const [status, ...others] = statuses;
  if (status === undefined) {
    readMediaWords(words, side, at, statement);
    return;
  }
  const put = (one: number, mediaType: Said): void => {
    statement.answers.push({ ...{ status: one, at, origin: 'text', members: [] }, mediaType });
  };
  if (statuses.some((one) => one >= 400)) {
    const value = others.length === 0 ? typeBehind(words, status) : null;
    if (value !== null) put(status, { value, at });
    return;
  }
  const ofBody = others.length === 0 ? typeOfBody(words) : null;
  if (ofBody !== null) {
    put(status, { value: ofBody, at });
    return;
  }
  const own = nothing(statement.origin);
  readMediaWords(words, side, at, own);
  if (own.mediaType) state(statement, 'mediaType', own.mediaType);
  if (own.answerType) for (const one of statuses) put(one, own.answerType);
}
