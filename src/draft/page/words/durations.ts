/** How long something takes, as sentences say it. */

const units: readonly (readonly [string, number])[] = [
  ['seconds?|secs?|detik', 1],
  ['minutes?|mins?|menit', 60],
  ['hours?|hrs?|jam', 3600],
  ['days?|hari', 86_400],
];

/** Numbers as words have them; `an hour` is one. */
const numbers: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, sixty: 60, ninety: 90 },
  ...{ 'twenty-four': 24, 'twenty four': 24, 'forty-five': 45, 'forty five': 45, 'forty-eight': 48 },
  ...{ sebelas: 11, 'dua belas': 12, 'lima belas': 15, 'dua puluh': 20, 'dua puluh empat': 24, 'tiga puluh': 30 },
  ...{ 'empat puluh lima': 45, 'enam puluh': 60, 'sembilan puluh': 90 },
  ...{ satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10 },
};

/** The words for units and numbers, as alternatives of a pattern. */
export const unitWords = units.map(([words]) => words).join('|');
export const numberWords = Object.keys(numbers).join('|');

const named: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\d])(?:milli-?seconds?|milidetik|ms|millis)(?![\p{L}\d])/iu, 0.001],
  ...units.map(([words, seconds]) => [RegExp(`(?<![\\p{L}\\d-])(?:${words})(?![\\p{L}\\d])`, 'iu'), seconds] as const),
];

/** The seconds of each unit of time that words name. */
export const unitsIn = (words: string): Set<number> =>
  new Set(named.filter(([form]) => form.test(words)).map(([, seconds]) => seconds));

const duration = RegExp(`(?<![\\w.,])(\\d+|${numberWords})(?:\\s|-){1,2}(${unitWords})\\b`, 'gi');

/** A number in digits and in words behind them, as contracts write it: `1 (satu)`. */
const twice = RegExp(`(?<![\\w.,])(\\d{1,3}) ?\\((${numberWords})\\)`, 'gi');

/** Words in which a number that is written twice, and alike, stands once. */
export const writtenOnce = (words: string): string =>
  words.replace(twice, (whole, digits: string, word: string) =>
    numbers[word.toLowerCase()] === Number(digits) ? digits : whole,
  );

const alone = RegExp(`^\\W*\\d{1,7}[\\s-]{0,2}(?:ms|s|m|h|d|${unitWords})\\W*$`, 'i');

/** Whether words are a time and nothing else, its unit written out or not. */
export const isDuration = (words: string): boolean => alone.test(words);

/** Words without the times that they give. */
export const withoutDurations = (words: string): string => words.replace(duration, ' ');

/** The seconds of all times that a sentence gives, where they are the same; null otherwise. */
export function secondsIn(words: string): number | null {
  const found = [...words.matchAll(duration)].map(([, count = '', named = '']) => {
    const one = units.find(([names]) => RegExp(`^(?:${names})$`, 'i').test(named))?.[1] ?? 0;
    return (numbers[count.toLowerCase()] ?? Number(count)) * one;
  });
  const [only, ...others] = new Set(found);
  return only !== undefined && only > 0 && others.length === 0 ? only : null;
}
