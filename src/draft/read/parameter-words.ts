/** What people write in few words beside the parameters of a request that they send: that a value is fixed, or which there are. */
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
