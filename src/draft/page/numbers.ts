/** Numbers as people write them. */

/** Words whose numbers have no sign between their thousands, as `1,500` and `1.500` have one. */
export const ungrouped = (words: string): string =>
  /\d[,.\u00A0\u2009\u202F'’]\d{3}/.test(words)
    ? words.replace(/(?<![\d.,])(\d{1,3})[,.\u00A0\u2009\u202F'’](\d{3})(?![\d.,]\d|\d)/g, '$1$2')
    : words;

/** Words without those that say of a bound that a value may reach it: `it may grow up to 80 characters` bounds it. */
export const withoutMay = (words: string): string =>
  words.replace(
    /\b(?:(?:it|they|the (?:value|token)|nilainya) )?(?:may|can|could|might|dapat|bisa) (?:be|grow|reach|mencapai|sepanjang) (?=(?:up to|at most|hingga|sampai|paling) )/gi,
    '',
  );

/** Numbers as words have them. */
const inWords: Record<string, number> = Object.fromEntries(
  [
    'two three four five six seven eight nine ten eleven twelve'.split(' '),
    'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' '),
  ].flatMap((words) => words.map((word, index): [string, number] => [word, index + 2])),
);
const countsInWords = RegExp(
  `\\b(${Object.keys(inWords).join('|')})(?= (?:hex\\w* |numeric |alphanumeric )?(?:digits?|char(?:acter)?s?|letters?|angka|karakter|huruf)\\b)`,
  'gi',
);

/** Words with the numbers before what they count as digits: `Three digits` as `3 digits`. */
export const numbered = (words: string): string =>
  words.replace(countsInWords, (word) => String(inWords[word.toLowerCase()] ?? word));
