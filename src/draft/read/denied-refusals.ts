/** Refusals that one part of a page gives and a sentence of it denies: the draft has none of them, and asks. */
import { lastKeyOf } from '../../formats/json.ts';
import type { AnswerFact, Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { isOfEachRequest, isSaidNotRefused, lacking, mayDeny, neverAnswered } from '../page/sentences/not-refused.ts';
import { faultsIn } from '../page/words/fault-pieces.ts';
import { kebab } from '../page/words/spellings.ts';

/** A name as sentences write it, of one or several. */
const called = (name: string): RegExp =>
  RegExp(`(?<![\\p{L}\\d])[\`*]*${kebab(name).split('-').join('[\\s_-]?')}s?(?![\\p{L}\\d])`, 'iu');

/** What the request holds, by its names; a scope is called so wherever it is sent. */
function callsIn(statements: Statement[]): RegExp[] {
  const names = statements.flatMap(({ headers, queries, request }) => [
    ...[...headers, ...queries].map(({ name }) => name),
    ...request.map(({ pointer }) => lastKeyOf(pointer)),
  ]);
  return [...new Set(['scope', ...names.filter((name) => /^[A-Za-z][\w-]{2,40}$/.test(name))])].map(called);
}

/** The sentence that denies what a line of the words about a status says. */
function denialOf(status: number, line: string, sentences: string[], calls: RegExp[]): string | undefined {
  const naming = lacking.test(line) ? [] : calls.filter((one) => one.test(line));
  return sentences.find(
    (one) =>
      one !== line.trim() &&
      ((neverAnswered(one).includes(status) && isOfEachRequest(one)) ||
        naming.some((name) => isSaidNotRefused(one, name))),
  );
}

/** Leaves out of the statements the refusals that sentences of some blocks deny, with the questions about them. */
export function leaveDenied(blocks: Block[], found: { statements: Statement[]; todos: Todo[] }): void {
  const sentences = [...new Set(blocks.flatMap(plainSentencesOf).map((one) => one.trim()))];
  const telling = sentences.filter((one) => neverAnswered(one).length > 0 || mayDeny(one));
  if (telling.length === 0) return;
  const calls = callsIn(found.statements);
  const asked = new Map<number, { words: string; denial: string }>();
  const isDenied = ({ status, words = '', members, origin }: AnswerFact): boolean => {
    if (status < 400 || words.trim() === '') return false;
    const lines = words.split('\n').filter((one) => one.trim() !== '');
    const found = lines.map((line) => denialOf(status, line, telling, calls));
    const denial = found.find((one) => one !== undefined);
    if (denial === undefined) return false;
    if (!asked.has(status)) asked.set(status, { words, denial });
    // What a line says of another fault, and a body that is shown, stay; a schema shows none.
    const isShown = members.some((member) => origin !== 'openapi' || member.origin === 'sample');
    return !isShown && found.every((one, at) => one !== undefined && isWhole(status, one, lines[at] ?? ''));
  };
  found.statements = found.statements.map((one) => ({
    ...one,
    answers: one.answers.filter((answer) => !isDenied(answer)),
  }));
  const todos = [...asked].map(
    ([status, { words, denial }]): Todo => ({
      name: `denied ${status}`,
      what: `whether a request for a token is answered with ${status}: the page has ${status} for "${quotedWords(words)}", and says "${quotedWords(denial)}"`,
      ask: { about: 'answers', statuses: [status] },
    }),
  );
  found.todos.push(...todos);
}

/** Whether all that a line says is denied. */
const isWhole = (status: number, denial: string, line: string): boolean =>
  neverAnswered(denial).includes(status) || faultsIn(line).length < 2;
