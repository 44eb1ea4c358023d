/** Codes that the description of a refusal gives: in a table or a list of Markdown, alone, or among words. */
import { patternFault, patternOf } from '../../contract/pattern.ts';
import { registeredWords } from '../../contract/registered.ts';
import { lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { AnswerFact, Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { contextOf } from '../page/blocks/heading-words.ts';
import { readTable } from '../page/readers/tables.ts';
import { codesIn } from '../page/tables/status-members.ts';
import { blocksOf } from '../page/text/page.ts';
import { holdsCode } from '../page/words/body-codes.ts';
import { columnsOf } from '../page/words/head-columns.ts';
import { pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** What the member `error` of a refusal of OAuth holds. */
const oauthErrors = registeredWords['RFC 6749, section 5.2'] ?? [];

/** Signs and words between codes, and nothing else. */
const between = pattern`^(?:[\s\`'"*,;/|().]|\b(?:${word.or}|and|dan)\b)*$`;

/** A code as programs write it: letters with a number, capitals with lines between them, or a long number. */
const written = String.raw`(?:[A-Z]{1,8}[-_.]?\d{2,}|[A-Z]+(?:_[A-Z\d]+)+|\d{5,8})`;
const known = oauthErrors.join('|');
/** A short one between the marks of code, as `A1`. */
const marked = String.raw`(?<=\`)[A-Z]{1,4}\d(?=\`)`;
const tokens = RegExp(String.raw`(?<![\w./-])(?:${known}|${written}|${marked})(?![\w/-]|\.\w)`, 'g');
const alone = RegExp(`^(?:${known}|${written}|[A-Z]{1,4}\\d)$`);
/** A line that says of one code what it is for. */
const explained = RegExp(
  String.raw`^[\s*•-]*[*\`]*(${known}|${written}|${marked})[*\`]*(?:\s*[:=–—|-]\s*|\s+\(?)(\S.*)$`,
);

/** Names of algorithms and standards, which look as codes do. */
const isOther = (code: string): boolean =>
  /^(?:[A-Z]{2}(?:256|384|512)|(?:SHA|AES|MD|RFC|ISO|UTF|TLS|HTTP)\W?\d+)$/.test(code);

/** The member of a refusal that holds some codes: its pattern takes them, it is that of OAuth, or its name is that of a code. */
function holding(codes: string[], members: Member[]): Member | null {
  const strings = members.filter(({ schema }) => (schema['type'] ?? 'string') === 'string');
  const takes = ({ schema: { pattern: form } }: Member, text: string): boolean =>
    typeof form === 'string' && patternFault(form) === null && patternOf(form).test(text);
  const isPlain = (member: Member): boolean => takes(member, 'two words') || takes(member, '');
  const formed = strings.filter((member) => codes.every((code) => takes(member, code)) && !isPlain(member));
  const oauth = codes.every((code) => oauthErrors.includes(code));
  const named = strings.filter((member) =>
    oauth
      ? member.pointer === '/error'
      : member.schema['pattern'] === undefined && holdsCode(lastKeyOf(member.pointer), ''),
  );
  const [one, ...others] = formed.length > 0 ? formed : named;
  return one === undefined || others.length > 0 ? null : one;
}

/** A table of codes as one of statuses, of which all rows have this one. */
const ofStatus = (status: number, head: string[], rows: string[][]): TableBlock => ({
  ...{ kind: 'table', title: '', line: 0 },
  head: ['HTTP status', ...head],
  rows: rows.map((row) => [String(status), ...row]),
});

/** Whether a table has a column of codes and says nothing of fields or statuses. */
function isOfCodes({ head, rows }: TableBlock): boolean {
  const { columns } = columnsOf(head);
  if (columns.type !== undefined || columns.required !== undefined || columns.status !== undefined) return false;
  const cells = head.map((_, at) => rows.map((row) => (row[at] ?? '').trim()));
  return cells.some(
    (column) => column.length > 0 && column.every((one) => codesIn(one)?.every((code) => alone.test(code)) ?? false),
  );
}

/** Text in lines, without those of a table that was read. */
const linesOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ text }) => text) : block.kind === 'lines' ? block.lines : [],
  );

