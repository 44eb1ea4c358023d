/** The statuses of the refusals of a draft, as the words of the page give them. */

import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { unlessSaid } from '../../facts/subjects.ts';
import { isReason, statusesIn } from '../../page/words/status-words.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { orDoubted } from './doubted-credentials.ts';
import { absent, spoken, wrong } from './refusal-words.ts';
import { uncredentialedTodos } from './statuses-apart.ts';
import { statusesOfUnread } from './unread-bodies.ts';
import { mayBeUntyped } from './untyped.ts';
import { type Refusing, whichRefuse } from './which-refuses.ts';

/** The statuses of the two refusals of a draft, and what stays open of them. */
export interface Refusals {
  credentials: number[];
  /** Each that the page gives: which fault has which, it need not say. */
  parameters: number[];
  /** Those of a body that cannot be read, where the page has them apart from those of what it holds. */
  unread: number[];
  todos: Todo[];
}

/** What a question says of some statuses. */
const quoted = (all: readonly Refusing[]): string =>
  all.map(({ status, words }) => `${status}${words === '' ? '' : ` "${quotedWords(words)}"`}`).join(', ');

/** What is open of a refusal that no status was read for, and the status that is drafted. */
type Silent = (drafted: number) => string;

type Picked = { statuses: number[]; open: string | null };

/** Whether a refusal has no words but those that HTTP has for its status. */
const isBare = ({ status, words }: Refusing): boolean => words === '' || isReason(String(status), words);

/** Whether a refusal is called an error of OAuth, which refuses a client by 400 as well as by 401. */
const isOfOauth = ({ words }: Refusing): boolean => /\b(?:o-?auth|rfc[ -]?6749|invalid_client)/i.test(words);

/** The statuses of wrong credentials, and what is open of them: those whose words say it, or 401 where no words say anything else. */
function ofCredentials(all: readonly Refusing[], silent: Silent): Picked {
  const saying = all.filter(({ credentials }) => credentials !== null);
  const statuses = saying.map(({ status }) => status);
  const usual = all.find(({ status }) => status === 401);
  const general = saying.filter(({ credentials }) => credentials === 'all');
  if (usual && (statuses.includes(401) || (usual.silent && saying.length === 0))) {
    // Where neither has words, a key that is not known may be refused by either.
    // Where each names some credentials alone, those that none names may be refused by either.
    const besides = general.length === 0 && usual.credentials === 'some' ? saying : general;
    // One text for both tells neither from the other, where the standard that it names takes either.
    const isAlike = (one: Refusing): boolean => one.status === 400 && isOfOauth(one) && one.words === usual.words;
    if (saying.length === 0 && all.some(isAlike))
      return { statuses: [401], open: `the page has ${quoted([usual, ...all.filter(isAlike)])}, one text for both` };
    const others = all.filter((one) =>
      isBare(usual) ? one.status === 403 && isBare(one) : one !== usual && besides.includes(one),
    );
    return { statuses: [401], open: others.length === 0 ? null : `the page has ${quoted([usual, ...others])}` };
  }
  const shown = [...saying, ...(usual ? [usual] : [])];
  const isSaid = statuses.length === 1 && general.length === 1 && usual?.silent !== true;
  // What is not there is no wrong one; of credentials that are named each has a question of its own, where another status is drafted for all.
  const isOfAbsence = usual?.credentials === null && absent.test(usual.own);
  const drafted = usual && general.length === 0 && !isOfAbsence ? [401] : statuses;
  if (saying.length > 0 && !(general.length === 0 && usual?.silent))
    return { statuses: drafted, open: isSaid ? null : `the page has ${quoted(shown)}` };
  return {
    statuses: [401],
    open: usual ? `the page has ${quoted([usual])}` : silent(401),
  };
}

/** The statuses of wrong parameters: 422 and 400, as far as their words are not about credentials alone. */
function ofParameters(all: readonly Refusing[], silent: Silent): Picked {
  const usual = [422, 400].flatMap((status) => all.find((one) => one.status === status) ?? []);
  const own = usual.filter(({ parameters }) => parameters);
  const numbers = (own.length > 0 ? own : usual).map(({ status }) => status);
  if (own.length > 0) return { statuses: numbers, open: null };
  return numbers.length > 0
    ? { statuses: numbers, open: `the page has ${quoted(usual)}` }
    : { statuses: [400], open: silent(400) };
}

