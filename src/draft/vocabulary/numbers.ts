/** Numbers as words, in English and Indonesian. */
const english = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const indonesian = 'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

const counted = (words: string[]): [string, number][] => words.map((one, index) => [one, index + 2]);

/** That all of so many are meant: `keempat` of what is named behind it, `keempatnya` of what was named before. */
const collective = indonesian.map((one) => `ke${one}`);
const collectiveOfThese = collective.map((one) => `${one}nya`);

/** What each of these words counts. */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...[english, indonesian, collective, collectiveOfThese].flatMap(counted),
]);

/** Patterns of these words: of a number alone, of all of so many, and of those that were named before. */
export const numberWord = `(?:${[...english, ...indonesian].join('|')})`;
export const allOfSoMany = `(?:${[...collective, ...collectiveOfThese].join('|')})`;
export const allOfThese = `(?:${collectiveOfThese.join('|')})`;
