/** Codes of one status that sentences name: one that is not the only one is no constant of its refusals. */
import { type Json, type Schema, shownPointer } from '../../formats/json.ts';
import { escapedPattern } from '../../formats/pattern.ts';
import type { Member, Statement, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Passage } from '../facts/subjects.ts';
import { statusesIn } from '../page/words/status-words.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** What stands between the name of a member and its value. */
const hasValue = oneOf(
  '=',
  ':',
  word.is,
  'of',
  'adalah',
  'bernilai',
  'berisi',
  'berupa',
  'menjadi',
  'with(?: the)? value',
);

/** A code among words: marked as one, or written as programs write. */
const marked = /[`"“]([\w.-]{2,40})[`"”]/g;

/** How a code is written: letters and digits as such, and the signs between them. */
const formOf = (code: Json): string =>
  String(code)
    .replace(/[a-z]+/g, 'a')
    .replace(/[A-Z]+/g, 'A')
    .replace(/\d/g, '0')
    .replace(/a(?:_a)+/, 'a_a');

/** The values that words give to a member by its name. */
function namedIn(words: string, name: string): string[] {
  const before = `(?<![\\w./-])[\`"“]?${escapedPattern(name)}[\`"”]?\\s*(?:${hasValue})?\\s*`;
  const given = pattern`${before}(?:(?:always|selalu)\s+)?(?:[\`"“]([\w.-]{2,40})[\`"”]|([a-zA-Z]+(?:[_-]\w+)+|[A-Za-z]*\d[\w-]*))`;
  return [...words.matchAll(new RegExp(given.source, 'gi'))].map(([, code = '', plain = '']) => code || plain);
}

/** The names of fields, which are written as codes are. */
const namesIn = (statements: Statement[]): Set<string> =>
  new Set(
    statements.flatMap(({ request, headers, queries, answers }) => [
      ...[...request, ...answers.flatMap(({ members }) => members)].flatMap(({ pointer }) => pointer.split('/')),
      ...[...headers, ...queries].map(({ name }) => name),
    ]),
  );

/** The only values of a member among lists; those of an OpenAPI file are what it says itself. */
const constantsOf = (members: Member[]): Json[] => [
  ...new Set(
    members.flatMap(({ schema, origin }) =>
      origin === 'openapi' || schema['const'] === undefined ? [] : [schema['const']],
    ),
  ),
];

const asList = (schema: Schema, values: Json[]): Schema => {
  const { const: _, ...rest } = schema;
  return { ...rest, enum: values };
};

/** What a page says of one status alone: the words about its answer, and sentences that name it and that no reader took. */
export function saidOf(status: number, words: string, passages: Passage[]): string[] {
  const named = RegExp(`(?<![\\w.-])${status}(?![\\w-]|\\.\\d)`);
  const others = passages.flatMap(({ text }) => (named.test(text) ? [text.replace(/\s+/g, ' ').trim()] : []));
  const lines = words.split('\n').map((line) => line.trim());
  return [...new Set([...lines, ...others])].filter((line) => statusesIn(line).every((one) => one === status));
}

/** Those of one status, the members with all codes that its words give by name; a question about codes that stand without one. */
export function withAllCodes(
  { status, said }: { status: number; said: string[] },
  lists: Member[][],
  statements: Statement[],
  { todos }: { todos: Todo[] },
): Member[][] {
  const all = lists.flat();
  let found = lists;
  for (const pointer of new Set(all.map((member) => member.pointer))) {
    const own = constantsOf(all.filter((member) => member.pointer === pointer));
    const [first] = own;
    if (first === undefined || status < 400) continue;
    const name = pointer.split('/').at(-1) ?? '';
    const isNumber = typeof first === 'number';
    const named = said
      .flatMap((line) => namedIn(line, name))
      .filter((code) => formOf(code) === formOf(first) && code !== String(status));
    const values = [...new Set([...own, ...named.map((code) => (isNumber ? Number(code) : code))])];
    if (values.length > 1)
      found = found.map((list) =>
        list.map((member) =>
          member.pointer === pointer && member.schema['const'] !== undefined && member.origin !== 'openapi'
            ? { ...member, schema: asList(member.schema, values), ofFaults: true as const }
            : member,
        ),
      );
    const fields = namesIn(statements);
    const isOther = (code: string): boolean =>
      formOf(code) === formOf(first) && !values.map(String).includes(code) && !fields.has(code);
    const lines = said.filter((line) => [...line.matchAll(marked)].some(([, code = '']) => isOther(code)));
    if (lines.length > 0 && !/^a$/.test(formOf(first)))
      todos.push({
        name: `other codes ${status} ${shownPointer(pointer)}`,
        what: `whether ${shownPointer(pointer)} of ${status} has other values as well: the page has ${lines.map((line) => `"${quotedWords(line)}"`).join(', ')}; the draft has ${values.join(' or ')} alone`,
      });
  }
  return found;
}