/** Whether a request holds anything that may be wrong, as far as it is known. */
export const asksForAny = ({ request, headers, queries, bodyRequired, mediaType }: Facts): boolean =>
  request.length + headers.length + queries.length > 0 || bodyRequired === true || mediaType !== undefined;

/** How wrong credentials and wrong parameters are refused; a status of which the page does not say it is a TODO. */
export function refusalsOf(facts: Facts): Refusals {
  const all = whichRefuse(facts);
  const documented = all.map(({ status }) => status).filter((status) => status < 500);
  const todos: Todo[] = [];
  const silent: Silent = (drafted) => {
    const passages = facts.passages ?? [];
    const said = unlessSaid(passages, 'refusal', 'the page says it of no status');
    // What the page has of the status may say it all the same.
    const isThere = passages.some(({ text }) => statusesIn(text).includes(drafted));
    const guessed = `${drafted} is a guess`;
    if (!isThere) return `${said}, ${guessed}`;
    const isDrafted = documented.includes(drafted);
    return `${said}, ${isDrafted ? `the draft has ${drafted}, and not all words about it were read` : `${drafted} is what the draft takes where it has clauses of that, and not all words about it were read`}`;
  };
  const pick = (of: 'credentials' | 'parameters', { statuses, open }: Picked, usual: number[]): number[] => {
    const decided = facts.refused?.[of];
    if (decided !== undefined) return [decided];
    // A page without any refusal is one question already.
    if (
      open !== null &&
      (of === 'credentials' || asksForAny(facts)) &&
      !facts.todos.some(({ ask }) => ask?.about === 'refused')
    )
      todos.push({
        name: `refusal ${of}`,
        what: `how wrong ${of} are refused: ${open}`,
        ask: { about: 'refusal', of, statuses: [...new Set([...statuses, ...usual, ...documented])] },
      });
    return statuses;
  };
  const credentials = pick('credentials', orDoubted(ofCredentials(all, silent), facts), [401]);
  const parameters = pick('parameters', ofParameters(all, silent), [422, 400]);
  const unread = statusesOfUnread(facts, parameters);
  const others = parameters.filter((status) => !unread.includes(status));
  // How all wrong parameters are refused may be a question, or decided, already.
  const isOpen = facts.refused?.parameters !== undefined || todos.some(({ name }) => name === 'refusal parameters');
  const isSaid = all.some(({ status, absence }) => credentials.includes(status) && absence);
  const isAsked = isSaid || facts.refused?.credentials !== undefined || todos.length > 0;
  const apart = isOpen ? [] : uncredentialedTodos(facts, credentials, parameters, isAsked);
  return {
    ...{ credentials, unread },
    parameters: others,
    todos: [...todos, ...apart],
  };
}

/** The refusal of another media type, where the page documents the status that HTTP has for it (RFC 9110, section 15.5.16). */
export const mediaTypeRefusal = ({ answers }: Pick<Facts, 'answers'>): 'media-type' | null =>
  answers.some(({ status }) => status === 415) ? 'media-type' : null;

/** A media type in words, by the way that sends it. */
const typeWords = { json: /\bjson\b/i, text: /\btext\/plain\b|\bplain text\b/i, form: /\bform\b|\burlencoded\b/i };
const anyType = pattern`\b${oneOf(
  ...[word.other, word.only, word.not, word.without, word.must, word.missing, word.wrong, 'any', 'else', 'un\\w+'],
  ...['selain', 'wajib'],
)}\b`;

/** A type that is not taken, which says nothing of any other: `JSON is not supported here`. */
const oneDenied = everywhere`(\b(?:json|text/plain|plain text)\b) (?:${word.is} )?(?:not|tidak) ${word.accepted}\b`;

/** The way to send a body in the other of two common forms; none where the page takes that one as well. */
export function otherForm(mediaType: Facts['mediaType']): ('form' | 'json')[] {
  const way = mediaType?.value.endsWith('json') ? 'form' : 'json';
  return (mediaType?.beside ?? []).some((one) => typeWords[way].test(one)) ? [] : [way];
}

/** Another media type than the one that is taken, by words that name none. */
const another = pattern`\b${oneOf(word.other, word.only, word.wrong, 'any', 'else', 'un\\w+', 'selain')}\b|\b(?:not|tidak) (?:\w+ )?${word.accepted}\b`;

