/** What the text of a page says of fields by their names, beside the tables and lists that describe them. */
import type { Json } from '../../../formats/json.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { saysAllThere } from '../blocks/all-mandatory.ts';
import type { Block } from '../blocks/blocks.ts';
import { contextOf } from '../blocks/heading-words.ts';
import { withoutSuccess } from '../blocks/on-success.ts';
import { isAmended } from '../words/amended.ts';
import { isQualified, takesBack } from '../words/doubts.ts';
import { remembered } from '../words/remembered.ts';
import { onlyStatuses } from '../words/status-words.ts';

/** The sentences of the text about a field. */
export interface Mentions {
  about(name: string): string[];
  /** Sentences that give the unit of every time. */
  units: string[];
  /** Whether a word is one for what the page is about, as its title has it. */
  isOwn(word: string): boolean;
  /** The value that a sample shows of a fact, by its name as a comparison has it. */
  shown?(fact: string): Json | undefined;
}

/** A name as programs write it, any word that the page marks as code, and one behind the word for a field. */
const written = '[A-Za-z]+(?:[_-][A-Za-z\\d]+)+|[a-z]+(?:[A-Z][a-z\\d]+)+';
const field = oneOf(
  ...['[Ff]ields?', '[Pp]arameters?', '[Aa]ttributes?', '[Pp]ropert(?:y|ies)', '[Mm]embers?', '[Hh]eaders?'],
  ...['[Ee]lements?', '[Kk]olom', '[Aa]tribut', '[Ii]sian'],
);
/** What is said to be of a field, before its name. */
const ofField = `(?:[Ll]engths? of|[Ll]imit (?:of|for)|[Pp]anjang(?:nya)?(?: maksimum| maksimal)?|[Bb]atas(?: panjang)?)`;
const names = RegExp(
  `\`([A-Za-z_$][\\w$.-]*)\`|\\b(${written})\\b|\\b(?:${field}|${ofField}) ["'“*]{0,2}([A-Za-z]\\w*(?:-\\w+)*)`,
  'gu',
);

/** What is refused: a condition of an error is none of the field. */
const refusing = pattern`\b[45]\d\d\b|\b${oneOf(
  ...[word.wrong, word.refused, word.fault, word.fails, word.expired],
  ...['refuse[ds]?', 'reject(?:s|ed)?', 'failure', 'missing', 'mismatch'],
)}\b`;

/** Words about whether something is there, how long it is, or what it holds. */
const ofPresence = oneOf(
  ...['required', 'mandatory', 'optional', 'omit', 'left out', 'leave', 'absent', 'present', 'returned', 'included'],
  ...['need', 'sen[dt]', 'deprecated', 'removed', 'only', 'always', 'must', 'may be', 'can be', 'empty', 'null'],
  ...['wajib', 'opsional', 'kosong', 'dikirim', 'disertakan', 'dikembalikan', 'harus', 'hanya', 'selalu', 'diisi'],
);
const ofContent = oneOf(
  ...['ignored', 'check', 'verif', 'enforc', 'char', 'digit', 'byte', 'length', 'valu', 'karakter', 'panjang', 'nilai'],
  ...['second', 'minute', 'hour', '\\bdays?\\b', '\\bms\\b', 'timestamp', 'epoch', 'detik', 'menit', '\\bjam\\b'],
);
const telling = pattern`${oneOf(ofPresence, ofContent)}`;

/** What a condition is about is not what is so under it. */
const conditions = everywhere`\b${oneOf(word.when, 'unless', 'once')}\b[^,.;:]*`;

/** Characters of a sentence that is looked at. */
const longest = 600;

const apart = (block: Block): string[] => {
  const text =
    block.kind === 'lines'
      ? block.lines.join('\n')
      : block.kind === 'list'
        ? block.items.map(({ text }) => text).join('\n\n')
        : '';
  return text
    .replace(/\n(?!\n)/g, ' ')
    .split(/(?<=(?<!\b(?:max|maks|mis|e\.g|i\.e|rev|ver))[.;!?])\s+|\n+/i)
    .filter((one) => one.length <= longest);
};

/** What was taken apart once: several readers look at the sentences of a block. */
const known = new WeakMap<Block, string[]>();

/** The sentences of text, and of the items of a list. */
export function plainSentencesOf(block: Block): string[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const found = apart(block);
  known.set(block, found);
  return found;
}

/** Whether a sentence says something of a field that a request may hold. */
const tells = remembered(
  (one: string): boolean => (telling.test(one) || isAmended(one)) && !refusing.test(onlyStatuses(one)),
);

const sentencesOf = (block: Block): string[] => plainSentencesOf(block).filter(tells);

/** That a member is not there, as a sentence of its own: below a heading of refusals it is so of those. */
const isAbsent = pattern`^\W*\`[^\`]{1,60}\` (?:${word.is} )?(?:${word.always} )?${word.missing}\W*$`;

const sentencesOfGrant = (block: Block): string[] =>
  contextOf(block.title).error ? sentencesOf(block).filter((one) => !isAbsent.test(one)) : sentencesOf(block);

/** No text beside the fields. */
export const noMentions: Mentions = { about: () => [], units: [], isOwn: () => false };

