/** Small words between those that tell: each reader that understands a sentence word by word knows them. */

/** Articles, pronouns, prepositions and `is`: none of them takes anything back, points elsewhere, or leaves it open. */
export const glue: readonly string[] = (
  'a an the this that it its is are be as of on in to at for with and ' +
  'yang adalah yaitu di dari pada untuk dalam dengan dan'
).split(' ');
