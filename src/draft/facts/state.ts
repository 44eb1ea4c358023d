/** What one statement may say once. */
import type { Ask, Said, Statement, Todo } from './facts.ts';

const called = { method: 'method', mediaType: 'media type', answerType: 'answer media type' };

/** How a person says which of two holds, by what both are. */
const asked: Record<string, Ask> = {
  path: { about: 'path' },
  method: { about: 'method' },
  'media type': { about: 'media type' },
  'request media type': { about: 'media type' },
  'answer media type': { about: 'answer media type' },
};

/** The question which of two holds. */
export function eitherOf(name: string, { value, at }: Said, other: Said): Todo {
  const ask = asked[name];
  return {
    ...{ name, what: `the ${name}: ${value} (${at}) or ${other.value} (${other.at})` },
    ...(ask ? { ask } : {}),
  };
}

/** Adds what is said once to a statement; a second value of one passage is a question, and a sample may show several. */
export function state(statement: Statement, what: keyof typeof called, said: Said): void {
  const known = statement[what];
  if (known === undefined) statement[what] = said;
  else if (known.value !== said.value && statement.origin !== 'sample')
    statement.todos = [
      ...(statement.todos ?? []).filter(({ name }) => name !== called[what]),
      eitherOf(called[what], known, said),
    ];
}
