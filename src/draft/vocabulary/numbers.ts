/** Numbers as words, in English and Indonesian. */
const inWords = [
  'two three four five six seven eight nine ten eleven twelve',
  'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas',
];

/** What each of these words counts. */
export const numbers: ReadonlyMap<string, number> = new Map(
  inWords.flatMap((words) => words.split(' ').map((one, index): [string, number] => [one, index + 2])),
);
