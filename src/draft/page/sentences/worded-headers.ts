/** Headers of an answer that a sentence gives it, as `The response carries Cache-Control: no-store.` */
import type { HeaderFact, Statement } from '../../facts/facts.ts';
import { ignoredOfAnswers } from '../../facts/ignored-headers.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Context } from '../blocks/heading-words.ts';
import { statusesIn } from '../words/status-words.ts';

/** A pattern without its groups. */
function unnamed(source: string): string {
  return source.replace(/(?<!\\)\((?!\?)/g, '(?:');
}

/** A name that headers have, and any name where the word for one stands beside it or its value behind it. */
const hyphened = '[A-Z][A-Za-z\\d]*(?:-[A-Z\\d][A-Za-z\\d]*)+';
const anyName = '[A-Z][A-Za-z\\d]*(?:-[A-Za-z\\d]+)*';
/** Names that are known for those of headers without a word for that. */
const known = oneOf(
  'X(?:-[A-Za-z\\d]+)+',
  'Cache-Control',
  'Retry-After',
  'Strict-Transport-Security',
  'RateLimit-[A-Za-z-]+',
);
const header = oneOf('(?:response |http )?headers?', 'tajuk', 'kepala');
const value = '([\\w.,;=/ -]{1,60}?)';
const valueBehind = `(?: (?:${oneOf(word.with, word.of)} )?(?:${word.the} )?(?:${word.value} )?(?:set to )?[\`"]([\\w.,;=/ -]{1,60})[\`"])?`;

/** One header, each form in its own group: with its value, or by its name. */
const oneHeader = oneOf(
  `\`(${anyName}): ?${value}\``,
  `(?<![\\w\`-])(${hyphened}): ?([\\w-]+)`,
  `(?:(?:${word.the}|its) )?(?:${header} [\`"](${anyName})[\`"]|[\`"](${anyName})[\`"] ${header}|${header} (${hyphened})|(${hyphened}) ${header}|\`(${known})\`)${valueBehind}`,
);
const separate = `(?:,? ${oneOf(word.and, word.with, 'plus')} |, )`;
const list = `(?:(?:${word.the} )?${header} )?(?<list>${unnamed(oneHeader)}(?:${separate}${unnamed(oneHeader)}){0,5})`;

/** What an answer is called, and how much of it a sentence is about. */
const good = '(?:successful |success |token |200 |grant(?:ed|ing)? )?';
// `Responses have …` leaves open which: the plural stands behind a word for all alone.
const oneAnswer = oneOf('answer', 'response', 'reply', 'respons?', 'jawaban', 'balasan');
const answer = `(?:(?<all>${word.all}) )?(?:(?:the|this|our|a|an) )?${good}${oneAnswer}`;
const answers = `(?<every>${word.all}) (?:the |our )?${good}(?:answers|responses|replies)`;
const subject = `(?:${answers}|${answer})(?: (?:${oneOf(word.with, 'of')} )?(?:(?:HTTP )?(?:status )?[2-5]\\d\\d))?`;
const verb = oneOf(
  `(?:${oneOf(word.always, word.also)} )?${oneOf('has', 'have', 'holds?', 'carry', 'carries', 'contains?', 'includes?', 'sets?', 'memuat', 'memiliki', 'membawa')}`,
  `${word.is} (?:${word.always} )?sent with`,
  '(?:always )?comes? with',
);
const weAnswer = `(?:we|kami) (?:${word.always} )?(?:answer|return|send|set|menjawab|mengirim)(?: it)?(?: (?:with|dengan))?`;
const isSent = `${word.is} (?:${word.always} )?(?:sent|returned|included|present|set|dikirim(?:kan)?|dikembalikan|disertakan)`;
const with_ = oneOf('in', 'with', 'on', 'pada', 'dalam', 'di');

/** The two orders: what the answer carries, and what is sent with it. */
const carries = pattern`^[\s*]*(?:${subject} ${verb}|${weAnswer}) ${list}[\s.*]*$`;
const sentWith = pattern`^[\s*]*(?:${word.the} )?${list} ${isSent}(?: (?:back|along))? ${with_} (?:${answers}|${answer})[\s.*]*$`;
const each = everywhere`${oneHeader}`;
/** What each header stands with: marks of code, a hyphen, or a word for it. Both orders are costly to search. */
const mayName = pattern`[\`-]|${header}`;

/** What other readers look for, or hold something new in each answer. */
const readElsewhere = [...ignoredOfAnswers, 'www-authenticate', 'set-cookie', 'authorization'];

/** The headers that a sentence names, with their values. */
function headersIn(listed: string, at: string): HeaderFact[] {
  return [...listed.matchAll(each)].flatMap((found): HeaderFact[] => {
    const [, coded, codedValue, plain, plainValue, ...others] = found;
    const name = coded ?? plain ?? others.slice(0, 5).find((one) => one !== undefined) ?? '';
    const only = codedValue ?? plainValue ?? others[5];
    if (name === '' || readElsewhere.includes(name.toLowerCase())) return [];
    const schema = { type: 'string', ...(only === undefined ? {} : { const: only.trim() }) };
    return [{ name, at, origin: 'text', required: true, schema }];
  });
}

/**
 * Reads the headers that a sentence gives to the answer: to that with the one status that it or the heading above names, or to
 * the one that grants. What it gives to every answer is a question for the refusals. Whether anything was taken.
 */
export function readWordedHeaders(
  sentence: string,
  { status: above, error }: Pick<Context, 'status' | 'error'>,
  at: string,
  statement: Statement,
): boolean {
  if (sentence.length > longest || !/[A-Z]/.test(sentence) || !mayName.test(sentence)) return false;
  const { groups } = carries.exec(sentence) ?? sentWith.exec(sentence) ?? {};
  const found = headersIn(groups?.['list'] ?? '', at);
  const [own, ...more] = statusesIn(sentence.replace(groups?.['list'] ?? '', ''));
  const isEvery = (groups?.['all'] ?? groups?.['every']) !== undefined;
  const status = own ?? (isEvery ? null : above);
  if (found.length === 0 || more.length > 0) return false;
  const names = found.map(({ name }) => name).join(', ');
  const ask = (what: string): void => {
    const said = `${what}: the page says "${quotedWords(sentence)}"`;
    statement.todos = [...(statement.todos ?? []), { name: `headers in words ${names}`, what: said }];
  };
  // Below a heading of refusals it may be of any of them.
  if (status === null && error && !isEvery) {
    ask(`which answers have the headers ${names}`);
    return true;
  }
  const assumed = status === null ? { assumed: true as const } : {};
  statement.answers.push({ status: status ?? 200, at, origin: 'text', members: [], headers: found, ...assumed });
  if (isEvery && own === undefined)
    ask(`whether refusals have the headers ${names} as the answer that grants has them`);
  return true;
}

/** Characters of a sentence that is looked at. */
const longest = 300;
