/** What words about a refusal are about: the request, its body, its headers, its fields, or some of these by name. */
import { isThing, mediaTypeWords as mediaType, toldIn } from '../../page/sentences/fault-words.ts';
import { remembered } from '../../page/words/remembered.ts';
import { kebab } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { noForm } from './wrong-words.ts';

/** What a piece of the words is about: the request, whatever it holds, its body, its headers, its fields, or some of these by name. */
export type Subject =
  | 'request'
  | 'what it holds'
  | 'body'
  | 'media type'
  | 'scheme'
  | 'authorization'
  | 'headers'
  | 'fields'
  | 'mandatory fields'
  | 'members'
  | 'mandatory members'
  | { name: string };

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words for fields of any name, and for what they are to be. */
const fields = listOf(
  'parameter parameters param params field fields value values element elements attribute attributes property properties argument arguments member members input data elemen isian isi kolom nilai unsur masukan',
);
/** Those of a body alone. */
const ofBodies = listOf('member members property properties');
const headers = listOf('header headers');
const bodies = listOf('body bodies json payload payloads xml badan tubuh formulir');
const requests = listOf('request requests call calls message permintaan panggilan pesan');
/** Words for how a value is to be, and for what answers. */
const beside = listOf(
  'format formats form bentuk type types tipe jenis length panjang size range syntax validation constraint constraints violation violations schema content struktur structure batas limit respons jawaban server sistem api oauth oauth2 rule rules aturan ketentuan',
);

/**
 * Words behind others without the ending that says whose a thing is: `formatnya` of a field is its format, and `nilainya` no other
 * field than the one that was named before.
 */
export const ownerless = (words: string): string =>
  words.replace(/(\p{L}{3,20})nya(?!\p{L})/gu, (whole, thing: string) => {
    const name = thing.toLowerCase();
    return beside.has(name) ? thing : fields.has(name) ? '' : whole;
  });

/** How many there are of what a sentence does not name, as `one of the four is missing`. */
const counts = listOf('two three four five six seven eight nine ten dua tiga empat lima enam tujuh delapan sembilan');

/** The way in which a client shows who it is, as a whole. */
const proof = oneOf(word.authentication, 'authori[sz]ation', 'auth', 'otorisasi');
const manner = oneOf('types?', 'methods?', 'schemes?', 'tipe', 'metode', 'skema', 'jenis');
const scheme = pattern`\b(?:${proof} ${manner}|schemes?(?: than basic)?|${manner} ${proof}|skema lain)\b`;

/** The header of the credentials. */
const authorization =
  /\bauthori[sz]ation(?: headers?)?\b|\bheader authori[sz]ation\b|\bbasic auth(?:entication|orization)?\b/i;

/** Names in words as people write them. */
export const asWords = remembered((words: string): string =>
  words
    .replace(/[`*"“”[\]]/g, ' ')
    .replace(/\b[A-Za-z]+(?:[_-][A-Za-z]+)+\b|\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => kebab(name).split('-').join(' '))
    .replace(/\s+/g, ' '),
);

/** A name that stands in a template for any: `{field}`. */
const anyName = /\{[^{}]{0,40}\}|<[^<>]{0,40}>/g;

/** A field of any name, in a message that may name a header beside it. */
const fieldOfAnyName = /(?<!headers? )\b(?:fields?|parameters?|members?) [{<]/i;

/** What words may name. */
export interface Context {
  /** The fields, each with what it may be called. */
  names: { name: string; calls: RegExp }[];
  /** Texts that are values of fields. */
  values: string[];
}

/** Fields that have to be there: what is wrong with another is none of it. */
const ofMandatory = pattern`\b${word.mandatory}\b`;

/** A form that is sent, and not the form in which something is written; the name of its body may stand before it. */
const wholeForm =
  /^\W*(?:[\w.]+ )?(?:(?:the|this|your) form\b(?! (?:of|in which)\b)|(?:an? )?un(?:readable|parse?able|decodable) form\b)/i;
const inForm = /^\W*(?:in|not|of|to|has|have|match(?:es)?|with|by) /i;

/** What one piece is about; null where it names something else, of which nothing is known. */
export function subjectsIn(piece: string, { names, values }: Context): Subject[] | null {
  // A message with a place for any name stands for any field; words beside it may name the one that it is for.
  const bare = piece.replace(anyName, ' ');
  const named = names.filter(({ calls }) => calls.test(bare));
  const all = toldIn(restOf(piece, named, values)).filter((word) => !counts.has(word));
  const has = (list: ReadonlySet<string>): boolean => all.some((word) => list.has(word));
  const known = [fields, headers, bodies, requests, beside];
  if (all.some((word) => isThing(word) && !known.some((list) => list.has(word)))) return null;
  if (mediaType.test(piece)) return ['media type'];
  if (scheme.test(piece)) return ['scheme'];
  if (authorization.test(piece)) return ['authorization'];
  if (named.length > 0) return named.map(({ name }) => ({ name }));
  const told = all.filter((word) => fields.has(word));
  if (noForm.test(piece) && told.every((word) => word === 'data' || word === 'isi')) return ['body', 'media type'];
  // The data of a body are the body, and so is what it holds.
  const isPart = told.some((word) => word !== 'data' && word !== 'isi') || (told.length > 0 && !has(bodies));
  const kind = has(bodies) || told.every((word) => ofBodies.has(word)) ? 'members' : 'fields';
  const parts: Subject[] = isPart ? [ofMandatory.test(piece) ? `mandatory ${kind}` : kind] : [];
  if (has(headers)) return ['headers', ...(fieldOfAnyName.test(piece) ? parts : [])];
  if (isPart) return parts;
  if (has(bodies) || (wholeForm.test(piece) && !inForm.test(piece))) return ['body'];
  return has(requests) ? ['request'] : [];
}

/** A piece without the names and the values in it. */
export function restOf(piece: string, named: Context['names'], values: string[]): string {
  const bare = piece.replace(anyName, ' ').replace(mediaType, ' ').replace(scheme, ' ').replace(authorization, ' ');
  const nameless = named.reduce((rest, { calls }) => rest.split(calls).join(' '), bare);
  return values.reduce((rest, value) => rest.replaceAll(value, ' '), nameless);
}
