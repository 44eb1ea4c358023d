/** The answers of one operation, as several statements give them together. */
import { isSuccess } from '../../contract/status.ts';
import { pointerOf } from '../../formats/json.ts';
import type { AnswerFact, Member, PageReading, Said, Statement, Todo } from '../facts/facts.ts';
import type { Same } from '../facts/same.ts';
import { eitherOf } from '../facts/state.ts';
import type { Passage } from '../facts/subjects.ts';
import { problemTypes } from '../page/readers/accepted-types.ts';
import { flat } from '../page/words/spellings.ts';
import { isStatusLine } from '../page/words/status-words.ts';
import { withoutBodies } from './bodiless.ts';
import { byStatus } from './by-status.ts';
import { codesByWords } from './codes-in-words.ts';
import { headedIn, knownAs } from './headed.ts';
import { mergeMembers } from './members.ts';
import { parametersOf } from './parameters.ts';
import { saidOf, withAllCodes } from './several-codes.ts';

interface Sink {
  contradictions: PageReading[];
  todos: Todo[];
}

/** The first that is said; where another one says something else, that is a question. */
export function agreed(name: string, all: (Said | null | undefined)[], sink: Sink): Said | undefined {
  const given = all.filter((one): one is Said => one !== null && one !== undefined);
  const [first] = given;
  const other = given.find(({ value }) => value !== first?.value);
  if (first && other) sink.todos.push(eitherOf(name, first, other));
  return first;
}

/** What an answer that grants says of a member that each refusal has as well; its values are of the grant alone. */
const kept = ['type', 'minLength', 'maxLength'];

/** The members that every refusal has as an answer that grants has them. */
function sameAsGranted(same: Same | undefined, answers: AnswerFact[]): Member[] {
  const granted = answers.filter(({ status }) => status < 300).flatMap(({ members }) => members);
  // What a table gives to all answers without a word about refusals is in them where a table of statuses gives any of it a value.
  const valued = (): string[] => {
    const all = headedIn(answers);
    const known = [...all.keys()].flatMap((headed) => knownAs(headed, all, answers, []));
    return [...all.keys(), ...known.map(({ pointer }) => pointer)].map(flat);
  };
  const names = same?.names ?? [];
  const isListed = !same?.listed || valued().some((one) => names.some((name) => one === flat(pointerOf([name]))));
  return (isListed ? names : []).map((name): Member => {
    const pointer = pointerOf(name.split('.'));
    const own = granted.filter((one) => one.pointer === pointer && !one.byStatus);
    const schema = Object.fromEntries(
      own.flatMap((one) => Object.entries(one.schema).filter(([keyword]) => kept.includes(keyword))),
    );
    const required = own.find((one) => one.required !== null)?.required ?? null;
    return { ...{ pointer, at: same?.at ?? '', origin: 'text', required }, schema };
  });
}

/** The members of a refusal that repeat its status, of the type that the page gives them; none without one. */
function repeating(status: number, refusals: { repeats?: string }[], lists: Member[][], at: string): Member[] {
  return refusals.flatMap(({ repeats }): Member[] => {
    if (repeats === undefined || status < 400) return [];
    const pointer = pointerOf(repeats.split('.'));
    const types = lists.flat().flatMap((one) => (one.pointer === pointer ? [one.schema['type']].flat() : []));
    const value = types.includes('string') ? String(status) : types.includes('integer') ? status : undefined;
    return value === undefined ? [] : [{ pointer, at, origin: 'text', required: null, schema: { const: value } }];
  });
}

/** Whether a media type is that of RFC 9457, which refusals alone have. */
const isOfProblems = (type: Said | undefined): boolean => type?.value.startsWith('application/problem+') === true;

/** Questions without the one which answers have that media type, where some do. */
export const withoutProblems = (todos: Todo[], answers: AnswerFact[]): Todo[] =>
  answers.some(({ mediaType }) => isOfProblems(mediaType))
    ? todos.filter(({ name }) => !name.startsWith(problemTypes))
    : todos;

/** The words about one status; a heading of it, the status and its reason, says nothing beside those below. */
function saidTogether(status: number, group: AnswerFact[]): string {
  const all = [...new Set(group.flatMap((answer) => answer.words ?? []))];
  const telling = all.filter((words) => !isStatusLine(status, words));
  return (telling.length > 0 ? telling : all).join('\n');
}

/** The answers that statements give together, each with its members, its media type and the words about it. */
export function answersOf(statements: Statement[], sink: Sink, passages: Passage[] = []): AnswerFact[] {
  const listed = statements.flatMap(({ answers }) => answers);
  const type = agreed(
    'answer media type',
    statements.map(({ answerType }) => answerType),
    sink,
  );
  const certain = listed.find(({ status, assumed }) => isSuccess(status) && !assumed)?.status;
  const { answers: all, isBodiless } = withoutBodies(
    statements,
    listed.map((answer) => (answer.assumed && certain !== undefined ? { ...answer, status: certain } : answer)),
    sink,
  );
  const statuses = [...new Set(all.map(({ status }) => status))].sort();
  const refusals = statements
    .flatMap((one) => one.refusals ?? [])
    .map((one) => ({ ...one, members: [...one.members, ...sameAsGranted(one.same, all)] }));
  const lists = byStatus(all, refusals, sink, isBodiless);
  const refusedType = agreed(
    'media type of refusals',
    refusals.map((one) => one.mediaType),
    sink,
  );
  const merged = statuses.flatMap((status) => {
    const group = all.filter((answer) => answer.status === status);
    // The headers and the type of an answer are beside what it holds, which says more of it.
    const first =
      group.find(({ members, headers, mediaType }) => members.length > 0 || (!headers?.length && !mediaType)) ??
      group.find(({ headers }) => !headers?.length) ??
      group[0];
    if (!first) return [];
    const words = saidTogether(status, group);
    const label = isSuccess(status) ? 'the answer' : `the ${status} answer`;
    const members = mergeMembers(
      {
        side: isSuccess(status) ? 'granted' : 'refused',
        part: String(status),
        key: isSuccess(status) ? 'granted' : `refused-${status}`,
        label,
      },
      [
        ...withAllCodes({ status, said: saidOf(status, words, passages) }, lists.get(status) ?? [], statements, sink),
        repeating(status, refusals, lists.get(status) ?? [], first.at),
      ],
      sink,
    );
    const mediaType =
      group.find((answer) => answer.mediaType)?.mediaType ??
      (status >= 400 && !isBodiless(status) ? refusedType : undefined) ??
      (members.length > 0 && !(isSuccess(status) && isOfProblems(type)) ? type : undefined);
    const isAssumed = group.every(({ assumed }) => assumed);
    if (isAssumed)
      sink.todos.push({
        name: `status ${status}`,
        what: `which status ${label} has (${first.at})`,
        claim: {
          subject: isSuccess(status) ? 'status of a grant' : 'refusal',
          none: `; the page names none, ${status} is a guess (a clause with the check status states it)`,
          guess: `; ${status} is a guess (a clause with the check status states it)`,
        },
        ask: { about: 'status', status },
      });
    const headers = parametersOf(
      group.flatMap((answer) => answer.headers ?? []),
      `header of ${label}`,
      sink,
    );
    return {
      ...{ status, at: first.at, origin: first.origin, members },
      ...(isAssumed ? { assumed: true as const } : {}),
      ...(mediaType ? { mediaType } : {}),
      ...(headers.length === 0 ? {} : { headers }),
      ...(words === '' ? {} : { words }),
    };
  });
  return codesByWords(merged, sink);
}
