/** Errata of a page: what they say of the rows of its other tables, by the sections and the fields that they name. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { columnOf, isRequiredWord } from '../words/words.ts';
import { cell, nameOf, type TableBlock } from './columns.ts';

/** A correction: where it belongs, and what it says. */
interface Correction {
  place: string;
  words: string;
}

/** A correction of a row that is not understood. */
export interface OpenCorrection {
  name: string;
  words: string;
}

/** What the errata of a page make of its other tables. */
export interface Corrected {
  tables: Map<Block, TableBlock>;
  open: Map<Block, OpenCorrection[]>;
  /** The errata of which each correction found its place. */
  read: Set<Block>;
}

const errata = oneOf('errat(?:a|um)', 'corrigend(?:a|um)', 'corrections?', 'ralat', 'koreksi', 'perbaikan');
const ofErrata = pattern`^\W*(?:[\d.]+\s+)?(?:(?:lampiran|annex|appendix) \w+\W+)?(?:(?:daftar|list of|tabel|table of) )?${errata}\b`;
const ofPlace = pattern`^(?:${oneOf('place', 'location', 'section', 'where', 'clause', 'item', word.member, 'tempat', 'letak', 'bagian', 'bab', 'lokasi')})$`;
const ofCorrection = pattern`^(?:${oneOf('correction', 'change', 'amendment', 'erratum', 'perbaikan', 'koreksi', 'ralat', 'perubahan')})$`;
const ofOld = pattern`^(?:${oneOf('written', 'printed', 'for', 'old', 'was', 'instead of', 'tertulis', 'semula', 'lama')})$`;
const ofNew = pattern`^(?:${oneOf('should (?:be|read)', 'read', 'new', 'correct', 'seharusnya', 'menjadi', 'baru')})$`;

const columnIn = (head: string[], form: RegExp): number => head.findIndex((one) => form.test(one.trim()));

/** The corrections of a block of errata; none where it has another form. */
function correctionsIn(block: Block): Correction[] {
  if (block.kind === 'list')
    return block.items.flatMap(({ text }) => {
      const [, place = '', words = ''] = /^([^:\n]{1,60}):\s+(\S[^\n]{1,300})$/.exec(text) ?? [];
      return [{ place, words }];
    });
  if (block.kind !== 'table') return [];
  const [place, correction, before, after] = [ofPlace, ofCorrection, ofOld, ofNew].map((form) =>
    columnIn(block.head, form),
  );
  const at = (row: string[], index = -1): string => (row[index] ?? '').trim();
  if (place === undefined || place < 0) return [];
  if (correction !== undefined && correction >= 0)
    return block.rows.map((row) => ({ place: at(row, place), words: at(row, correction) }));
  if ((before ?? -1) < 0 || (after ?? -1) < 0) return [];
  return block.rows.map((row) => ({
    place: at(row, place),
    words: `For "${at(row, before)}" read "${at(row, after)}"`,
  }));
}

const quote = '["“”„«‘\']';
const quoted = `${quote}([^"“”„«»]{1,80}?)["”“»’']`;
const replaces = [
  pattern`^\W*(?:for|replace|change|instead of|ganti|ubah|untuk) ${quoted},? (?:read|with|by|to|dengan|menjadi|dibaca|seharusnya) ${quoted}\W*$`,
  pattern`^\W*${quoted} (?:becomes|menjadi|should read|should be|seharusnya|diganti(?: menjadi| dengan)?|diubah menjadi) ${quoted}\W*$`,
];
const deletes = pattern`^\W*(?:delete|remove|strike|omit|hapus|buang|coret|hilangkan)(?: the words?| kata)? ${quoted}\W*$`;
const adds = pattern`^\W*(?:add|insert|tambah(?:kan)?|sisipkan)(?: (?:the |a )?${word.member})?:?\s+(.{3,200})$`;

