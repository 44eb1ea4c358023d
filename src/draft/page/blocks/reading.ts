/** What one block of a page states, and what it leaves open. */
import type { Schema } from '../../../formats/json.ts';
import {
  type AnswerFact,
  type FactOrigin,
  type Member,
  nothing,
  type Statement,
  type Todo,
} from '../../facts/facts.ts';
import type { Block } from './blocks.ts';

/** An operation that a table lists, by the name that it has on the page. */
export interface ListedOperation {
  name: string;
  method: string | null;
  path: string;
}

/** The facts of one block. */
export interface Reading {
  block: Block;
  statement: Statement;
  todos: Todo[];
  /** Rows, items or samples of which something was taken. */
  used: number;
  /** Why nothing was taken, where a reader of that kind of block knows it. */
  why: string;
  /** Answers whose words speak of something else than a token: those of another operation alone. */
  elsewhere?: AnswerFact[];
  /** Whether a column of it says of which call each of its rows is. */
  byCall?: true;
  /** The members of a refusal whose status it does not give, and the name of the question about that. */
  refused?: { members: Member[]; asked: string };
  /** Whether what was not taken is known to be no fact of a contract, so that nobody has to look at it. */
  isSettled?: boolean;
  /** The operations that a table lists, where it lists several. */
  listed?: ListedOperation[];
}

/** Why a block gives no sample, and whether it may hold a fact all the same. */
export interface NoSample {
  why: string;
  mayHold: boolean;
}

/** A reading that says nothing yet. */
export function createReading(block: Block, origin: FactOrigin): Reading {
  return { block, statement: nothing(origin), todos: [], used: 0, why: '' };
}

/** Whether a reading states nothing and leaves nothing open. */
export function isSilent({ statement, todos }: Reading): boolean {
  const { servers, headers, queries, request, answers, scopes, signed, unclear } = statement;
  return (
    todos.length === 0 &&
    // A page may have very many readings, each of them asked several times.
    servers.length === 0 &&
    headers.length === 0 &&
    queries.length === 0 &&
    request.length === 0 &&
    answers.length === 0 &&
    scopes.length === 0 &&
    signed.length === 0 &&
    unclear.length === 0 &&
    !statement.todos?.length &&
    !statement.lives?.length &&
    !statement.bodies?.length &&
    !statement.method &&
    !statement.path &&
    !statement.mediaType &&
    !statement.answerType &&
    !statement.noBody &&
    !statement.accept &&
    !statement.security &&
    !statement.refusals &&
    !statement.codesInBody
  );
}

/** How a message calls a block: `the table "Request Body" (line 9)`. */
export function shownBlock(block: Block): string {
  const { kind, title, line } = block;
  // What a sentence says of fields stands for their table.
  const isSaid = kind === 'table' && block.about !== undefined;
  const what = isSaid ? 'sentence below' : kind === 'code' ? 'sample' : kind === 'lines' ? 'text' : kind;
  return `the ${what} "${title}"${line > 0 ? ` (line ${line})` : ''}`;
}

/** The facts of a reading of which nothing says whether they are mandatory. */
export function undecided({ statement: { headers, queries, request, answers } }: Reading): string[] {
  const open = <T extends { required: boolean | null }>(facts: T[], name: (fact: T) => string): string[] =>
    facts.filter(({ required }) => required === null).map(name);
  return [
    ...open(headers, ({ name }) => `request header ${name.toUpperCase()}`),
    ...open(queries, ({ name }) => `request query ${name}`),
    ...open(request, ({ pointer }) => `request ${pointer}`),
    ...answers.flatMap(({ status, members }) => open(members, ({ pointer }) => `${status} ${pointer}`)),
  ];
}

/** A field of a body, a header or a parameter, however a page writes it. */
export interface Field {
  name: string;
  at: string;
  /** What is said of its type, where that was not understood. */
  untyped?: string;
  /** Levels it lies below the field before it, where marks show them. */
  depth: number;
  /** Where it is sent, where the page says it of this field. */
  place: string;
  required: boolean | null;
  /** The mark for mandatory says that it is there on success alone. */
  isOnSuccess?: true;
  schema: Schema;
  /** A value the page gives it. */
  value: string;
  /** Whether that value is called an example. */
  example: boolean;
  notes: string;
  /** What stands with its attributes and was not understood. */
  left?: string;
}

/** Leaves a question about a whole block to a person; `about` begins its name. */
export function leave({ block, todos }: Reading, about: string, what: string): void {
  todos.push({ name: `${about} ${block.title} ${block.line}`, what });
}
