/** The values that tables of statuses give to members, as one list for each status, and of the type that the page gives them. */
import { type Json, shownPointer } from '../../formats/json.ts';
import type { AnswerFact, Member, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { headedIn, knownAs, oauthPlace, valuesOf } from './headed.ts';

/** A name as programs write it: no word of a head is written so. */
const isWritten = (pointer: string): boolean => /[a-z][A-Z]|_|\w\//.test(pointer);

/** A value as programs write it, and as people write no word: it is no status, and no version of anything. */
const isProgrammed = (value: string, status: number): boolean =>
  value !== String(status) &&
  /_|[a-z][A-Z]|[A-Za-z][-.]?\d|\d[-.]?[A-Za-z]|\d[-.]\d|^\d{4,}$|^0\d|^(?!OK$)[A-Z]{4,}$/.test(value);

/** What the page says of the type of a member, in any of its answers: `string` or `integer`; null where it says nothing. */
function typeIn(known: Member[]): string | null {
  for (const { schema, example } of known) {
    const [type] = [schema['type'] ?? []].flat();
    if (typeof type === 'string') return type === 'number' ? 'integer' : type;
    if (example !== undefined) return typeof example === 'number' ? 'integer' : 'string';
  }
  return null;
}

/** A word that people write over texts, whatever the answer holds. */
const isPlainHead = (headed: string): boolean => /^\/(?:Messages?|Pesan)$/.test(headed);

/** What another answer of the same fault has otherwise: a number, a time, the name of a field. */
const varying =
  /\d|["“”]|\b(?:[Uu]ntil|[Hh]ingga|[Ss]ampai|[Cc]ontoh|[Mm]isal\w*|[Ee]xample|etc|dst|dsb|dll)\b|\be\.g\.|\.\.\.|…|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+[A-Z][a-z]|\bX-[A-Z]|\b(?:[Ff]ield|[Pp]arameter|[Hh]eader|[Kk]olom|[Ii]sian) (?!is\b|are\b|tidak\b|wajib\b|harus\b)[\w-]+ (?:is|are|must|has|wajib|harus|tidak|kosong|missing|required)\b/;

/** That something is missing or malformed by its name: another field is called otherwise. */
const unnamed = oneOf(word.member, word.value, 'headers?', 'body', 'request');
const isLacking = oneOf(
  `${word.is} ${oneOf(word.mandatory, word.missing, word.empty, 'too long', 'too short')}`,
  ...['wajib (?:diisi|ada)', 'must (?:not )?be', 'kosong'],
);
const namesField = pattern`^(?!(?:(?:an?|the|some|one|required|mandatory)\s+)*${unnamed}\b).{0,60}\b${isLacking}\b`;

/** Whether the texts of a column are what answers hold word for word: none has a part that another answer has otherwise. */
function areLiteral(headed: string, column: Json[]): boolean {
  const texts = column.filter((value) => /\s/.test(String(value)));
  return (
    texts.length === 0 ||
    (!isPlainHead(headed) && !texts.some((text) => varying.test(String(text)) || namesField.test(String(text))))
  );
}

/** A member without its list, where the column of a table divides just that list among the statuses. */
function divided(member: Member, pointer: string, column: Json[]): Member {
  const own = valuesOf(member);
  const isWhole = own.every((value) => column.includes(value)) && column.every((value) => own.includes(value));
  if (member.pointer !== pointer || own.length < 2 || !isWhole) return member;
  const { enum: _, ...schema } = member.schema;
  return { ...member, schema };
}

/** Codes of one status that a question shows. */
const mostCodes = 6;

/**
 * The members of the answers of each status, one list for each source. A value below a head is one of a member that the
 * page has in an answer; a number is text only where the page says so of some answer.
 */
export function byStatus(
  answers: AnswerFact[],
  refusals: Pick<AnswerFact, 'members'>[],
  sink: { todos: Todo[] },
  isBodiless: (status: number) => boolean = () => false,
): Map<number, Member[][]> {
  const plain = (all: Pick<AnswerFact, 'members'>[]): Member[] =>
    all.flatMap(({ members }) =>
      members.filter((member) => member.byStatus === undefined && !isInItems(member.pointer)),
    );
  const refused = plain([...refusals, ...answers.filter(({ status }) => status >= 400)]);
  const all = headedIn(answers);
  const named = new Map([...all.keys()].map((headed) => [headed, knownAs(headed, all, answers, refused)]));
  const open = new Set<string>();
  const untold = new Set<string>();
  const ofStandard = new Set<string>();
  const without: string[] = [];
  const faults: string[] = [];
  const found = new Map<number, Member[][]>();
  for (const status of new Set(answers.map((answer) => answer.status))) {
    const own = answers.filter((answer) => answer.status === status);
    const group = [...own, ...(status >= 400 && !isBodiless(status) ? refusals : [])];
    const given = group.flatMap(({ members }) => members.filter((member) => member.byStatus !== undefined));
    const lists = group.map(({ members }) => members.filter((member) => member.byStatus === undefined));
    for (const headed of new Set(given.map((member) => member.pointer))) {
      const of = given.filter((member) => member.pointer === headed);
      const [first] = of;
      const known = named.get(headed) ?? [];
      const [pointer = headed, ...elsewhere] = new Set(known.map((member) => member.pointer));
      if (!first) continue;
      if (of.every(({ absent }) => absent)) {
        // What is said of every refusal may not be so of this one.
        const said = lists.flat().some((member) => member.pointer === pointer);
        if (said) without.push(`${shownPointer(pointer)} of ${status}`);
        for (const [at, list] of lists.entries()) lists[at] = list.filter((member) => member.pointer !== pointer);
        continue;
      }
      if (known.length === 0 && first.byStatus === 'among words') continue;
      if (known.length === 0 || elsewhere.length > 0) {
        const isMeant = isWritten(headed) || of.flatMap(valuesOf).some((value) => isProgrammed(String(value), status));
        if (isMeant || elsewhere.length > 0) untold.add(headed);
        continue;
      }
      const values = [...new Set(of.flatMap(valuesOf))];
      const column = [...(all.get(headed)?.values() ?? [])].flat();
      for (const [at, list] of lists.entries()) lists[at] = list.map((member) => divided(member, pointer, column));
      const said = lists.flat().filter((member) => member.pointer === pointer);
      const type = typeIn([...said, ...known]);
      const areNumbers = values.every((value) => /^\d+$/.test(String(value)));
      const typed = type === 'integer' ? values.map(Number) : values;
      const isWhole = of.every((member) => valuesOf(member).length > 0) && areLiteral(headed, column);
      const isShown = said.every(
        (member) =>
          (member.origin !== 'sample' || member.example === undefined || typed.includes(member.example)) &&
          valuesOf(member).every((value) => typed.includes(value)),
      );
      const isTyped = type === 'string' || (type === 'integer' ? areNumbers : type === null && !areNumbers);
      if (!isShown || !isTyped || !isWhole) {
        open.add(pointer);
        continue;
      }
      if (known.every(({ at }) => at === oauthPlace)) ofStandard.add(pointer);
      const [only, ...more] = typed;
      // Each of several rows is about a fault of its own.
      const isOfFaults = own.some(({ words = '' }) => words.split('\n').length > 1);
      if (status >= 400 && more.length > 0 && isOfFaults && !typed.some((value) => /\s/.test(String(value))))
        faults.push(
          `${shownPointer(pointer)} of ${status} (${typed.slice(0, mostCodes).join(', ')}${more.length < mostCodes ? '' : ', ...'})`,
        );
      const { byStatus: _, ...member } = first;
      // A sample of this answer shows its type, which a table of values goes before.
      const shown = typeIn(said);
      const schema = {
        ...(shown === null ? {} : { type: shown }),
        ...(more.length === 0 ? { const: only ?? '' } : { enum: typed }),
      };
      lists.push([
        { ...member, pointer, schema, ofFaults: true, ...(said.length === 0 ? { fromColumn: true as const } : {}) },
      ]);
    }
    found.set(status, lists);
  }
  const drafted = valuesDrafted(open, found);
  const has = drafted.length === 0 ? '' : `, and the draft has ${drafted.join(', ')}`;
  ask(
    open,
    (names) => `the values and the type of ${names} in each answer: a table of statuses gives some${has}`,
    sink,
  );
  ask(
    untold,
    (names) => `whether the answers hold ${names}, and where: a table of statuses has a column of that name`,
    sink,
  );
  ask(
    ofStandard,
    (names) =>
      `whether a refusal is a JSON object that holds ${names}: a table of statuses has a column of that name, no refusal that was read shows it, and the draft takes it as ${oauthPlace} has it`,
    sink,
  );
  if (faults.length > 0)
    sink.todos.push({
      name: 'codes of faults',
      what: `which of the codes each fault has: ${faults.join(', ')}; a table of statuses gives them in rows of their own, and the draft takes any of them for each fault that has the status`,
    });
  if (without.length > 0) {
    const names = without.join(', ');
    const what = `whether answers hold what the page gives to every refusal, and a table of statuses has a dash for: ${names}`;
    sink.todos.push({ name: `without ${names}`, what });
  }
  return found;
}

/** The values that members have in answers of some statuses, by what a question calls them. */
const valuesDrafted = (pointers: Set<string>, found: Map<number, Member[][]>): string[] =>
  [...found].flatMap(([status, lists]) =>
    lists
      .flat()
      .filter((member) => pointers.has(member.pointer) && member.ofFaults)
      .map(
        (member) => `${shownPointer(member.pointer)} ${valuesOf(member).slice(0, mostCodes).join(' or ')} of ${status}`,
      ),
  );

function ask(pointers: Set<string>, what: (names: string) => string, { todos }: { todos: Todo[] }): void {
  if (pointers.size === 0) return;
  const names = [...pointers].map(shownPointer).join(', ');
  todos.push({ name: `by status ${names}`, what: what(names) });
}
