/** Sentences that say of all fields above them that they are there, as `All of these are mandatory.` */
import { contextOf } from './heading-words.ts';

/** What such a sentence says. */
export interface OfAll {
  /** The side that it names. */
  side: 'request' | 'response' | null;
  /** Whether it is about all that stands above it, and not about the last table alone. */
  reachesUp: boolean;
  /** Whether it names headers beside what is in a body: the table of headers before that of the body as well. */
  ofBoth: boolean;
  /** How many fields it says that these are; null where it does not. */
  count: number | null;
}

/** Words for how many they are. */
const counts = new Map(
  'two three four five six seven eight|dua tiga empat lima enam tujuh delapan'
    .split('|')
    .flatMap((words) => words.split(' ').map((word, index): [string, number] => [word, index + 2])),
);

/** Characters of the longest such sentence. */
const longest = 160;

const begins =
  /^(?:all|every|each|both|they|semua(?:nya)?|seluruh(?:nya)?|setiap|keduanya|ketiganya|keempatnya|kelimanya) /i;

/** That something is there, at the end of the sentence. */
const isThere =
  / (?:(?:is|are|must be|have to be|has to be|adalah|bersifat|harus) )?(?:(?:always )?(?:mandatory|required|obligatory|compulsory)|always (?:there|present|returned|included|sent|set)|wajib(?: (?:ada|diisi|dikirim(?:kan)?|disertakan))?|mandatori|selalu (?:ada|dikirim(?:kan)?|dikembalikan|disertakan))$| (?:must|have to|has to|harus|wajib) (?:always |selalu )?(?:be )?(?:sent|present|given|provided|included|there|filled|filled in|ada|diisi|dikirim(?:kan)?|disertakan)$/i;

/** Words between the two: which fields these are. */
const between = new Set(
  (
    'of and dan the these those them above listed given here fields field parameters parameter params headers header members member ' +
    'attributes attribute properties property elements element values in this table request response answer body ' +
    'di atas ini itu tersebut pada dalam tabel kolom atribut isian elemen permintaan respons jawaban yang'
  ).split(' '),
);

/** What is marked beside a field goes before what is said of all. */
const unlessMarked =
  /,? (?:unless|except where|if not) (?:they are |it is )?(?:otherwise )?(?:marked|stated|noted|indicated|specified)(?: otherwise)?$|,? kecuali (?:disebutkan|dinyatakan|ditandai) lain$/i;

/** Headers with what is in a body: two tables. */
const both =
  /\bheaders? (?:and|dan) (?:(?:body|form) )?(?:fields?|parameters?|params|members?|attributes?|kolom|isian|atribut)\b|\b(?:fields?|parameters?|params|members?|kolom|isian|atribut) (?:and|dan) headers?\b/i;

/** Whether a sentence says of all fields above it that they are there, each word of it understood; null for any other. */
export function saidOfAll(sentence: string): OfAll | null {
  if (sentence.length > longest || !begins.test(sentence)) return null;
  const said = sentence
    .replace(/[`*_]/g, '')
    .replace(/\.\s*$/, '')
    .replace(unlessMarked, '');
  const which = said.replace(begins, '').replace(/^(?!.* )/, ' ');
  const [predicate = ''] = isThere.exec(` ${which}`) ?? [];
  if (predicate === '') return null;
  const words = ` ${which}`.slice(0, -predicate.length).toLowerCase().trim().split(/\s+/);
  if (!words.every((word) => word === '' || between.has(word) || counts.has(word))) return null;
  const [first = ''] = sentence.toLowerCase().split(' ');
  const together = ['both', 'keduanya', 'ketiganya', 'keempatnya', 'kelimanya'].indexOf(first);
  const numbers = [
    ...words.flatMap((word) => counts.get(word) ?? []),
    ...(together < 0 ? [] : [Math.max(2, together + 1)]),
  ];
  return {
    side: contextOf(words.join(' ')).side,
    reachesUp: /\b(?:above|di atas)\b/i.test(said),
    ofBoth: both.test(said),
    count: numbers[0] ?? null,
  };
}
