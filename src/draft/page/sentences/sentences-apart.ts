/** Sentences that describe fields as the blocks they stand for: a table of their own, or what holds for the tables above. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type About, type Block, boldDepth, captionDepth } from '../blocks/blocks.ts';
import { contextOf } from '../blocks/heading-words.ts';
import { saidOfAll, those } from '../blocks/said-of-all.ts';
import { membersBelow, membersOfRefusals } from '../values/refusal-members.ts';
import { isQualified } from '../words/doubts.ts';
import { withDuties } from '../words/member-duties.ts';
import { statusesIn } from '../words/status-words.ts';
import { headersDemanded, withNext } from './demanded-headers.ts';
import { dutyIn, namesListed } from './duty-sentences.ts';
import { fieldsIn, fieldsInBoth, type SentenceFields } from './sentence-fields.ts';

type Lines = Extract<Block, { kind: 'lines' }>;

/** Blocks that may lie between fields and a sentence about all of them. */
const mostBetween = 12;

/** The sentences of lines, each with its place in their text. */
function sentencesOf(text: string): { words: string; begin: number; end: number }[] {
  const ends = [...text.matchAll(/(?<=[.;!?])\s+(?![^()\n]{0,80}\))|\n[^\S\n]*\n/g)].map(
    ({ 0: { length }, index }) => ({
      end: index,
      next: index + length,
    }),
  );
  let begin = 0;
  return [...ends, { end: text.length, next: text.length }].map(({ end, next }) => {
    const one = { words: text.slice(begin, end).replace(/\s+/g, ' ').trim(), begin, end };
    begin = next;
    return one;
  });
}

type Side = 'request' | 'response';

/** The side that the headings above a block name, the nearest first; null where none does. */
function sideAbove(done: Block[], at: number): Side | null {
  for (let above = at; above >= 0 && at - above <= mostBetween; above--) {
    const block = done[above];
    const side = block?.kind === 'heading' ? contextOf(block.title).side : null;
    if (side !== null) return side;
  }
  return null;
}

/** How many fields a block lists. */
const countOf = (block: Block): number =>
  block.kind === 'table' ? block.rows.length : block.kind === 'list' ? block.items.length : 0;

/** Whether a block lists fields. */
const listsFields = ({ kind }: Block): boolean => kind === 'table' || kind === 'list';

/** Marks the table of headers that ends there, where it is one of this side. */
function markHeaders(done: Block[], at: number, side: Side): void {
  const [heading, table] = [done[at - 1], done[at]];
  const own = heading?.kind === 'heading' ? contextOf(heading.title) : null;
  if (table?.kind === 'table' && own?.place === 'header' && (own.side ?? 'request') === side)
    done[at] = { ...table, always: true };
}

/**
 * Marks the fields above a sentence that is about all of them; whether there are any. It is about the table or list right
 * above it; where it says `above`, about those before it as well, up to the heading of an operation or of another side;
 * and where it names headers beside fields, about the table of headers over the next heading.
 */
function markAbove(done: Block[], sentence: string, isFirst: boolean): boolean {
  const said = saidOfAll(sentence);
  // Behind another sentence it may be about what that one names.
  if (said === null || (!isFirst && ofThose.test(sentence))) return false;
  const last = Math.max(0, done.length - mostBetween);
  let side = said.side;
  const mark = (block: Block, at: number): boolean => {
    const own = sideAbove(done, at);
    if (side !== null && (own ?? 'request') !== side) return false;
    side ??= own;
    done[at] = { ...block, always: true };
    return true;
  };
  const nearest = done.findLastIndex((block, at) => at < last || block.kind !== 'code');
  const fields = done[nearest];
  if (fields && said.count !== null && said.count !== countOf(fields)) return false;
  if (!fields || nearest < last || !listsFields(fields) || !mark(fields, nearest)) return false;
  let isOverHeading = false;
  for (let at = nearest - 1; at >= last; at--) {
    const block = done[at];
    if (!block) break;
    if (block.kind === 'heading') {
      const own = contextOf(block.title);
      if (own.status !== null) break;
      if (said.ofBoth && !isOverHeading) {
        isOverHeading = true;
        side ??= own.side ?? 'request';
      } else {
        const isOfOther = own.side !== null && side !== null && own.side !== side;
        if (!said.reachesUp || block.depth < boldDepth || isOfOther) break;
        side ??= own.side;
      }
    } else if (isOverHeading) {
      markHeaders(done, at, side ?? 'request');
      break;
    } else if (said.reachesUp && listsFields(block) && !mark(block, at)) break;
  }
  return true;
}

/** Marks the fields of the sentence right before one that is about all of them; whether there are any. */
function markLast(tables: Block[], before: string, sentence: string): boolean {
  const said = saidOfAll(sentence);
  const last = tables.at(-1);
  if (said === null || last?.kind !== 'table' || fieldsIn(before) === null) return false;
  if (said.side !== null && said.side !== last.about?.side) return false;
  if (said.reachesUp || ![null, last.rows.length].includes(said.count)) return false;
  tables[tables.length - 1] = { ...last, always: true };
  return true;
}

const ofThose = pattern`^${those}\b`;

/** Words that each such sentence has one of, or the sign before attributes. */
const telling = pattern`\(|\b${oneOf(word.mandatory, word.optional, word.always, word.must, 'ha(?:s|ve)', 'headers?', 'tajuk')}\b`;

