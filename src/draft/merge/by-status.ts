/** The values that tables of statuses give to members, as one list for each status, and of the type that the page gives them. */
import { type Json, shownPointer } from '../../formats/json.ts';
import type { AnswerFact, Member, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { codeQuestion, codesOf, mostCodes, shownQuestion } from './codes-of-faults.ts';
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

/** A column of a table of statuses: all of its values, and the members of the answers that it may be about. */
interface Column {
  headed: string;
  values: Json[];
  known: Member[];
}

/** What is known of the columns below each head. */
function columnsOf(answers: AnswerFact[], refusals: Pick<AnswerFact, 'members'>[]): (headed: string) => Column {
  const refused = [...refusals, ...answers.filter(({ status }) => status >= 400)].flatMap(({ members }) =>
    members.filter((member) => member.byStatus === undefined && !isInItems(member.pointer)),
  );
  const all = headedIn(answers);
  const named = new Map([...all.keys()].map((headed) => [headed, knownAs(headed, all, answers, refused)]));
  return (headed) => ({
    headed,
    values: [...(all.get(headed)?.values() ?? [])].flat(),
    known: named.get(headed) ?? [],
  });
}

/** What tables of statuses leave open: values, where members are, what only a standard has, dashes, and codes of several faults. */
interface Open {
  values: Set<string>;
  places: Set<string>;
  ofStandard: Set<string>;
  without: string[];
  faults: string[];
}

/** The answers of one status: their members, one list for each source. Each of several rows is about a fault of its own. */
interface OfStatus {
  status: number;
  lists: Member[][];
  isOfFaults: boolean;
}

/** The lists without a member that the table has a dash for: what is said of every refusal may not be so of this one. */
function withoutMember({ status, lists }: OfStatus, pointer: string, open: Open): Member[][] {
  const isSaid = lists.flat().some((member) => member.pointer === pointer);
  if (isSaid) open.without.push(`${shownPointer(pointer)} of ${status}`);
  return lists.map((list) => list.filter((member) => member.pointer !== pointer));
}

/** The values of a column for one status, of the type that the page gives the member; null where that is not clear. */
function typedValues(of: Member[], { headed, values: column, known }: Column, said: Member[]): Json[] | null {
  const values = [...new Set(of.flatMap(valuesOf))];
  const type = typeIn([...said, ...known]);
  const areNumbers = values.every((value) => /^\d+$/.test(String(value)));
  const typed = type === 'integer' ? values.map(Number) : values;
  const isWhole = of.every((member) => valuesOf(member).length > 0) && areLiteral(headed, column);
  const isShown = said.every(
    (member) =>
      (member.origin !== 'sample' || member.example === undefined || typed.includes(member.example)) &&
      // What a sentence gives to the status is one more of its codes.
      (member.origin === 'text' || valuesOf(member).every((value) => typed.includes(value))),
  );
  const isTyped = type === 'string' || (type === 'integer' ? areNumbers : type === null && !areNumbers);
  return isShown && isTyped && isWhole ? typed : null;
}

/** The lists with what a column gives to a status, by the members of the rows below its head. */
function withColumn(answers: OfStatus, column: Column, of: [Member, ...Member[]], open: Open): Member[][] {
  const { status, lists, isOfFaults } = answers;
  const { headed, known } = column;
  const [pointer = headed, ...elsewhere] = new Set(known.map((member) => member.pointer));
  if (of.every(({ absent }) => absent)) return withoutMember(answers, pointer, open);
  if (known.length === 0 || elsewhere.length > 0) {
    const isMeant = isWritten(headed) || of.flatMap(valuesOf).some((value) => isProgrammed(String(value), status));
    const isPlace = known.length > 0 || (isMeant && of[0].byStatus !== 'among words');
    if (isPlace) open.places.add(headed);
    return lists;
  }
  const undivided = lists.map((list) => list.map((member) => divided(member, pointer, column.values)));
  const said = undivided.flat().filter((member) => member.pointer === pointer);
  const values = typedValues(of, column, said);
  if (values === null) {
    open.values.add(pointer);
    return undivided;
  }
  if (known.every(({ at }) => at === oauthPlace)) open.ofStandard.add(pointer);
  const areSeveral = values.length > 1 && isOfFaults;
  if (status >= 400 && areSeveral && !values.some((value) => /\s/.test(String(value))))
    open.faults.push(codesOf(pointer, status, values));
  const { byStatus: _, ...member } = of[0];
  // A sample of this answer shows its type, which a table of values goes before.
  const shown = typeIn(said);
  const schema = {
    ...(shown === null ? {} : { type: shown }),
    ...(values.length > 1 ? { enum: values } : { const: values[0] ?? '' }),
  };
  const fromColumn = said.length === 0 ? { fromColumn: true as const } : {};
  return [...undivided, [{ ...member, pointer, schema, ofFaults: true, ...fromColumn }]];
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

function ask(pointers: Set<string>, what: (names: string) => string): Todo[] {
  if (pointers.size === 0) return [];
  const names = [...pointers].map(shownPointer).join(', ');
  return [{ name: `by status ${names}`, what: what(names) }];
}

function questionsAbout({ values, places, ofStandard, without, faults }: Open, found: Map<number, Member[][]>): Todo[] {
  const drafted = valuesDrafted(values, found);
  const has = drafted.length === 0 ? '' : `, and the draft has ${drafted.join(', ')}`;
  const withDash = without.join(', ');
  return [
    ...ask(
      values,
      (names) => `the values and the type of ${names} in each answer: a table of statuses gives some${has}`,
    ),
    ...ask(
      places,
      (names) => `whether the answers hold ${names}, and where: a table of statuses has a column of that name`,
    ),
    ...ask(
      ofStandard,
      (names) =>
        `whether a refusal is a JSON object that holds ${names}: a table of statuses has a column of that name, no refusal that was read shows it, and the draft takes it as ${oauthPlace} has it`,
    ),
    ...codeQuestion(faults),
    ...shownQuestion(found),
    ...(without.length === 0
      ? []
      : [
          {
            name: `without ${withDash}`,
            what: `whether answers hold what the page gives to every refusal, and a table of statuses has a dash for: ${withDash}`,
          },
        ]),
  ];
}

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
  const columnOf = columnsOf(answers, refusals);
  const open: Open = {
    values: new Set(),
    places: new Set(),
    ofStandard: new Set(),
    without: [],
    faults: [],
  };
  const found = new Map<number, Member[][]>();
  for (const status of new Set(answers.map((answer) => answer.status))) {
    const own = answers.filter((answer) => answer.status === status);
    const group = [...own, ...(status >= 400 && !isBodiless(status) ? refusals : [])];
    const isOfFaults = own.some(({ words = '' }) => words.split('\n').length > 1);
    const given = group.flatMap(({ members }) => members.filter((member) => member.byStatus !== undefined));
    let lists = group.map(({ members }) => members.filter((member) => member.byStatus === undefined));
    for (const headed of new Set(given.map((member) => member.pointer))) {
      const [first, ...more] = given.filter((member) => member.pointer === headed);
      if (first) lists = withColumn({ status, lists, isOfFaults }, columnOf(headed), [first, ...more], open);
    }
    found.set(status, lists);
  }
  sink.todos.push(...questionsAbout(open, found));
  return found;
}
