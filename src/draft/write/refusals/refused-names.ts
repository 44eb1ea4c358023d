/** Values of a request that the words about refusals call wrong by their names: so they are credentials, whatever they are called. */
import { isObject, keysOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts, Todo } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { unlessSaid } from '../../facts/subjects.ts';
import { leavesChoice } from '../../page/values/choice-left.ts';
import { isPublicHalf, mayBeSecret } from '../../page/values/values.ts';
import { takesBack } from '../../page/words/doubts.ts';
import { faultsIn, withSubjects } from '../../page/words/fault-pieces.ts';
import { remembered } from '../../page/words/remembered.ts';
import { codesAsWords, lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { type Named, namesFor, phraseIn, withoutOthers } from './called-names.ts';
import { absent, notIssued, wrong } from './refusal-words.ts';

/** A value that the environment gives, with the words about it. */
export interface Given {
  name: string;
  at: string;
  notes: string;
  place: 'header' | 'query' | 'body';
}

const isGiven = (value: unknown): boolean => isObject(value) && typeof value['credential'] === 'string';

/** Everything of the good request that the environment gives, in the place where a clause can replace it. */
export function givenIn({ headers, queries, request }: Facts, access: Access): Given[] {
  const of = (place: Given['place'], all: { name: string; at: string; notes?: string }[]): Given[] =>
    all.map(({ name, at, notes = '' }) => ({ name, at, notes, place }));
  return [
    ...of(
      'header',
      headers.filter(({ name }) => isGiven(access.headers[name])),
    ),
    ...of(
      'query',
      queries.filter(({ name }) => isGiven(access.query[name])),
    ),
    ...of(
      'body',
      request.flatMap((member) => {
        const [name = '', ...below] = keysOf(member.pointer);
        return below.length === 0 && isGiven(access.body[name]) ? [{ ...member, name }] : [];
      }),
    ),
  ];
}

/** The same of a draft whose good request is there. */
export const givenOf = once(({ facts, access }: { facts: Facts; access: Access }) => givenIn(facts, access));

/** Some values with what stands in the path: words that name it are of nothing else. */
export function inPath({ path, paths = [] }: Facts, access: Access, all: Named[]): Named[] {
  const written = [...(path?.value ?? '').matchAll(/\{([^{}]{1,60})\}/g)].map(([, name = '']) => name);
  const names = [...new Set([...Object.keys(access.path), ...written])];
  return [...all, ...names.map((name) => ({ name, notes: paths.find((one) => one.name === name)?.notes ?? '' }))];
}

/** Words beside the names of credentials and what is wrong with them. */
const small = new Set(
  (
    'the a an is are was or and of your its this that either one both not to does do code id number name value http error response status answer respons auth ' +
    'api client app application secret key keys password partner merchant credential credentials user header signature ' +
    'was were has have been sudah telah milik atau dan yang tidak adalah kode nilai kredensial rahasia kunci kata sandi klien mitra tanda tangan dikenali sesuai'
  ).split(' '),
);

/** What became of a value that was issued. */
const ended = oneOf(
  ...['suspended', 'disabled', 'deactivated', 'inactive', 'blocked', 'expired', 'withdrawn', 'rotated'],
  ...['dicabut', 'diblokir', 'dinonaktifkan', 'nonaktif', 'ditangguhkan', 'kedaluwarsa', 'kadaluarsa', 'dirotasi'],
);
const isEnded = pattern`\b${ended}\b`;

/** That a value is not that of whoever sends it; whose it is may be called as another value is, and left out. */
const ofAnother = pattern`\b${oneOf('belongs? to another', `milik\\s+(?:${word.client}\\s+)?lain`)}\b`;

/** Whether a piece says what is wrong with something. */
const isState = (piece: string): boolean => [wrong, absent, isEnded, ofAnother].some((form) => form.test(piece));

/** The faults that a line names, its codes in words; what names no fault goes with the one behind it, as `Shop` of `Shop or key wrong`. */
const faults = remembered((line: string): readonly string[] => {
  const found: string[] = [];
  let ahead = '';
  for (const piece of withSubjects(faultsIn(codesAsWords(line)), isState)) {
    const whole = ahead === '' ? piece : `${ahead} or ${piece}`;
    if (wrong.test(piece) || absent.test(piece)) {
      found.push(whole);
      ahead = '';
    } else ahead = whole;
  }
  const last = found.pop();
  return ahead === ''
    ? [...found, ...(last === undefined ? [] : [last])]
    : [...found, ...(last === undefined ? [ahead] : [`${last} or ${ahead}`])];
});

const anyState = RegExp([wrong, absent, isEnded, ofAnother].map(({ source }) => source).join('|'), 'gi');

/** Whether each word of a fault is understood as one about credentials that are wrong. */
function isUnderstood(fault: string, names: RegExp[]): boolean {
  const rest = names.reduce((text, form) => text.replace(form, ' '), fault.replace(/\d{3,}|`/g, ' '));
  return rest
    .replace(anyState, ' ')
    .split(/[^\p{L}]+/u)
    .every((word) => word.length < 2 || small.has(word.toLowerCase()));
}

/** The words that call a value wrong where requests are refused with such a status, and whether each of them is understood. */
export function calledWrong(
  one: Named,
  all: readonly Named[],
  { answers }: { answers: Pick<AnswerFact, 'status' | 'words'>[] },
  isOf: (status: number) => boolean,
): { words: string; isSure: boolean } | null {
  const own = namesFor(one, all);
  const said = answers
    .filter(({ status }) => isOf(status))
    .flatMap(({ words = '' }) => words.split('\n'))
    .filter((line) => line.length < longest)
    .flatMap((line) => faults(line).map((fault) => ({ line, fault })))
    .filter(({ fault }) => {
      if (!wrong.test(fault)) return false;
      const words = withoutOthers(fault, one, all);
      return own.some((form) => form.test(words));
    });
  const [first] = said;
  if (!first) return null;
  const names = all.flatMap((each) => namesFor(each, all));
  const isSure = said.some(({ line, fault }) => !takesBack(line) && isUnderstood(fault, names));
  return { words: first.line, isSure };
}

/**
 * The status, none of credentials, by which words that are understood refuse a value that was never issued; null where none do, or
 * where those of credentials name it.
 */
export function notIssuedAs(
  one: Named,
  all: readonly Named[],
  { answers }: Pick<Facts, 'answers'>,
  credentials: number[],
): number | null {
  const isOf = (status: number): boolean => status >= 400 && status < 500 && !credentials.includes(status);
  if (calledWrong(one, all, { answers }, (status) => credentials.includes(status)) !== null) return null;
  const saying = answers.filter(({ status, words = '' }) => {
    // What is not known of a credential is that it was issued; of a value in another form that is another matter.
    const lines = words
      .split('\n')
      .filter((line) => notIssued.test(codesAsWords(line)))
      .join('\n');
    return calledWrong(one, all, { answers: [{ status, words: lines }] }, isOf)?.isSure;
  });
  const [only, ...others] = saying.map(({ status }) => status);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Whether clauses replace a value of the good request by another. */
export const isTaken = ({ name, place }: Pick<Given, 'name' | 'place'>, { known, fields }: Access): boolean =>
  ({ header: known.headers, query: known.queries, body: fields })[place].includes(name);

/** Characters of a line about refusals that is looked at. */
const longest = 300;

/** Whether a name is that of a key or secret which is issued: one of another grant is none, and a hash is made. */
export const isIssued = (name: string): boolean =>
  (mayBeSecret(name, '') || isPublicHalf(name)) && !/^refresh|hash$/.test(lettersOf(name));

/** Statuses for faults of the form of a request. */
const ofForm = [400, 422];

/**
 * Takes what the page's refusals name into the credentials that clauses replace. What they name by another status, or in words
 * that are not understood, and what may be a secret of which they say nothing, is a question.
 */
export function takeNamed(facts: Facts, access: Access): Todo[] {
  // What a page leaves the choice of was issued to nobody.
  const isOwn = ({ name, notes }: Given): boolean => !/^scopes?$/.test(lettersOf(name)) && !leavesChoice(notes);
  const all = givenIn(facts, access).filter(isOwn);
  const beside = inPath(facts, access, all);
  const open: { name: string; at: string; words: string; notes: string }[] = [];
  for (const one of all.filter((given) => !isTaken(given, access))) {
    const said = calledWrong(one, beside, facts, (status) => status === 401);
    const other = calledWrong(
      one,
      beside,
      facts,
      (status) => status !== 401 && status < 500 && !ofForm.includes(status),
    );
    const words = said?.words ?? other?.words;
    if (!said?.isSure && notIssuedAs(one, beside, facts, [401]) === null) {
      if (words !== undefined || isIssued(one.name)) open.push({ ...one, words: words ?? '' });
    } else if (one.place === 'header') access.known.headers.push(one.name);
    else if (one.place === 'query') access.known.queries.push(one.name);
    else access.fields.push(one.name);
  }
  if (open.length === 0) return [];
  const quoted = open.flatMap(({ words }) => (words === '' ? [] : [`"${quotedWords(words)}"`]));
  // What refuses some credential may be about this one as well, in words that do not name it.
  const usual = facts.answers.flatMap(({ status, words = '' }) =>
    status === 401 && /\p{L}/u.test(words) ? [`401 "${quotedWords(words)}"`] : [],
  );
  const names = open.flatMap(({ name, notes }) => [name, phraseIn(notes)].filter((one) => one !== ''));
  const unsaid =
    usual.length === 0
      ? unlessSaid(facts.passages, 'refusal', 'the page does not say it', names)
      : `the page has ${usual.join(', ')}, which does not name it`;
  const said = quoted.length === 0 ? unsaid : `the page says ${[...new Set(quoted)].join(', ')}`;
  return [
    {
      name: 'credentials named',
      what: `whether another ${open.map(({ name, at }) => `${name} (${at})`).join(' or ')} than the one issued is refused, and how: ${said}, and the draft has no clause for that`,
    },
  ];
}
