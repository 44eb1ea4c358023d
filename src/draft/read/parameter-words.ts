/** What people write in few words beside the parameters of a request that they send: that a value is fixed, or which there are. */
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { credentialKind, isPlaceholder, isProof } from '../page/values/values.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** A word for mandatory or optional before the other words, with the sign behind it. */
const duty = oneOf(word.mandatory, word.optional, 'req', 'opt');
const ahead = pattern`^(\W*(?:${duty})\b[)\]]?\s*(?:[.,;:–—-]+|$)?\s*)(\S.*)$`;

const isFixed = pattern`^(?:(?:${word.always}|${word.is}|${word.the}) ){0,2}(?:a )?${oneOf(
  `${word.fixed}(?: ${word.value})?`,
  `${word.value} ${word.fixed}`,
  'do not change',
  'jangan diubah',
)}\W*$`;

/** Values between signs or words for a choice, and nothing beside them; a default may stand behind. */
const value = '[`"\']?[\\w.@+-]{1,40}[`"\']?';
const between = `\\s*(?:[|/]|,\\s*(?:${word.or}\\s)?|\\s${word.or}\\s)\\s*`;
const listed = pattern`^((?:(?:one of|${word.value}|nilai|pilihan|salah satu(?: dari)?):? )?(${value}(?:${between}${value}){1,20}))(\W*$|[.;,(]\s?.*)$`;
const apart = pattern`${between}`;

/** Two numbers as the ends of what a value may be, and no count of characters or of hours of a day. */
const ends =
  /(?<![\d.:/-])(\d{1,9})\s*(?:s\.\s?d\.?|s\/d|sampai(?: dengan)?|hingga|to|through|until|\.{2,3}|…|–|-)\s*(\d{1,9})(?![\d.:/-]*\d)/i;
const counted = pattern`\b${oneOf(word.character, word.digit, word.letter, 'chars?', 'bytes?', 'length', 'panjang')}\b`;

/** A parameter with the words about it, and the value that the request sends. */
interface Described {
  name: string;
  words: string;
  sent: string;
}

/** The words with what is said shortly of the value in words that the readers of tables know. */
export function plainWords({ name, words, sent }: Described): string {
  if (isPlaceholder(sent) || credentialKind(name) !== null || isProof(name)) return words;
  const [, before = '', rest = words] = ahead.exec(words) ?? [];
  const lead = before === '' ? '' : `${before.replace(/[\s.,;:–—-]+$/, '')}. `;
  if (isFixed.test(rest)) return `${lead}Always \`${sent}\`.`;
  const [, , list = '', behind = ''] = listed.exec(rest) ?? [];
  const values = list.split(apart).map((one) => one.replace(/[`"']/g, '').replace(/\.$/, ''));
  if (values.length < 2 || !values.includes(sent)) return words;
  return `${lead}Allowed values: ${values.map((one) => `\`${one}\``).join(', ')}.${behind.replace(/^\W+/, ' ')}`.trim();
}

/** Whether words give the ends of a range that a number is in, or a value that is filled in. */
function givesRange({ words, sent }: Described): boolean {
  const [, from, to] = ends.exec(words) ?? [];
  const isNumber = /^\d*$/.test(sent) || isPlaceholder(sent);
  return isNumber && !counted.test(words) && Number(from) < Number(to);
}

/** The question which values parameters may have whose words give the ends of a range. */
export function rangesLeft(all: Described[]): Todo[] {
  return all.filter(givesRange).map(({ name, words }) => ({
    name: `${name} range`,
    kind: { of: 'keywords' },
    what: `which values ${name} may have: the collection says "${quotedWords(words)}" of it`,
  }));
}