/** The unit of every time, as `All times are in minutes.` gives it. */
const periods = oneOf('times?', 'durations?', 'periods?', 'lifetimes?', 'waktu', 'durasi', 'masa');
/** `Each time` is whenever something happens. */
const every = oneOf('all', 'any', 'every', 'semua', 'seluruh', 'setiap');
const unitOfAll = pattern`\b${every} (?:\p{L}+ )?${periods}\b.*\b(?:in|as|dalam)\b`;

/** The unit of a lifetime without the name of the member that counts it, as `The lifetime is given in minutes.` gives it. */
const life = oneOf(
  ...[word.lifetime, 'expir(?:y|ation)', 'durations?', 'times?', 'periods?'],
  ...['masa berlaku\\w*', 'umur token', 'durasi', 'waktu'],
);
const isIn = oneOf(word.is, 'in', 'as', 'dalam', 'counts?');
const unit = oneOf(word.unit, 'milli-?seconds?', 'ms', 'milidetik');
const unitOfLife = pattern`\b${life}\b(?:[^.;]{0,80}\b${isIn} |: )(?:(?:whole|full|the|unit|satuan|of)\s){0,3}${unit}\b`;

/** Whether a sentence gives the unit of every time. */
const givesUnit = remembered(
  (one: string): boolean => !/refresh/i.test(one) && ((unitOfAll.test(one) && !/\d/.test(one)) || unitOfLife.test(one)),
);

/** Looks for names in blocks that are no fields themselves. */
export function mentionsIn(blocks: Block[], titles: string[]): Mentions {
  const found = new Map<string, Set<string>>();
  for (const sentence of blocks.flatMap(sentencesOfGrant))
    for (const [, code, plain, named] of sentence.replace(conditions, ' ').matchAll(names)) {
      const name = (code ?? plain ?? named ?? '').split('.').at(-1)?.toLowerCase() ?? '';
      const known = found.get(name) ?? new Set();
      found.set(name, known);
      // More than a few say nothing that the first did not.
      if (known.size < 20) known.add(sentence);
    }
  const own = new Set(titles.flatMap((title) => title.toLowerCase().split(/[^\p{L}\d]+/u)));
  const units = blocks.flatMap((block) => plainSentencesOf(block).filter(givesUnit));
  return { units, isOwn: (word) => own.has(word), about: (name) => [...(found.get(name.toLowerCase()) ?? [])] };
}

/** What a sentence that is read for itself holds: an address, or a label of one, and the life of a token. */
const ofLife = oneOf(
  ...[word.lifetime, word.expired, 'expir\\w*', 'valid for', 'berlaku'],
  ...['refresh\\w*', 're-?use\\w*', 'cache\\w*', 'retr(?:y|ies)'],
);
const readElsewhere = pattern`https?:\/\/|\b(?:GET|POST|PUT)\b|\/\w+\/\w|:[\s*_]*$|\b${ofLife}\b`;

/** A status that is answered. */
const answersWith = /\b(?:HTTP|status)\b[^.]{0,20}\b2\d\d\b/i;

/** A note that a mark in a cell leads to. */
const footnote = /^\s*\\?[*¹²³⁴⁵†‡§]/;

/** Headings of notes, which are about what stands before them. */
const noting = /^(?:(?:important|penting)?\W*(?:notes?|remarks?|catatan|keterangan|perhatian|important|penting))\W*$/i;

/** Blocks between fields and a note about them. */
const mostBetween = 3;

/**
 * Sentences beside fields that take something back for some requests, and name nothing that it would be of.
 * @param texts the blocks that are looked at
 * @param fielded those that gave fields
 */
export function doubtsBeside(blocks: Block[], texts: ReadonlySet<Block>, fielded: ReadonlySet<Block>): string[] {
  if (fielded.size === 0) return [];
  const isBeside = (index: number): boolean => {
    const next = blocks[index + 1];
    if (next && fielded.has(next)) return true;
    for (let at = index - 1; at >= 0 && index - at <= mostBetween; at--) {
      const before = blocks[at];
      if (before && fielded.has(before)) return true;
      if (before?.kind === 'heading' && !noting.test(before.title)) return false;
    }
    return false;
  };
  return blocks.flatMap((block, index) =>
    texts.has(block) && isBeside(index)
      ? plainSentencesOf(block).filter(
          (one) =>
            takesBack(answersWith.test(one) ? withoutSuccess(one) : one) &&
            !refusing.test(onlyStatuses(one)) &&
            !readElsewhere.test(one) &&
            one.search(names) < 0 &&
            !footnote.test(one),
        )
      : [],
  );
}

const several = oneOf(word.all, 'these', 'following', 'other', 'remaining');
const ofAll = pattern`\b${several}\b[^.]{0,40}\b${oneOf(word.member, 'headers?')}\b`;
const together = /^\s*(?:both|all|they|these|none|neither|each of (?:them|these)|keduanya|semuanya|semua)\b/i;

/** Sentences that say of all fields that something is so for some requests alone, as `All fields are optional in the sandbox.` */
export function generalDoubts(blocks: Block[]): string[] {
  return blocks
    .flatMap(sentencesOf)
    .filter((one) => (ofAll.test(one) || together.test(one)) && isQualified(one) && !saysAllThere(one));
}
