/** The question about what sentences say that no reader used, of pages and of descriptions. */
import { lastKeyOf } from '../../formats/json.ts';
import type { Said, Statement, Todo } from '../facts/facts.ts';
import { ofSentences } from '../merge/questions.ts';
import { timeIn } from '../merge/signed-time.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { isSilent } from '../page/blocks/reading.ts';
import { givesToCases } from '../page/readers/case-answers.ts';
import { readLines } from '../page/readers/prose.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { type Looks, unusedSentences } from '../page/sentences/unused.ts';
import { isProof } from '../page/values/values.ts';
import { statesLimit } from '../page/words/limits.ts';
import { harmIn, harmTodos } from './harms.ts';

/** Characters of a sentence that every question quotes. */
const mostQuoted = 60;

const plain = (words: string): string => words.replaceAll('`', '');

/** The names of all fields, in lower case. */
function fieldNames(statements: Statement[]): Set<string> {
  const names = statements.flatMap(({ headers, queries, request, answers }) => [
    ...[...headers, ...queries].map(({ name }) => name),
    ...[request, ...answers.map(({ members }) => members)].flat().map(({ pointer }) => lastKeyOf(pointer)),
  ]);
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The values that fields may have, and the scopes. */
function valuesOf(statements: Statement[]): Set<string> {
  const fields = statements.flatMap(({ headers, queries, request, answers }) => [
    ...[headers, queries, request].flat(),
    ...answers.flatMap(({ members }) => members),
  ]);
  const values = fields.flatMap(({ schema }) =>
    [schema, Object(schema['items'])].flatMap((one) => [one['const'] ?? [], one['enum'] ?? []].flat()),
  );
  return new Set([...values.map(String), ...statements.flatMap(({ scopes }) => scopes.map(({ name }) => name))]);
}

/** The lengths of fields, by their names in lower case. */
function lengthsOf(statements: Statement[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { headers, queries, request, answers } of statements)
    for (const [name, schema] of [
      ...[...headers, ...queries].map((one) => [one.name, one.schema] as const),
      ...[request, ...answers.map(({ members }) => members)]
        .flat()
        .map((one) => [lastKeyOf(one.pointer), one.schema] as const),
    ]) {
      const known = found.get(name.toLowerCase()) ?? new Set<number>();
      found.set(name.toLowerCase(), known);
      for (const length of [schema['minLength'], schema['maxLength']])
        if (typeof length === 'number') known.add(length);
    }
  return found;
}

/** Whether statements have what one of a single sentence says of statuses, the media type, the method, the path and the scheme. */
function isHeld({ answers, mediaType, method, path, security }: Statement, statements: Statement[]): boolean {
  const statuses = new Set(statements.flatMap((one) => one.answers.map(({ status }) => status)));
  const has = (key: 'mediaType' | 'method' | 'path' | 'security', said: Said | null | undefined): boolean =>
    said === undefined || said === null || statements.some((one) => one[key]?.value === said.value);
  const isSited =
    path === undefined || statements.some(({ servers }) => servers.some((one) => one.path === path.value));
  return (
    answers.every(({ status }) => statuses.has(status)) &&
    has('mediaType', mediaType) &&
    has('method', method) &&
    has('security', security) &&
    (isSited || has('path', path))
  );
}

/** The item that a line about a status is, behind the status that was put first. */
const itemIn = (line: string): string[] => /^`\d{3}` – (.*)$/.exec(line)?.slice(1) ?? [];

/** What the statements and questions so far hold of a sentence. */
function looksOf(statements: Statement[], todos: Todo[], sampled: Set<Block>): Looks {
  const names = fieldNames(statements);
  const values = valuesOf(statements);
  const lengths = lengthsOf(statements);
  const all = [...todos, ...statements.flatMap((one) => one.todos ?? [])];
  const quotedIn = (some: Todo[]): ((sentence: string) => boolean) => {
    // Names that a question is about are quoted without their marks.
    const asked = plain(some.map(({ what }) => what).join('\n'));
    return (sentence) => asked.includes(plain(sentence.replace(/\s+/g, ' ')).trim().slice(0, mostQuoted));
  };
  const isNamed = quotedIn(all);
  const answered = new Set(statements.flatMap(({ answers }) => answers.map(({ status }) => status)));
  const asked = all.map(({ what }) => what).join('\n');
  const unclear = new Set(statements.flatMap((one) => one.unclear.map(({ value }) => value)));
  const ofRefusals = new Set(statements.flatMap(({ refusals }) => refusals?.words ?? []));
  const signed = statements.flatMap((one) => one.signed.map(({ value }) => value));
  const lives = statements.flatMap((one) => (one.lives ?? []).map(({ words }) => words));
  const timed = new Map(
    statements.flatMap((one) => (one.clocks ?? []).map(({ words, says }) => [words, says !== null])),
  );
  const ofAll = new Set(statements.flatMap((one) => one.ofAll?.split('\n') ?? []));
  const isTimed =
    timeIn({
      headers: statements.flatMap(({ headers }) => headers),
      clocks: statements.flatMap(({ clocks = [] }) => clocks),
    }) !== null;
  // An item that ends with its status is the words about it.
  const inWords = new Set(
    statements.flatMap(({ answers }) => answers.flatMap(({ words = '' }) => words.split('\n').flatMap(itemIn))),
  );
  const isProven = [...names].some(isProof);
  const isRefused = statements.some(({ answers }) => answers.some(({ status }) => status >= 400));
  const read = (sentence: string): Statement =>
    readLines({ kind: 'lines', title: '', line: 0, lines: [sentence] }, { side: null, status: null, error: false })
      .reading.statement;
  return {
    isLost: (sentence) => !isNamed(sentence) && !isHeld(read(sentence), statements),
    isValue: (value) => values.has(value),
    isLengthIn: (sentence, length) =>
      sentence.match(/[\w$-]+/g)?.some((name) => lengths.get(name.toLowerCase())?.has(length)) ?? false,
    isField: (name) => names.has(name.toLowerCase()),
    isUntimed: (sentence) => timed.has(sentence.trim()) && !(isTimed && timed.get(sentence.trim())),
    isAnswered: (status) => answered.has(status) || RegExp(`\\b${status}\\b`).test(asked),
    isSampled: (block) => sampled.has(block),
    isNamed,
    isAsked: quotedIn(all.filter(({ name }) => !name.startsWith('always '))),
    isUsed: (sentence, block) => {
      // What is said of the life of a token is a clause, or a part of the question about it.
      if (isNamed(sentence) || lives.some((words) => words.includes(sentence.trim())) || timed.has(sentence.trim()))
        return true;
      if (inWords.has(sentence.trim()) || ofAll.has(sentence.trim())) return true;
      if (ofRefusals.has(sentence.trim()) || givesToCases(sentence, block)) return true;
      const { reading } = readLines(
        { ...block, kind: 'lines', lines: [sentence] },
        { side: null, status: null, error: false },
      );
      // What every refusal holds is held by none, where the page gives no refusal a status.
      if ((reading.statement.refusals?.members ?? []).length > 0 && !isRefused) return false;
      // Beside a scheme nobody takes what words say of another way to authenticate, and no reader of lists does.
      const isTaken = ({ value }: Said): boolean =>
        unclear.has(value) || signed.some((words) => words.includes(sentence.trim()));
      // The question about a signature quotes what is said of it, where a request has one.
      const isSigned = isProven || reading.statement.signed.every(({ isUnsure }) => !isUnsure);
      return !isSilent(reading) && isSigned && reading.statement.unclear.every(isTaken);
    },
  };
}

/**
 * The question about sentences in blocks that speak of facts and that neither the statements nor the questions hold.
 * @param sampled the blocks whose words hold a body that was read
 */
export function sentencesLeft(
  blocks: Block[],
  statements: Statement[],
  todos: Todo[],
  sampled: Set<Block> = new Set(),
): Todo[] {
  const looks = looksOf(statements, todos, sampled);
  // The words about a status may hold a limit, beside when it is answered.
  const ofStatuses = statements.flatMap(({ answers }) =>
    answers.flatMap(({ status, words = '' }) => words.split('\n').map((line) => ({ status, line }))),
  );
  const answered = ofStatuses.map(({ line }) => line);
  const limits = new Set(
    ofStatuses
      .filter(({ line }) => statesLimit(line) && !looks.isNamed(line))
      .map(({ status, line }) => (line.includes(String(status)) ? line : `${status}: ${line}`)),
  );
  const unused = unusedSentences(blocks, looks);
  const all = [...blocks.flatMap(plainSentencesOf), ...answered];
  const harms = all.filter((one) => harmIn(one) !== null && !looks.isNamed(one));
  const rest = [...unused, ...[...limits].map((words) => ({ words, line: 0 }))].filter(
    ({ words }) => harmIn(words) === null,
  );
  return [...harmTodos(harms), ...ofSentences(rest)];
}
