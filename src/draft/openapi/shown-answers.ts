/** The answers of one status that a collection has saved, or that a description has as examples: each is about a fault of its own. */
import { isSuccess } from '../../contract/status.ts';
import { atPointer, isObject, type Json, type JsonObject, lastKeyOf } from '../../formats/json.ts';
import type { Member, ShownCode, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import { membersOf } from '../page/readers/samples.ts';
import { codesIn } from '../page/tables/status-members.ts';
import { holdsCode } from '../page/words/body-codes.ts';
import { lettersOf } from '../page/words/spellings.ts';
import { refusedAsGranted } from '../page/words/status-words.ts';
import { pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** The key under which an answer has those that a collection has saved of its status, each with its name and its body. */
export const savedAnswers = 'x-saved-answers';

/** Answers and members of one that are looked at, and characters of its words. */
const [mostAnswers, mostMembers, mostWords] = [50, 500, 200];

/** Members in which a refusal says in words what it is for. */
const worded = new Set([
  'message',
  'msg',
  'errormessage',
  'errordescription',
  'responsemessage',
  'description',
  'pesan',
]);

/** A name that says nothing, as a program or a person in haste gives it. */
const isNumbered = /^(?:(?:an? )?(?:example|sample|response|default|error|contoh|respons?e?|balasan)s?)?[\s_#-]*\d*$/i;

const refuses = pattern`\b(?:${word.wrong}|${word.unknown}|${word.refused}|${word.missing}|${word.expired}|fail\w*|error|gagal)\b`;

/** An answer that is shown: what it is called, and its body. */
interface Shown {
  name: string;
  body: Json;
}

/** What the answers of one status come to. */
export interface ShownFacts {
  /** The words about each, a line for each part. */
  words: string[];
  members: Member[];
  todos: Todo[];
}

/** What the body of a refusal says of it in words, in members that hold them. */
export const wordsIn = (body: Json): string[] =>
  (isObject(body) ? Object.entries(body) : []).flatMap(([name, value]) =>
    worded.has(lettersOf(name)) && typeof value === 'string' && value.length < mostWords ? [value] : [],
  );

/** The name of an example that says something; one that programs read, in words. */
function nameOf(key: string, summary: Json | undefined): string {
  if (typeof summary === 'string' && summary.trim() !== '') return summary.trim();
  return isNumbered.test(key) ? '' : key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[\s_-]+/g, ' ');
}

/** The answers that are shown of one status; a single example of a schema is that of any refusal. */
function shownOf(response: JsonObject, content: Json | undefined): { shown: Shown[]; isSaved: boolean } {
  const saved = response[savedAnswers];
  if (Array.isArray(saved))
    return {
      shown: saved.filter(isObject).map(({ name, body }) => ({ name: String(name ?? ''), body: body ?? null })),
      isSaved: true,
    };
  const examples = atPointer(content, '/examples');
  const shown = Object.entries(isObject(examples) ? examples : {}).flatMap(([key, one]): Shown[] =>
    isObject(one) && isObject(one['value']) ? [{ name: nameOf(key, one['summary']), body: one['value'] }] : [],
  );
  return { shown: shown.length > 1 ? shown.slice(0, mostAnswers) : [], isSaved: false };
}

/** The codes that the body of a refusal holds, each of the fault that it is about alone, by the pointers of their members. */
function codesOf({ name: called, body }: Shown): Map<string, ShownCode> {
  const said = called === '' ? (wordsIn(body)[0] ?? '') : called;
  const all = membersOf(body, '').flatMap(({ pointer, example }): [string, ShownCode][] => {
    const name = lastKeyOf(pointer);
    const isScalar = typeof example === 'string' || typeof example === 'number';
    const isCode = holdsCode(name, '') || lettersOf(name) === 'error';
    // Problems of RFC 9457 are told apart by the address that is their type.
    const isType = lettersOf(name) === 'type' && /^(?:urn:|https?:\/\/)\S+$/.test(String(example));
    const codes = isType ? [String(example)] : isCode ? (codesIn(String(example)) ?? []) : [];
    const [code, ...others] = isScalar && !isInItems(pointer) ? codes : [];
    if (code === undefined || others.length > 0) return [];
    return [[pointer, { code, name: said }]];
  });
  return new Map(all);
}

/** What is shown of the answers of one status: the members that its schema has, and those beside them, with their codes. */
export function shownFacts(
  status: number,
  response: JsonObject,
  content: Json | undefined,
  known: Member[],
): ShownFacts {
  const { shown, isSaved } = shownOf(response, content);
  const at = (name: string): string => `${isSaved ? 'Postman, saved answer' : 'example'} "${name}"`;
  const pointers = new Set(known.map(({ pointer }) => pointer));
  const others = shown.flatMap(({ name, body }) =>
    membersOf(body, at(name))
      .slice(0, mostMembers)
      .filter(({ pointer }) => !pointers.has(pointer) && pointers.add(pointer))
      .map((member) => ({ name, member })),
  );
  if (isSuccess(status)) return { words: [], members: known, todos: isSaved ? grantTodos(status, shown, others) : [] };
  const all = shown.map(codesOf);
  const codesFor = (pointer: string): ShownCode[] => all.flatMap((one) => one.get(pointer) ?? []);
  // A member that some refusals alone have holds no value in the others.
  const coded = (member: Member): Member => {
    const codesShown = codesFor(member.pointer);
    return codesShown.length > 0 && codesShown.length === all.length ? { ...member, codesShown } : member;
  };
  return {
    words: isSaved ? [] : shown.flatMap(({ name, body }) => [name, ...wordsIn(body)]).filter((one) => one !== ''),
    members: [...known, ...(isSaved ? others.map(({ member }) => member) : [])].map(coded),
    todos: [],
  };
}

/** What several saved answers with the status of a grant leave open: refusals among them, and members that the first has not. */
function grantTodos(status: number, shown: Shown[], others: { name: string; member: Member }[]): Todo[] {
  const [, ...more] = shown;
  const said = ({ name, body }: Shown): string => [name, ...wordsIn(body)].join(': ');
  const refusing = more.filter((one) => refuses.test(said(one)));
  const granting = more.filter((one) => !refusing.includes(one));
  const differing = granting.flatMap(({ name }) => {
    const own = others.filter((one) => one.name === name).map(({ member }) => lastKeyOf(member.pointer));
    return own.length === 0 ? [] : [`"${name}" has ${own.join(', ')} as well`];
  });
  const what = `what else the answer ${status} holds: the first saved one was read, and ${differing.join('; ')}`;
  return [
    ...(refusing.length === 0 ? [] : [refusedAsGranted(refusing.map(said).join('; '))]),
    ...(differing.length === 0 ? [] : [{ name: `saved answers ${status}`, what }]),
  ];
}
