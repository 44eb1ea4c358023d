/** What a label, a header or a caption gives as the media type of a body. */

import type { Statement, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { state } from '../../facts/state.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { statusesIn } from './status-words.ts';

const several = pattern`\b(?:${word.or}|${word.both}|either|maupun)\b`;

/** Whether words leave it open in which form a body is sent, as `JSON or a form`. */
export function offersForms(words: string): boolean {
  const forms = [/json/i, /(?<!-)\bforms?\b(?!-urlencoded)|urlencoded|form-data/i, /\bxml\b/i];
  return several.test(words) && forms.filter((form) => form.test(words)).length > 1;
}

const ofExample = pattern`\b(?:e\.\s?g|such as|${word.example})\b`;

/** The media type that a value of Content-Type is. */
export function mediaTypeIn(value: string): string | undefined {
  // One that is given as an example is one of several.
  if (ofExample.test(value)) return undefined;
  if (offersForms(value) || /\bprefer\w*|\bsebaiknya\b/i.test(value)) return undefined;
  const [found, ...others] = new Set(
    value.toLowerCase().match(/\b(?:application|text|multipart)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/g),
  );
  return others.length === 0 ? found : undefined;
}

const taken = oneOf(
  ...[word.accepted, 'accepts?', 'takes?', 'supports?', 'allows?', 'works?', 'understood'],
  ...['terima', 'menerima', 'mendukung'],
);
const asWell = oneOf(word.also, 'still', 'masih', 'tetap');

/** Words that take another form of a body as well, of which nobody says that it is to be sent. */
const takesAsWell = pattern`\b${asWell}\b[^.;]{0,120}?\b${taken}\b|\b${taken}\b[^.;]{0,120}?\b${asWell}\b`;

/** Words that take it back, or make it one of two. */
const takesBoth = pattern`\b(?:${word.not}|${word.only}|${word.noLonger}|instead|either|prefer\w*|sebaiknya)\b`;

const form = /json|\bforms?\b|\bxml\b|urlencoded|form-data/i;

/** Whether words say that a body of some form is taken beside the one that is to be sent. */
export const takesForm = (words: string): boolean =>
  form.test(words) && takesAsWell.test(words) && !takesBoth.test(words);

/**
 * The media type that a value begins with, where words in parentheses or behind a sign say that another is taken as well;
 * null for any other value.
 */
export function withAnotherTaken(value: string): { type: string; words: string } | null {
  const [, type = '', words = ''] =
    /^[\s`*]*((?:application|multipart)\/[a-z0-9][a-z0-9.+-]*[a-z0-9])[`*]*(?:\s*[(;,]|\s+[-–—])\s*(.{1,200}?)[)\s.]*$/i.exec(
      value,
    ) ?? [];
  return takesForm(words) && !words.includes(type) ? { type: type.toLowerCase(), words } : null;
}

/** Reads the media type of the request; one that is taken beside it is a question. */
export function readMediaType(value: string, at: string, statement: Statement): void {
  const first = withAnotherTaken(value);
  if (first !== null) {
    const what = `whether a body of another media type is tested, tolerated or refused: the page says "${quotedWords(first.words)}" beside ${first.type} (${at})`;
    statement.todos = [...(statement.todos ?? []), { name: `another media type ${at}`, what }];
  }
  const found = /^\W*json\W*$/i.test(value) ? 'application/json' : (first?.type ?? mediaTypeIn(value));
  const beside = first === null ? {} : { beside: [first.words] };
  if (found !== undefined) state(statement, 'mediaType', { value: found, at, ...beside });
}

/** The charset of a media type. */
const charset = /\bcharset\s*=\s*["']?([\w-]{1,40})/i;

/** The question whether the request has to name the charset that a page writes; a good request of JSON has none. */
export function charsetTodos(value: string, at: string): Todo[] {
  const [, name] = charset.exec(value) ?? [];
  if (name === undefined) return [];
  const what = `whether the Content-Type of the request has to name its charset: the page has ${name} beside the media type (${at}), and the draft sends none`;
  return [{ name: 'request charset', what }];
}

/**
 * Reads the media type that words give the request, and asks of the charset beside it; a sample of a call may have any.
 * @param isMandatory whether they stand among its headers, as one that has to be there
 */
export function readRequestType(value: string, at: string, statement: Statement, isMandatory = false): void {
  readMediaType(value, at, statement);
  if (isMandatory && statement.mediaType?.at === at) statement.mediaType.isMandatory = true;
  const todos = charsetTodos(value, at);
  if (todos.length > 0) statement.todos = [...(statement.todos ?? []), ...todos];
  for (const words of value.split(/(?<=[.;])\s+/).filter((one) => anythingElse.test(one)))
    for (const status of statusesIn(words).filter((one) => one >= 400))
      statement.answers.push({ status, at, origin: 'table', members: [], words: `Content-Type: ${words}` });
}

/** Every other value than the one that stands before, in words beside it. */
const anythingElse = pattern`\b${oneOf('anything else', 'any others?', 'all others?', 'otherwise', '(?:an)?other (?:media |content[- ]?)?(?:types?|values?)', 'selain itu', '(?:tipe|nilai|jenis) lain(?:nya)?', 'yang lain', 'selainnya')}\b`;

/** A media type with nothing beside it but that it is the one to send. */
const sure = oneOf(word.always, word.mandatory, word.fixed);
const toSend = oneOf(sure, word.exactly, 'must be', 'harus');
const alone = pattern`^[\s\`(]*(?:${toSend}[\s:,.\`]{1,3}){0,2}([a-z]+/[\w.+-]*\w)[\s\`.,(]{0,4}(?:${sure}[\s).]{0,3})?$`;

/** The media type that each sentence of a value is; undefined where it holds anything else. */
export function oneTypeIn(value: string): string | undefined {
  const [type, ...others] = new Set(value.split(/\.\s+/).map((piece) => alone.exec(piece)?.[1]));
  return others.length === 0 ? type : undefined;
}

/** Reads the media type of the answers; `label` may name the statuses of those that have it, and then it is that of no other. */
export function readAnswerType(value: string, at: string, statement: Statement, label = ''): void {
  const found = mediaTypeIn(value);
  if (found === undefined) return;
  const statuses = statusesIn(label);
  if (statuses.length === 0) state(statement, 'answerType', { value: found, at });
  for (const status of statuses)
    statement.answers.push({ ...{ status, at, origin: 'text', members: [] }, mediaType: { value: found, at } });
}
