/** Tables of the statuses that are answered, each with its reason. */
import { isSuccess } from '../../../contract/status.ts';
import type { Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { createReading, type Reading, shownBlock } from '../blocks/reading.ts';
import { type Columns, isProse, type TableBlock } from '../tables/columns.ts';
import { rowsOfCalls, rowsOfServices } from '../tables/rows-of-calls.ts';
import { membersByStatus, statusesIn } from '../tables/status-members.ts';
import { wholeNumber } from '../values/values.ts';
import { calledCodes } from '../words/body-codes.ts';
import { isForSome, isPartial } from '../words/doubts.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { refusedAsGranted } from '../words/status-words.ts';

/** Words of a row that refuses, whatever its status is. */
const refuses = pattern`\b${oneOf(word.wrong, word.unknown, word.refused)}\b`;

/** Heads of a column that names what an answer holds. */
const ofMembers = /^\W*(?:fields|members|elements|attributes|(?:response )?body|isi|isian|badan|muatan)\W*$/i;

/** Heads of a column that says what to do about it, which is no reason of the answer. */
const remedy = oneOf(
  'actions?',
  'mitigations?',
  'solutions?',
  'resolutions?',
  'remed(?:y|ies)',
  'fix(?:es)?',
  'handling',
  'next steps?',
);
const whatToDo = oneOf('what (?:to|you can|should you) do', 'how to (?:fix|solve|resolve)(?: it)?');
const ofAdvice = pattern`^\W*${oneOf(
  `(?:(?:suggested|recommended|possible|your|client|partner) )?${oneOf(remedy, whatToDo)}`,
  ...['tindakan(?: mitra)?', 'solusi', 'penanganan', 'perbaikan', 'saran', 'langkah'],
)}\W*$`;

/** Whoever sends the request, and nobody else. */
const of = oneOf(word.for, word.with, 'of', 'by', 'on', 'pada');
const ofSender = everywhere`\b${of} (?:this|that|the given|your) \w+\b|\b${of} \p{L}+ (?:ini|tersebut|anda)\b`;

/** A token that was revoked is sent elsewhere; of anything else that is what a client sends. */
const withoutRevoked = (words: string): string =>
  /\btokens?\b/i.test(words) ? words : words.replace(/\brevoked\b/gi, ' ');

/** Words that say what is wrong, and advise nothing. */
const isNot = '(?:is|are|was|were|did|does|do|has|have) not';
const amiss = oneOf(word.wrong, word.unknown, word.missing, word.empty, word.expired, 'malformed', 'locked', 'hilang');
const saysWrong = pattern`\b${oneOf(amiss, 'twice', 'repeated', 'ganda', isNot, 'tidak')}\b`;

const isWord = /^(?:true|false|null)$/i;

/** The members of an answer; those of a sample with their values as examples alone. */
const shownIn = (members: Member[], isShown: boolean): Member[] =>
  !isShown
    ? members
    : members.map(({ byStatus: _, schema: { const: value }, ...member }) => ({
        ...member,
        // A number may be text as well.
        schema: typeof value === 'string' && /\p{L}/u.test(value) && !isWord.test(value) ? { type: 'string' } : {},
        ...(value === undefined ? {} : { example: value }),
      }));

/** Reads the statuses of a table, and what else its rows say as the words about them. */
function statuses(block: TableBlock, columns: Columns, reading: Reading, isSample: boolean): void {
  const asGranted: string[] = [];
  const forSome: string[] = [];
  const written = statusesIn(block, columns);
  const isShown = isSample && (block.rows.length === 1 || written.every((one) => one.startsWith('2')));
  const members = membersByStatus(block, columns);
  const head = block.head[columns.status ?? -1] ?? '';
  const coded = /\bhttp\b/i.test(block.title) ? null : calledCodes(head);
  for (const [index, row] of block.rows.entries()) {
    const status = wholeNumber(written[index]?.split(' ')[0] ?? '');
    if (status === null || status < 200 || status > 599) continue;
    if (row.some((one) => (status < 400 ? isPartial : isForSome)(one.replace(ofSender, ' ')))) {
      forSome.push(row.filter((one) => one.trim() !== '').join(': '));
      continue;
    }
    const isElsewhere = row.some((one) => isOtherTopic(withoutRevoked(one)));
    if (isElsewhere) reading.elsewhere ??= [];
    else reading.used++;
    const answers = (isElsewhere ? reading.elsewhere : undefined) ?? reading.statement.answers;
    const isAdvice = (at: number): boolean => ofAdvice.test(block.head[at] ?? '');
    const told = row.filter((_, at) => at !== columns.status && !isAdvice(at));
    // Below a head of advice some pages say what is wrong, where no other cell does.
    const advice = told.some(isProse) ? [] : row.filter((one, at) => isAdvice(at) && saysWrong.test(one));
    const words = [...told, ...advice].join(' ');
    if (!isElsewhere && isSuccess(status) && refuses.test(words)) asGranted.push(row.join(' '));
    const known = answers.find((answer) => answer.status === status);
    if (known) known.words = `${known.words ?? ''}\n${words}`;
    else
      answers.push({
        ...{
          status,
          at: `${block.title}, ${status}`,
          origin: 'table',
          members: shownIn(members.get(status) ?? [], isShown),
        },
        words,
        ...(coded === null ? {} : { coded }),
      });
  }
  if (forSome.length > 0) {
    const rows = forSome.map((row) => `"${quotedWords(row)}"`).join(', ');
    const what = `whether each request may be answered as ${shownBlock(block)} says: ${rows}`;
    reading.todos.push({ name: `statuses for some ${block.title} ${block.line}`, what });
  }
  if (asGranted.length > 0) reading.todos.push(refusedAsGranted(asGranted.join('; ')));
  const holding = block.head.findIndex((head, at) => at !== columns.status && ofMembers.test(head));
  if (block.rows.some((row) => /`[A-Za-z_][\w.-]*`/.test(row[holding] ?? '')))
    reading.todos.push({
      name: `members ${block.title} ${block.line}`,
      what: `what the answers hold: the column "${(block.head[holding] ?? '').trim()}" of ${shownBlock(block)} names members, which were not read`,
    });
}

/** Reads the statuses of a table; of one for several calls those of the call for a token, and the others as those of another. */
export function byCalls(block: TableBlock, columns: Columns, reading: Reading, isSample: boolean): void {
  if (block.forSome !== undefined) {
    const { forSome, ...whole } = block;
    const rows = block.rows.filter((_, at) => (forSome[at] ?? '') === '');
    byCalls({ ...whole, rows }, columns, reading, isSample);
    reading.todos.push(ofSomeCalls(block, forSome));
    return;
  }
  const calls = rowsOfCalls(block);
  const services = calls === null ? rowsOfServices(block) : null;
  if (services !== null) {
    statuses({ ...block, rows: services.own }, columns, reading, isSample);
    reading.todos.push(ofSomeServices(block, services.some));
    return;
  }
  if (calls === null) {
    statuses(block, columns, reading, isSample);
    return;
  }
  statuses({ ...block, rows: calls.own }, columns, reading, isSample);
  const others = createReading(block, 'table');
  statuses({ ...block, rows: calls.others }, columns, others, isSample);
  reading.elsewhere = [...(reading.elsewhere ?? []), ...others.statement.answers, ...(others.elsewhere ?? [])];
  reading.byCall = true;
}

/** The question which rows are of the call for a token, where a column names services. */
function ofSomeServices(block: TableBlock, some: string[][]): Todo {
  const rows = some.map((row) => `"${quotedWords(row.filter((one) => one.trim() !== '').join(' | '))}"`).join(', ');
  const what = `which of these rows of ${shownBlock(block)} are about the request for a token: ${rows}; a column says of which services each is, and the draft has those of all alone`;
  return { name: `statuses for some ${block.title} ${block.line}`, what };
}

/** The question whether the call for a token is answered as rows say that a note or marks give to some calls. */
function ofSomeCalls(block: TableBlock, forSome: string[]): Todo {
  const rows = block.rows.flatMap((row, at) =>
    (forSome[at] ?? '') === '' ? [] : [`"${quotedWords(row.join(' | '))}"`],
  );
  const notes = [...new Set(forSome)].filter((words) => words !== '').map((words) => `"${quotedWords(words)}"`);
  const what = `whether the request for a token is answered as these rows of ${shownBlock(block)} say, which the draft leaves out: ${rows.join(', ')}; the page says ${notes.join(', ')}`;
  return { name: `statuses for calls ${block.title} ${block.line}`, what };
}

/** The question whether numbers below a head that is not known are statuses. */
export function guessedTodo(block: TableBlock, at: number): Todo {
  const what = `whether the column "${(block.head[at] ?? '').trim().slice(0, 40)}" of ${shownBlock(block)} holds statuses of HTTP`;
  return { name: `statuses ${block.title} ${block.line}`, what };
}
