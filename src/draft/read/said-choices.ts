/** The values that sentences of a page give to fields which its tables and lists describe. */
import { isSuccess } from '../../contract/status.ts';
import { lastKeyOf, type Schema } from '../../formats/json.ts';
import type { Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { type FieldChoice, fieldChoice } from '../page/sentences/field-choices.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { isPlaceholder } from '../page/values/values.ts';

interface Stated {
  schema: Schema;
  isOpen?: true;
}

/** Whether the values of a field are open, and may be those texts. */
const takesTexts = ({ schema, isOpen }: Stated): boolean =>
  !isOpen &&
  schema['const'] === undefined &&
  schema['enum'] === undefined &&
  (schema['type'] === undefined || [schema['type']].flat().includes('string'));

/** The fields that a statement has by a name, each with the side that it is of. */
function sidesOf(statement: Statement, called: string): string[] {
  const is = (name: string): boolean => name.toLowerCase() === called;
  return [
    ...statement.headers.filter(({ name }) => is(name)).map(() => 'header'),
    ...statement.queries.filter(({ name }) => is(name)).map(() => 'query'),
    ...statement.request.filter(({ pointer }) => is(lastKeyOf(pointer))).map(({ pointer }) => pointer),
    ...statement.answers.flatMap(({ status, members }) =>
      members.filter(({ pointer }) => is(lastKeyOf(pointer))).map(({ pointer }) => `${status} ${pointer}`),
    ),
  ];
}

/** The texts that a sample shows as the value of the fields of a name. */
function shownIn({ origin, headers, queries, request, answers }: Statement, called: string): string[] {
  if (origin !== 'sample') return [];
  const shown = [
    ...[...headers, ...queries].map(({ name, value, example }) => ({ name, example: example ?? value })),
    ...[request, ...answers.map(({ members }) => members)]
      .flat()
      .map(({ pointer, example }) => ({ name: lastKeyOf(pointer), example })),
  ];
  return shown.flatMap(({ name, example }) =>
    name.toLowerCase() === called && typeof example === 'string' && !isPlaceholder(example) ? [example] : [],
  );
}

/** A statement with the values of the field of that name, wherever it stands. */
function withValues(statement: Statement, { name, values }: FieldChoice): Statement {
  const called = name.toLowerCase();
  const given = <One extends Stated>(one: One, own: string): One =>
    own.toLowerCase() === called && takesTexts(one) ? { ...one, schema: { ...one.schema, enum: values } } : one;
  if (statement.origin === 'sample') return statement;
  return {
    ...statement,
    headers: statement.headers.map((one) => given(one, one.name)),
    queries: statement.queries.map((one) => given(one, one.name)),
    request: statement.request.map((one) => given(one, lastKeyOf(one.pointer))),
    answers: statement.answers.map((answer) =>
      isSuccess(answer.status)
        ? { ...answer, members: answer.members.map((one) => given(one, lastKeyOf(one.pointer))) }
        : answer,
    ),
  };
}

/** Gives the fields of the statements the values that sentences of some blocks list; where two differ, or the name is that of several fields, both are asked. */
export function takeChoices(blocks: Block[], found: { statements: Statement[]; todos: Todo[] }): void {
  const said = new Map<string, { choice: FieldChoice; sentence: string }[]>();
  for (const sentence of new Set(blocks.flatMap(plainSentencesOf))) {
    const choice = fieldChoice(sentence.trim());
    const key = choice?.name.toLowerCase() ?? '';
    if (choice) said.set(key, [...(said.get(key) ?? []), { choice, sentence: sentence.trim() }]);
  }
  for (const [key, all] of said) {
    const sides = new Set(found.statements.flatMap((one) => (one.origin === 'sample' ? [] : sidesOf(one, key))));
    const [first] = all;
    if (!first || sides.size === 0) continue;
    const others = found.statements
      .flatMap((one) => shownIn(one, key))
      .filter((one) => !first.choice.values.includes(one));
    const lists = new Set(all.map(({ choice }) => [...choice.values].sort().join(' ')));
    if (sides.size === 1 && lists.size === 1 && others.length === 0)
      found.statements = found.statements.map((one) => withValues(one, first.choice));
    else
      found.todos.push({
        name: `choice ${first.choice.name}`,
        what: `which values ${first.choice.name} may have, and where: the page says ${all.map(({ sentence }) => `"${quotedWords(sentence)}"`).join(', ')}${others.length === 0 ? '' : `, and a sample shows ${quotedWords(others[0] ?? '')}`}`,
      });
  }
}