/** What a description gives: answers of a table of statuses, the words that are left, and those that name codes beside others. */
interface Described {
  answers: AnswerFact[];
  words: string;
  asked: { codes: string[]; member: Member | null } | null;
}

/** Reads the codes of one refusal. */
function describedBy(answer: AnswerFact, words: string): Described {
  const { status, members, at } = answer;
  const nothing = { answers: [], words, asked: null };
  const found = [...new Set(words.match(tokens) ?? [])].filter((code) => !isOther(code) && code !== String(status));
  // What the schema lists is valid whatever words beside it name.
  const isListed = members.some((member) =>
    found.some((code) => [member.schema['const'], member.schema['enum']].flat().includes(code)),
  );
  if (found.length === 0 || isListed) return nothing;
  const blocks = /[|\n<]/.test(words) ? blocksOf(words, 'markdown') : [];
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table' && isOfCodes(block));
  const member = holding(found, members);
  const placed = (table: TableBlock): AnswerFact[] =>
    readTable(table, contextOf('Errors')).statement.answers.map((one) => ({
      ...one,
      at,
      members: one.members.map((own) => ({ ...own, at })),
    }));
  if (tables.length > 0) {
    const read = tables.flatMap(({ head, rows }) => placed(ofStatus(status, head, rows)));
    const rest = linesOf(blocks.filter((block) => block.kind !== 'table' || !tables.includes(block)));
    return { answers: read, words: rest.join('\n'), asked: null };
  }
  const lines = (blocks.length > 0 ? linesOf(blocks) : words.split('\n')).filter((line) => line.trim() !== '');
  const rows = lines.map(
    (line) => (line.match(tokens)?.length === 1 ? explained.exec(line.trim())?.slice(1) : null) ?? null,
  );
  if (member !== null && rows.every((row) => row !== null)) {
    const name = member.pointer.slice(1).replaceAll('/', '.');
    return { answers: placed(ofStatus(status, [name, 'Meaning'], rows)), words: '', asked: null };
  }
  if (member === null || !between.test(words.replace(tokens, ' ')))
    return { ...nothing, asked: { codes: found, member } };
  const [only, ...more] = found;
  const schema = more.length === 0 ? { const: only ?? '' } : { enum: found };
  const own: Member = { pointer: member.pointer, at, origin: 'table', required: null, schema, byStatus: true };
  return { answers: [{ status, at, origin: 'table', members: [own], words }], words, asked: null };
}

/** The answers of a description with the codes that their words give; a question about those that stand among other words. */
export function withDescribedCodes(answers: AnswerFact[]): { answers: AnswerFact[]; todos: Todo[] } {
  const open: { names: string; shown: string }[] = [];
  const found = answers.flatMap((answer): AnswerFact[] => {
    const { status, words } = answer;
    if (status < 400 || words === undefined) return [answer];
    const { answers: read, words: rest, asked } = describedBy(answer, words);
    if (asked)
      open.push({
        names: asked.member === null ? asked.codes.join(', ') : shownPointer(asked.member.pointer),
        shown: `${status} "${quotedWords(words)}"`,
      });
    const { words: _, ...bare } = answer;
    return [{ ...bare, ...(rest === '' ? {} : { words: rest }) }, ...read];
  });
  const [first] = open;
  if (!first) return { answers: found, todos: [] };
  const names = [...new Set(open.map((one) => one.names))].join(', ');
  const what = `which values of ${names} each status has: the page has ${open.map(({ shown }) => shown).join(', ')}; the draft takes any`;
  return { answers: found, todos: [{ name: `codes described ${names}`, what }] };
}
