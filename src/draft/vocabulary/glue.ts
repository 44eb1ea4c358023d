/** Words between others that say nothing by themselves: readers that understand a text word by word let each of them stand. */

/** Articles, prepositions, "and", and "is"; none of them denies anything, bounds it, points elsewhere or puts it under a condition. */
export const smallWords: readonly string[] = (
  'a an the this that it its of in on as at by to with and is are be ' +
  'yang dari di ke pada dalam dengan oleh sebagai dan adalah'
).split(' ');

/** The same with the pronouns that stand for what was named before. */
export const glue: readonly string[] = [...smallWords, 'these', 'those', 'them', 'their', 'ini', 'itu'];
