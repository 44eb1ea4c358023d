/** What one statement may say once. */
import type { Said, Statement } from './facts.ts';

const called = { method: 'method', mediaType: 'media type', answerType: 'answer media type' };

/** Adds what is said once to a statement; a second value of one passage is a question, and a sample may show several. */
export function state(statement: Statement, what: keyof typeof called, said: Said): void {
  const known = statement[what];
  if (known === undefined) statement[what] = said;
  else if (known.value !== said.value && statement.origin !== 'sample')
    statement.todos = [
      ...(statement.todos ?? []).filter(({ name }) => name !== called[what]),
      { name: called[what], what: `the ${called[what]}: ${known.value} (${known.at}) or ${said.value} (${said.at})` },
    ];
}
