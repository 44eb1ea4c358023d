/** Sections that say in a sentence of whose operation they are: `The codes below apply to the Access Token service.` */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { plainSentencesOf } from '../sentences/mentions.ts';
import type { PageOperation } from './operation.ts';

/** What a section calls what it holds, at the beginning of such a sentence. */
const held = oneOf(
  ...[word.answer, word.refusal, word.fault, word.member, 'codes?', 'kode', 'status(?:es)?', 'headers?', 'messages?'],
  ...[
    'values?',
    'lists?',
    'daftar',
    'tables?',
    'tabel',
    'sections?',
    'bagian',
    'they',
    'these',
    'this',
    'berikut',
    'ini',
  ],
);
const ofIt = oneOf(word.of, word.for, 'to', 'by', 'from', 'about', 'bagi', 'oleh', 'pada', 'milik', 'dari');
const says = pattern`^(?=\W*(?:\p{L}+ ){0,8}${held}\b)\W*(?:\p{L}+ ){1,10}?${ofIt} (.{3,100})$`;

/** That it is of more than is named, or of that at times, or stands elsewhere. */
const ofMore = pattern`\b${oneOf(
  ...[word.and, word.or, word.also, word.all, word.not, word.unless, word.when, 'other', 'lain\\w*', 'both', 'since'],
  ...['see', 'refer', 'lihat', 'same', 'sama', 'like', 'unlike', 'seperti', 'as', 'sejak', 'until', 'sampai'],
)}\b`;

/** Words of the name of an operation that tell it from nothing. */
const small =
  /\b(?:the|our|this|api|apis|service|services|endpoint|endpoints|operation|operations|call|calls|request|requests|method|layanan|operasi|permintaan|panggilan|ini|saja|only|alone|hanya|untuk)\b/g;

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/^[\d ]+(?=\p{L})/u, '')
    .replace(small, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Finds the one operation that the first words below a heading give its section to; null where they name none, or more. */
export function saidBelow(operations: PageOperation[]): (blocks: Block[], heading: number) => PageOperation | null {
  const titles = operations.map((one) => ({ one, title: wordsOf(one.title) })).filter(({ title }) => title !== '');
  return (blocks, heading) => {
    const block = blocks[heading + 1];
    if (titles.length < 2 || blocks[heading]?.kind !== 'heading' || block?.kind !== 'lines') return null;
    const [first = ''] = plainSentencesOf(block);
    const [, rest = ''] = says.exec(first.replace(/[*_`]/g, '').trim()) ?? [];
    if (rest === '' || ofMore.test(first)) return null;
    const called = wordsOf(rest);
    const [only, ...others] = titles.filter(({ title }) => title === called);
    return only && others.length === 0 ? only.one : null;
  };
}
