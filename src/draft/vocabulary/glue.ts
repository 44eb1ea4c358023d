/** Words between others that say nothing by themselves: readers that understand a text word by word let each of them stand. */

/** Articles and pronouns, prepositions, "and", and "is"; none of them denies anything, bounds it or puts it under a condition. */
export const glue: readonly string[] = (
  'a an the this that these those it its them their of in on as at by to with and is are be ' +
  'ini itu yang dari di ke pada dalam dengan oleh sebagai dan adalah'
).split(' ');
