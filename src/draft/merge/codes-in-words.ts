/** Codes of refusals that the words about each status name: which of the values of a member come with which status. */

import { type Json, shownPointer } from '../../formats/json.ts';
import { escapedPattern } from '../../formats/pattern.ts';
import type { AnswerFact, Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';

/** Signs and words between codes. */
const between = /^(?:[\s`'"*,;/|()]|\b(?:or|and|atau|dan)\b)*$/i;

/** The values of a list that words name, and whether they say nothing else. */
function namedIn(words: string, values: string[], status: number): { named: string[]; isAll: boolean } {
  const form = RegExp(
    `(?<![\\w.-])(?:${[...values]
      .sort((a, b) => b.length - a.length)
      .map(escapedPattern)
      .join('|')})(?![\\w-]|\\.\\w)`,
    'g',
  );
  const named = [...new Set(words.match(form) ?? [])];
  const rest = words.replace(form, ' ').replaceAll(String(status), ' ');
  return { named, isAll: named.length > 0 && between.test(rest) };
}

/** Whether a value is one that programs write: people write no word so. */
const isCode = (value: Json): value is string => typeof value === 'string' && /[_\d.]|[a-z][A-Z]/.test(value);

/** Answers whose members with the same list of values for all statuses have those that the words about their own name alone; a question where these say more, and of a description. */
export function codesByWords(answers: AnswerFact[], { todos }: { todos: Todo[] }): AnswerFact[] {
  const refused = answers.filter(({ status }) => status >= 400);
  const lists = new Map<string, { pointer: string; values: Json[]; of: AnswerFact[]; isFixed: boolean }>();
  for (const answer of refused)
    for (const { pointer, schema, origin } of answer.members) {
      const values = schema['enum'];
      if (!Array.isArray(values) || values.length < 2 || !values.every(isCode)) continue;
      const key = JSON.stringify([pointer, values]);
      const one = lists.get(key) ?? { pointer, values, of: [], isFixed: false };
      one.of.push(answer);
      // What the schema of an answer lists is valid in it, whatever words beside it name.
      one.isFixed ||= origin === 'openapi';
      lists.set(key, one);
    }
  const narrowed = new Map<AnswerFact, Map<string, Json[]>>();
  for (const { pointer, values, of, isFixed } of lists.values()) {
    const found = of.map((answer) => ({
      answer,
      ...namedIn(answer.words ?? '', values.map(String), answer.status),
    }));
    if (of.length < 2 || found.every(({ named }) => named.length === 0)) continue;
    // Each value is named for one status, and beside the values nothing is said.
    const isSorted =
      !isFixed &&
      found.every(({ named, isAll }) => isAll || named.length === 0) &&
      values.every((value) => found.filter(({ named }) => named.includes(String(value))).length === 1);
    if (isSorted) {
      for (const { answer, named } of found)
        if (named.length > 0) narrowed.set(answer, new Map([...(narrowed.get(answer) ?? []), [pointer, named]]));
    } else {
      const shown = found.flatMap(({ answer, named }) =>
        named.length === 0 ? [] : [`${answer.status} "${quotedWords(answer.words ?? '')}"`],
      );
      todos.push({
        name: `by status ${shownPointer(pointer)}`,
        what: `which values of ${shownPointer(pointer)} each status has: the page has ${shown.join(', ')}; the draft takes any of them with each`,
      });
    }
  }
  const listOf = (member: Member, values: Json[]): Member => {
    const { enum: _, ...schema } = member.schema;
    const [only, ...more] = values;
    return { ...member, schema: { ...schema, ...(more.length === 0 ? { const: only ?? '' } : { enum: values }) } };
  };
  return answers.map((answer) => {
    const own = narrowed.get(answer);
    if (!own) return answer;
    return {
      ...answer,
      members: answer.members.map((member) => {
        const values = own.get(member.pointer);
        return values ? listOf(member, values) : member;
      }),
    };
  });
}
