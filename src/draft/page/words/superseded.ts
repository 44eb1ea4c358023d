/** Sentences about what becomes of a token once a newer one is issued. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Tokens of another kind than those that are asked for. */
const otherKind = '(?:refresh|id|card|csrf|xsrf|device|push|page|next)';
const token = `(?:(?!${otherKind}\\b)\\p{L}+[- ]){0,2}tokens?`;

/** A token that was issued before another. */
const issued = oneOf('issued', 'granted', 'obtained', 'generated', 'created');
const older = oneOf(
  `${oneOf('previous', 'prior', 'earlier', 'old(?:er)?', 'former', 'preceding', 'existing')} ${oneOf(token, 'ones?')}`,
  `previously[- ]${issued} ${oneOf(token, 'ones?')}`,
  `tokens? (?:that ${oneOf('was', 'were')} )?${issued} ${oneOf('before', 'earlier', 'previously')}`,
  `(?:all|any|every) other (?:access[- ]|active )?tokens?`,
  `the one before`,
  `the first ${token}`,
  `token (?:akses )?(?:yang )?(?:lama|sebelumnya|terdahulu|pertama)`,
);
const ended = oneOf(
  ...['invalid\\w*', 'revok\\w+', 'void(?:s|ed)?', 'cancel\\w*', 'terminat\\w+', 'replac(?:es?|ed)', 'overwrit\\w+'],
  ...['expires?', 'expired', word.noLonger, 'stops? working', 'ceases?', 'not (?:be )?(?:valid|usable|accepted)'],
  ...['(?:remain|stay)s? (?:valid|usable)', 'discard\\w*', 'deactivat\\w+', 'ends?'],
  ...[
    'tidak (?:lagi )?(?:valid|berlaku|dapat|bisa)',
    '(?:mem|di)batalkan',
    'hangus',
    'dicabut',
    'mencabut',
    'tetap berlaku',
  ],
);

/** The newest of them, or one alone, and that it is good. */
const newest = oneOf(
  `${oneOf('latest', 'newest', 'most recent(?:ly)?', 'last')} ${token}`,
  'token (?:akses )?(?:yang )?(?:terbaru|terakhir|paling baru)',
);
const one = `${oneOf('one', '1', 'a single')} ${oneOf('active', 'valid', 'live')} ${token}`;
const good = oneOf('valid', 'works?', 'accepted', 'active', 'usable', 'used', 'berlaku', 'valid', 'aktif', 'diterima');

/** Several that are good side by side. */
const several = oneOf(
  'multiple',
  'several',
  'many',
  'any number of',
  'more than one',
  'two or more',
  'beberapa',
  'banyak',
  'lebih dari satu',
);
const sideBySide = oneOf(
  ...[
    'at the same time',
    'at once',
    'in parallel',
    'simultaneously',
    'concurrently',
    'side by side',
    'active',
    'valid',
  ],
  ...['bersamaan', 'sekaligus', 'paralel', 'aktif', 'berlaku'],
);

const forms = [
  pattern`\b${several} ${token}\b[^.;]{0,80}\b${sideBySide}\b`,
  pattern`\b${older}\b[^.;]{0,80}\b${ended}\b`,
  pattern`\b${ended}\b[^.;]{0,60}\b${older}\b`,
  pattern`\b${word.only}\b[^.;]{0,20}\b${newest}\b[^.;]{0,40}\b${good}\b`,
  pattern`\b${newest}\b[^.;]{0,40}\b${word.only}\b[^.;]{0,20}\b${good}\b`,
  pattern`\b${oneOf(word.only, word.atMost, 'just')} ${one}\b|\b${one} (?:at a time|per client|at once)`,
  pattern`\bhanya (?:(?:ada|memiliki|mempunyai|punya|boleh|dapat|bisa|diperbolehkan) ){0,2}(?:satu|1) token\b[^.;]{0,40}\b(?:aktif|berlaku)\b`,
];

/** A token that came to the end of its life, before or after which something is done. */
const atEnd = pattern`\b${oneOf(word.before, word.after, word.when, word.until, 'once', 'as soon as')} (?:(?!\b(?:maka|then)\b)[^,.;]){0,30}\b${older}\b[^,.;]{0,30}\b(?:expires?|expired|ends?|tidak (?:lagi )?berlaku|${word.expired})\b`;

/** Characters of a sentence that is looked at. */
const longest = 400;

/** Whether a sentence says what becomes of a token once a newer one is issued. */
export const endsEarlier = (sentence: string): boolean =>
  sentence.length <= longest && forms.some((form) => form.test(sentence)) && !atEnd.test(sentence);