/** A text as it is compared: marks of code and quotes aside. */
const bare = (text: string): string => text.replace(/[`"“”]/g, '').trim();

const isWord = (text: string, part: string): boolean => {
  const at = text.indexOf(part);
  return at >= 0 && !/[\w.]/.test(text[at - 1] ?? '') && !/\w/.test(text[at + part.length] ?? '');
};

/** A row with one cell changed, where one alone has the words; null otherwise. */
function replaced(row: string[], old: string, now: string): string[] | null {
  const forms = [old.trim(), bare(old)];
  for (const form of forms) {
    const found = row.flatMap((text, at) => (isWord(text, form) ? [at] : []));
    const [at, ...others] = found;
    if (at !== undefined && others.length === 0 && form !== '')
      return row.with(at, (row[at] ?? '').replace(form, () => now.trim()).trim());
  }
  return null;
}

/** A row as a correction has it; null where that is not understood. */
function corrected(row: string[], words: string): string[] | null {
  for (const form of replaces) {
    const [, old, now] = form.exec(words) ?? [];
    if (old !== undefined && now !== undefined) return replaced(row, old, now);
  }
  const [, gone] = deletes.exec(words) ?? [];
  return gone === undefined ? null : replaced(row, gone, '');
}

/** The row that a correction adds below the heads of a table; null where its parts do not fit them. */
function added({ head }: TableBlock, words: string): string[] | null {
  const [, said] = adds.exec(words) ?? [];
  const parts = said?.replace(/\.$/, '').split(/,\s+/) ?? [];
  const required = head.findIndex((one) => columnOf(one) === 'required');
  const name = nameOf(bare(parts[0] ?? ''));
  const isRow = name !== null && parts.length > required && parts.length <= head.length && required > 0;
  return isRow && isRequiredWord(bare(parts[required] ?? ''))
    ? head.map((_, at) => (at === 0 ? bare(parts[0] ?? '') : (parts[at] ?? '')))
    : null;
}

const numberOf = (title: string): string => /^\W*(\d+(?:\.\d+)*)\.?(?=\s)/.exec(title)?.[1] ?? '';

/** Where the fields of a table have their names; -1 for any other table. */
const namesAt = ({ head }: TableBlock): number =>
  head.findIndex((one) => columnOf(one) === 'name' || columnOf(one) === 'header');

/** What the errata of a page say of its tables. */
export function correctedTables(blocks: Block[]): Corrected {
  const found: Corrected = { tables: new Map(), open: new Map(), read: new Set() };
  const lists = blocks.filter((block) => ofErrata.test(block.title) && correctionsIn(block).length > 0);
  if (lists.length === 0) return found;
  const isList = new Set<Block>(lists);
  const tables = blocks.flatMap((block) => (block.kind === 'table' && !isList.has(block) ? [block] : []));
  const fielded = tables.filter((block) => namesAt(block) >= 0);
  for (const list of lists) {
    const isEach = correctionsIn(list).map((one) => applied(one, fielded, found));
    if (isEach.every(Boolean)) found.read.add(list);
  }
  return found;
}

/** Takes a correction to the table that it names; whether there is one. */
function applied({ place, words }: Correction, tables: TableBlock[], found: Corrected): boolean {
  const [number = ''] = /\d+(?:\.\d+)*/.exec(place) ?? [];
  const written: string[] = place.match(/[A-Za-z_$][\w$.-]*/g) ?? [];
  const placed = tables.filter(({ title }) => {
    const own = numberOf(title);
    return number === '' || own === number || own.startsWith(`${number}.`);
  });
  const now = (block: TableBlock): TableBlock => found.tables.get(block) ?? block;
  const named = placed.flatMap((block) =>
    now(block).rows.flatMap((row, at) => {
      const name = nameOf(cell(row, namesAt(block)))?.name;
      return name !== undefined && written.includes(name) ? [{ block, at, name, row }] : [];
    }),
  );
  const [one, ...others] = named;
  if (one && others.length === 0) {
    const row = corrected(one.row, words);
    if (row) found.tables.set(one.block, { ...now(one.block), rows: now(one.block).rows.with(one.at, row) });
    else found.open.set(one.block, [...(found.open.get(one.block) ?? []), { name: one.name, words }]);
    return true;
  }
  const [table, ...more] = number === '' || one ? [] : placed;
  const row = table && more.length === 0 ? added(table, words) : null;
  if (table && row) found.tables.set(table, { ...now(table), rows: [...now(table).rows, row] });
  return row !== null;
}
