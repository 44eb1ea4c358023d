/** Whether a row of a table says that its field is mandatory. */
import { behindRequired } from './cell-rest.ts';
import { type Columns, cell } from './columns.ts';
import { saysRequired } from './words.ts';

/** A word for it at the beginning of a description, or a sentence of its own. */
const alone =
  /(?:^|[.;]\s+|,\s+(?=\p{L}+\W*$))[([]?\s*(required|mandatory|optional|wajib|opsional)\b(?=\s*(?:$|[.,;:)\]]|[-–—]\s|\n|\s[\p{Lu}`"']))/giu;

/** A sentence that says that something is always there, and nothing beside it. */
const always =
  /^\W*(?:(?:is|are|it is) )?(?:always|selalu)(?: (?:returned|present|there|sent|included|given|set|filled|ada|dikembalikan|dikirim|disertakan|hadir|terisi))?\W*$/i;

/** Whether words say that something is always there, and nothing beside it. */
export const isAlwaysThere = (words: string): boolean => always.test(words);

/** The same as a piece between commas, where nothing but a word for presence tells that it is about the field. */
const alwaysThere =
  /^\W*(?:(?:always|selalu) (?:returned|present|there|sent|included|given|ada|dikembalikan|dikirim|disertakan|hadir)|(?:sent |required |dikirim |wajib )?(?:on|with|in|pada|di|dalam) (?:every|each|setiap|tiap) (?:requests?|calls?|permintaan|panggilan))\W*$/i;

/** A sentence that says that something need not be there, and nothing beside it. */
const leftOut =
  /^\W*(?:(?:it|this|this (?:field|parameter|header|member)|kolom ini|boleh saja) )?(?:(?:can|may|might) (?:also )?(?:be )?(?:left out|omitted|missing|absent|skipped|lacking)|(?:may|might|need) not be (?:there|present|sent|given|returned|included)|(?:is |are )?not always (?:there|present|sent|given|returned|included)|(?:boleh|dapat|bisa) (?:tidak (?:ada|dikirim|disertakan|diisi|dikembalikan)|dihilangkan|ditiadakan|dilewati|dilewatkan)|tidak selalu (?:ada|dikirim|disertakan|dikembalikan)|tidak (?:harus|perlu) (?:ada|dikirim|disertakan|diisi))\W*$/i;

/** Whether words say that something need not be there, and nothing beside it. */
export const isLeftOut = (words: string): boolean => leftOut.test(words);

/** Whether an empty cell of a column says something: where the others are marks for one of the two alone. */
export function emptyTells(cells: string[]): boolean {
  const filled = cells.filter((one) => one !== '');
  return filled.length > 0 && filled.every((one) => saysRequired(one) !== false);
}

/**
 * Whether a field is mandatory, by its own cell, by what its name and type say (`otherwise`), or by its description; null
 * where none says it.
 * @param tells whether an empty cell says that it is not
 */
export function requiredOf(
  row: string[],
  columns: Columns,
  otherwise: boolean | null,
  notes: string,
  tells: boolean,
): boolean | null {
  const own = cell(row, columns.required ?? columns.optional);
  if (own === '' && otherwise === null && !tells && (columns.required ?? columns.optional) !== undefined) return null;
  // A mark at the name speaks where the cell is empty.
  if (columns.required !== undefined)
    return own === '' && otherwise !== null
      ? otherwise
      : (saysRequired(own) ?? (behindRequired(row, columns) === '' ? null : true));
  if (columns.optional !== undefined) return saysRequired(own) === false;
  if (otherwise !== null) return otherwise;
  const said = [
    ...(notes.split(/[.;]\s+|\.$|\n/).some((sentence) => always.test(sentence)) ? ['always'] : []),
    ...(notes.split(/[.;:,]\s+|\n/).some((piece) => alwaysThere.test(piece)) ? ['always'] : []),
    ...(notes.split(/[.;]\s+|\.$|\n/).some(isLeftOut) ? ['optional'] : []),
    ...[...notes.matchAll(alone)].map(([, word = '']) => word),
  ];
  const [first, ...others] = new Set(said.map(saysRequired));
  return first === undefined || others.length > 0 ? null : first;
}