/** Whether words say of a media type that it is missing, and nothing of one that is there. */
const isAbsence = (words: string): boolean =>
  (absent.test(words) || /\bno content[- ]?type\b/i.test(words)) &&
  !another.test(words) &&
  !/\//.test(words) &&
  !Object.values(typeWords).some((form) => form.test(words));

/** The ways to send another media type of which the words about 415 do not speak: they name some alone. */
export function otherTypes({ answers, mediaType }: Facts): string[] {
  const { words = '' } = answers.find(({ status }) => status === 415) ?? {};
  // The reason of the status beside it says nothing of any media type.
  const bare = words.replace(/\b415\W{1,4}unsupported media type\b/gi, '415');
  const said = bare.split(/\n|(?<=[.;])\s+/).filter((one) => !/^\W*(?:415\W*)?unsupported media type\W*$/i.test(one));
  const named = (['json', 'text', 'form'] as const).filter((type) => said.some((one) => typeWords[type].test(one)));
  const isGeneral = said.some((one) => anyType.test(one.replace(oneDenied, '$1')));
  const ways = ['absent', 'text', ...otherForm(mediaType)];
  const left = ways.filter((way) => !named.some((type) => type === way));
  if (said.length > 0 && said.every(isAbsence)) return left.filter((way) => way !== 'absent');
  return isGeneral || left.length === ways.length ? [] : left;
}

const ofBody = pattern`\b(?:${word.body}|payload)\b`;
/** That a request has one of its own, and not the one that is taken. */
const hasAnother = pattern`\b${word.other} (?:content|media|mime)[- ]?type\b|\b(?:tipe|jenis) (?:media|konten) (?:yang )?${word.other}\b`;
const ofAnyType = /\bcontent[- ]?types?\b|\b(?:media|mime)[- ]?types?\b|\btipe (?:konten|media)\b/i;

/**
 * The ways to send another media type where words about 415 are of the body alone, and of no Content-Type: without one the body is
 * what it is to be. Nor is none at all another one, or one that the page gives a request as well. Empty where each way is tried.
 */
export function typeWays(facts: Pick<Facts, 'answers' | 'mediaType' | 'account'>): string[] {
  const { answers, mediaType } = facts;
  const others = otherForm(mediaType);
  if (mayBeUntyped(facts)) return ['text', ...others];
  const { words = '' } = answers.find(({ status }) => status === 415) ?? {};
  const said = words
    .split(/\n|(?<=[.;])\s+/)
    .map((one) => one.replace(/\bunsupported media type\b/gi, ' ').replace(/\b415\b/g, ' '))
    .filter((one) => /\p{L}{2}/u.test(one));
  const isThere = (one: string): boolean => hasAnother.test(one) || (ofBody.test(one) && !ofAnyType.test(one));
  return said.length > 0 && said.every((one) => isThere(one) && !absent.test(one))
    ? ['text', ...others]
    : others.length === 0
      ? ['absent', 'text']
      : [];
}

/** The status that the words about one refusal give to a wrong value of a header, where it is another than that of credentials. */
export function ownStatus({ answers }: Facts, name: string): number | null {
  const naming = answers.filter(
    ({ status, words = '' }) =>
      status >= 400 &&
      status < 500 &&
      // Each line is about a fault of its own.
      words.split('\n').some((one) => spoken(name).test(one) && wrong.test(one)),
  );
  const [first] = naming;
  return first && naming.length === 1 && ![400, 401, 422].includes(first.status) ? first.status : null;
}

/** Whether the words about refused parameters name others of them, and not this header, whose absence is another matter then. */
export function isNoParameter({ answers, headers, queries, request }: Facts, header: string): boolean {
  const said = answers.flatMap(({ status, words = '' }) =>
    [400, 422].includes(status) && words !== '' ? [words] : [],
  );
  const fields = [...headers, ...queries].map(({ name }) => name);
  const others = [...fields, ...request.map(({ pointer }) => lastKeyOf(pointer))]
    .filter((name) => name !== header)
    .map(spoken);
  return (
    said.length > 0 &&
    said.every((words) => !spoken(header).test(words) && others.some((pattern) => pattern.test(words)))
  );
}
