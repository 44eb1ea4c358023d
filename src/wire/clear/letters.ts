/** Letters that are words, and letters that chance put in a row. */

/**
 * The letters that follow each letter in nine of ten places of English and Indonesian words; by chance, one of three
 * letters is among them.
 */
const followers: Record<string, string> = {
  a: 'bcdgiklmnprstuvy',
  b: 'aeilorsu',
  c: 'acehiklortu',
  d: 'adeiosu',
  e: 'abcdefglmnpqrstvwxy',
  f: 'aefilou',
  g: 'aehinoru',
  h: 'aeiot',
  i: 'abcdefglmnoprstvz',
  j: 'aeiou',
  k: 'aeisu',
  l: 'adeilostuy',
  m: 'aeiop',
  n: 'acdefginostuy',
  o: 'abcdgklmnoprstuvw',
  p: 'aehiloprstu',
  q: 'u',
  r: 'acdegiklmnorstuy',
  s: 'acehiopstuy',
  t: 'acehiloprstuy',
  u: 'abceilmnprst',
  v: 'aeio',
  w: 'aeio',
  x: 'pt',
  y: 'anps',
  z: 'e',
};

/** The words that letter case and signs separate: `partnerReferenceNo` has three, `X-B3-TraceId` four. */
export const wordsIn = (text: string): string[] => text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];

/** How many letters of a word follow the one before them as in a language, or repeat it. */
export function expectedIn(word: string): number {
  const letters = word.toLowerCase();
  let count = 0;
  for (let at = 1; at < letters.length; at++)
    if (followers[letters[at - 1] ?? '']?.includes(letters[at] ?? '')) count++;
  return count;
}

/** Whether letters may be a word: two of three follow the one before them as in a language. */
export const isWordLike = (word: string): boolean => expectedIn(word) * 3 >= (word.length - 1) * 2;
