/** What words say is taken where a field is not sent: of the values that it has where it is sent they say nothing. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const isLeft = oneOf(
  `${word.not} ${oneOf(word.sent, 'filled', 'set', 'specified', 'supplied', 'provided', 'diisi')}`,
  ...[word.missing, 'left out', 'omitted', 'kosong', 'dikosongkan'],
);
const taken = oneOf(
  word.default,
  'we (?:take|use|assume)',
  'it (?:is|counts as)',
  '(?:is )?assumed',
  'maka',
  'dianggap',
  'dipakai',
  'nilainya',
);
const value = oneOf('`[^`\\s]{1,60}`', '"[^"\\s]{1,60}"', '[\\w.-]{1,60}');

/** `When left out: x`, `Bila tidak diisi dianggap x`, and `x, if it is missing` in a sentence that says no more. */
const forms = [
  everywhere`(?<=[.;]\s|^)${word.when} (?:it (?:${word.is} )?)?${isLeft}\s*[:,=]?\s*(?:${taken}\s*)?${value}(?=\s*(?:$|[.;]))`,
];

/** Words without the sentences that say what is taken where the field is not sent. */
export const withoutDefault = (words: string): string => forms.reduce((left, form) => left.replace(form, ' '), words);
