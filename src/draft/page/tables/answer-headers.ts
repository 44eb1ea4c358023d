/** The headers of an answer, as tables and lists give them. */
import type { HeaderFact } from '../../facts/facts.ts';
import { ignoredOfAnswers } from '../../facts/ignored-headers.ts';
import { quotedWords } from '../../facts/quoted.ts';
import type { Context } from '../blocks/heading-words.ts';
import { parameterOf } from '../blocks/parameter-of.ts';
import { type Field, type Reading, shownBlock } from '../blocks/reading.ts';
import { directivesAlone } from '../values/directives.ts';
import { isEchoed } from '../values/echoed.ts';

/** A header with the directives that a column of values has for it, and no words beside them. */
function headerOf(field: Field): HeaderFact {
  const { name, value, notes, example } = field;
  const only = example || !['', value].includes(notes.replaceAll('`', '')) ? null : directivesAlone(name, value);
  if (only === null) return parameterOf(field);
  const header = parameterOf({ ...field, notes: '' });
  return { ...header, schema: { ...header.schema, const: only } };
}

/** Adds the headers of an answer to a reading: of one that grants where nothing says of which. Whether those are there that no word is about is a question. */
export function answerHeaders(fields: Field[], context: Context, reading: Reading): void {
  const headers = fields.filter(({ name }) => !ignoredOfAnswers.includes(name.toLowerCase())).map(headerOf);
  if (headers.length === 0) return;
  const { statement, todos, block } = reading;
  const names = headers.map(({ name }) => name).join(', ');
  const status = context.status ?? (context.error ? null : 200);
  if (status === null) {
    const what = `which refusals have the headers ${names}: ${shownBlock(block)} gives them no status`;
    todos.push({ name: `headers ${block.title} ${block.line}`, what });
    return;
  }
  reading.used += headers.length;
  const assumed = context.status === null ? { assumed: true as const } : {};
  const all = [status, ...context.more];
  for (const one of all)
    statement.answers.push({ status: one, at: block.title, origin: 'table', members: [], headers, ...assumed });
  const echoed = headers.filter(({ notes = '' }) => isEchoed(notes));
  if (echoed.length > 0) {
    const quoted = echoed.map(({ name, notes = '' }) => `${name} ("${quotedWords(notes)}")`).join(', ');
    const what = `whether the answer has the value of the request in ${quoted}: ${shownBlock(block)} says so, and the draft has no clause for it`;
    todos.push({ name: `echoed headers ${block.title} ${block.line}`, what });
  }
  const open = headers.filter(({ required }) => required === null).map(({ name }) => name);
  if (open.length === 0) return;
  todos.push({
    name: `mandatory headers ${block.title} ${block.line}`,
    kind: { of: 'mandatory' },
    what: `whether the answer ${all.join(', ')} always has the headers ${open.join(', ')}: ${shownBlock(block)} does not say so of each`,
    ask: {
      about: 'mandatory',
      facts: all.flatMap((one) => open.map((name) => `${one} header ${name.toUpperCase()}`)),
    },
  });
}
