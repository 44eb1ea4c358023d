/** Numbers as words, in English and Indonesian. */
const english = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const indonesian = 'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

/** That all of so many are meant, as `keempat` and `keempatnya` say it. */
const collective = indonesian.flatMap((one) => [`ke${one}`, `ke${one}nya`]);

/** What each of these words counts. */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...english.map((one, index): [string, number] => [one, index + 2]),
  ...indonesian.map((one, index): [string, number] => [one, index + 2]),
  ...collective.map((one, index): [string, number] => [one, (index >> 1) + 2]),
]);

/** Patterns of these words: of a number alone, and of all of so many. */
export const numberWord = `(?:${[...english, ...indonesian].join('|')})`;
export const allOfSoMany = `(?:${collective.join('|')})`;