/** Whether the last heading is one of refusals and names no status; captions that say nothing of a side go on with it. */
function isBelowErrors(done: Block[]): boolean {
  const heading = done.findLast(
    ({ kind, title, ...block }) =>
      kind === 'heading' && !('depth' in block && block.depth >= captionDepth && contextOf(title).side === null),
  );
  const { error, status } = contextOf(heading?.title ?? '');
  return error && status === null;
}

/** Whether fields are those of no answer whose status is named, and none of a request. */
const isOfNone = ({ side, statuses }: About): boolean => side !== 'request' && statuses.length === 0;

/** Whether a sentence says what every refusal holds: that is so of all statuses, which other blocks may give. */
const isOfRefusals = (sentences: string[], index: number, isBelow: boolean): boolean =>
  membersOfRefusals(withDuties(sentences[index] ?? ''), '') !== null ||
  (isBelow && membersBelow(sentences, index, '') !== null);

/** What a sentence says of a field that nothing else lists. */
function dutyOf(words: string, names: ReadonlySet<string>, isForSome: boolean): SentenceFields | null {
  // A title or a sentence before it may say for whom a header is demanded.
  const said = dutyIn(words) ?? (isForSome ? null : headersDemanded(words));
  return said?.rows.some(([name]) => names.has(name.toLowerCase())) ? null : said;
}

/** Gives the last field what the sentence behind its own says of it; whether it says anything. */
function describeNext(tables: Block[], sentence: string): boolean {
  const last = tables.at(-1);
  const [field, ...more] = last?.kind === 'table' ? last.rows : [];
  const [name, attributes] = field ?? [];
  if (last?.kind !== 'table' || name === undefined || attributes === undefined || more.length > 0) return false;
  const both = withNext([name, attributes], sentence);
  if (both !== null) tables[tables.length - 1] = { ...last, rows: [both] };
  return both !== null;
}

/** The media type that a sentence about every refusal gives to its body before it comes to the members; nothing without one. */
function typeAhead(sentence: string): Pick<About, 'type'> {
  const [ahead = ''] = sentence.split('`');
  const [written] = /\b(?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/i.exec(ahead) ?? [];
  const type = written?.toLowerCase() ?? (/\bJSON\b/.test(ahead) ? 'application/json' : undefined);
  return type === undefined ? {} : { type };
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** The blocks that lines are, without the sentences that were read. */
function apart(block: Lines, done: Block[], names: ReadonlySet<string>): Block[] {
  const text = block.lines.join('\n');
  // Most lines describe no field.
  if (!telling.test(text)) return [block];
  const tables: Block[] = [];
  const kept: string[] = [];
  let from = 0;
  let line = block.line;
  let told: readonly number[] = [];
  let isDuty = false;
  const sentences = sentencesOf(text);
  const all = sentences.map(({ words }) => words);
  const isBelow = isBelowErrors(done);
  for (const [index, { words, begin, end }] of sentences.entries()) {
    const between = text.slice(from, begin);
    const own = text.slice(begin, end);
    line += breaksIn(between);
    const before = all[index - 1] ?? '';
    const above = [block.title, done.at(-1)?.title ?? '', before];
    const ofOne = isBelow ? null : dutyOf(words, names, above.some(isQualified));
    const listed = ofOne ?? fieldsIn(words) ?? fieldsInBoth(before, words);
    const isShared = listed !== null && isOfNone(listed) && told.length === 0 && isOfRefusals(all, index, isBelow);
    // Behind words that are not understood it may go on with those, and not with what the heading says.
    const isLoose = listed?.side === null && isOfNone(listed) && told.length === 0 && isBelow && before !== '';
    const fields = isLoose && !isShared ? null : listed;
    if (fields) {
      const { rows, ...own } = fields;
      // Behind a sentence about a status, what "the body" holds is that of its answer.
      const isTold = own.statuses.length === 0 && own.side !== 'request' && told.length > 0;
      const ofAnswers: About = isTold ? { ...own, side: 'response', statuses: told } : own;
      const about: About = isShared
        ? { ...own, side: 'response', error: true, every: true, ...typeAhead(words) }
        : ofAnswers;
      tables.push({ kind: 'table', title: block.title, line, head: ['Name', 'Description'], rows, about });
    }
    const goesOn: boolean = fields === null && before !== '' && isDuty && describeNext(tables, words);
    isDuty = fields === null ? goesOn : fields === ofOne;
    const isRead = fields !== null || goesOn || markLast(tables, before, words) || markAbove(done, words, begin === 0);
    kept.push(between, isRead ? own.replace(/[^\n]/g, ' ') : own);
    line += breaksIn(own);
    const statuses = statusesIn(words);
    if (statuses.length > 0 || fields === null) told = statuses;
    from = end;
  }
  const lines = kept.join('').split('\n');
  return [...(lines.some((one) => one.trim() !== '') ? [{ ...block, lines }] : []), ...tables];
}

/** The blocks with each such sentence taken out of its text. */
export function sentencesApart(blocks: Block[]): Block[] {
  const done: Block[] = [];
  const names = namesListed(blocks);
  for (const block of blocks) {
    if (block.kind === 'lines') done.push(...apart(block, done, names));
    else done.push(block);
  }
  return done;
}
