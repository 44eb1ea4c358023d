/** Members of answers that a sentence lists, as `JSON with code (string) and text (string)`, and of which answers they are. */
import { pointerOf, type Schema, shownPointer } from '../../../formats/json.ts';
import type { AnswerFact, Member, Statement, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Context } from '../blocks/heading-words.ts';
import { saidOfAll } from '../blocks/said-of-all.ts';
import { attributesOf } from '../values/attributes.ts';
import { announcesRefusals, isThere, membersBelow, membersOfRefusals, saidOfThem } from '../values/refusal-members.ts';
import { withDuties } from '../words/member-duties.ts';
import { sameIn } from '../words/same-members.ts';
import { statusesIn } from '../words/status-words.ts';
import { isOfRefusals } from './of-refusals.ts';

const eachOfThem = oneOf(word.both, 'all', 'each', 'semuanya?');
const attributes = `\\s*\\((?!${eachOfThem}\\s)([^()]{1,60})\\)`;
const number = '([\\w.-]{0,30}\\d[\\w.-]{0,30})(?![\\w`])';

/** One member of a list: its name marked as code, with its attributes between parentheses or its only value behind it. */
const piece = pattern`^\`([A-Za-z_][\w.-]*)\`(?:${attributes}|\s*(?:=|:)\s*\`([^\`\s]{1,60})\`|\s+(?:"([^"\s]{1,60})"|${number}))?`;

/** A status right before the first member, as `Unknown user: 404 with` and `200 with` have it. */
const ofStatus = pattern`\b[2-5]\d\d\b[\`*]* ${oneOf(word.with, word.and)}\s*$`;

/** What is said behind all members of each of them, as `(both strings)`. */
const ofEach = pattern`^\s*\(${eachOfThem}\s+([^()]{2,30}?)s?\)`;

/** What stands between two members. */
const between = pattern`^(?:\s*,)?\s*(?:${oneOf(word.and, 'plus')}\s+)?(?=\`)`;

const holdsAny = pattern`\b${word.holds}\b`;

/** Words that announce what a body holds, right before its first member; a parameter is what a request has. */
const holder = oneOf(
  word.holds,
  word.body,
  ...['members?', 'fields?', 'kolom', 'atribut', 'json', 'object', 'containing', 'objek', 'isi'],
);
const holding = pattern`\b${holder}(?:\s+${oneOf(word.with, 'of', 'berupa')})?(?:\s+(?:the|its))?(?:\s+(?:members?|fields?))?:?\s*$`;

/** Whether words announce what an answer holds. */
const isHolding = (before: string): boolean => holding.test(before) || ofStatus.test(before);

/** The only value of a member among what stands between its parentheses. */
const isAlways = oneOf(word.always, 'fixed(?: value)?:?', 'value', 'nilai(?: tetap)?');
const onlyValueSaid = pattern`(?:^|,\s*)${isAlways}\s+(?:\`([^\`\s]{1,60})\`|"([^"\s]{1,60})")(?=\s*(?:,|$))`;

/** A count of a unit of time: a number like any other. */
const counted = everywhere`\b(number|integer|whole number|angka|bilangan(?: bulat)?) (?:of |dalam )?(?=${word.unit}\b)`;

const unsaid = { schema: {}, required: null, left: false };

/** What stands between the parentheses of a member; `left` where some of it is not understood. */
function saidOf(said: string): { schema: Schema; required: boolean | null; left: boolean } {
  const [whole = '', code, quoted] = onlyValueSaid.exec(said) ?? [];
  const value = code ?? quoted;
  const words = said.replace(whole, '').replace(counted, '$1, ').replace(isThere, '$1');
  const { schema, required, rest } = attributesOf(words);
  const isKnown = schema !== null || required !== null || value !== undefined;
  return {
    schema: { ...schema, ...(value === undefined ? {} : { const: value }) },
    ...{ required, left: rest.length > 0 || !isKnown },
  };
}

const behindFirst = oneOf(
  '\\(',
  '=',
  ':\\s*`',
  '"',
  '[\\w.-]{0,30}\\d',
  `(?:,|${word.and})[^()]{0,200}\\(${eachOfThem}`,
);
const firstMember = pattern`\`[A-Za-z_][\w.-]*\`\s*${behindFirst}`;

/** The members that a sentence lists to its end, each with what is said of it, and with that which is not understood of it; null for any other sentence. */
function membersListed(sentence: string, at: string): Member[] | null {
  const begin = sentence.search(firstMember);
  if (begin < 0 || sentence.length > longest || !isHolding(sentence.slice(0, begin))) return null;
  const found: Member[] = [];
  let rest = sentence.slice(begin);
  for (let one = piece.exec(rest); one; one = piece.exec(rest)) {
    const [whole, name = '', said, code, quoted, written] = one;
    const value = code ?? quoted ?? written?.replace(/\.$/, '');
    const { schema, required, left } = said === undefined ? unsaid : saidOf(said);
    const own: Schema = value === undefined ? schema : { const: value };
    found.push({
      ...{ pointer: pointerOf(name.split('.')), at, origin: 'text', required, schema: own },
      ...(left ? { left: said } : {}),
    });
    rest = rest.slice(whole.length);
    const [sign] = between.exec(rest) ?? [];
    if (sign === undefined) break;
    rest = rest.slice(sign.length);
  }
  const [together = '', ofAll = ''] = ofEach.exec(rest) ?? [];
  const all = together === '' ? null : attributesOf(ofAll);
  if (all !== null && (all.rest.length > 0 || (all.schema === null && all.required === null))) return null;
  if (!/^[\s.;*]*$/.test(rest.slice(together.length))) return null;
  return all === null
    ? found
    : found.map((one) => ({
        ...one,
        required: one.required ?? all.required,
        schema: { ...all.schema, ...one.schema },
      }));
}

/** The question what the words between parentheses say of members that a sentence lists. */
function openTodos(open: Member[], status: number): Todo[] {
  const words = open.map(({ pointer, left = '' }) => `${shownPointer(pointer)} "${quotedWords(left)}"`);
  const what = `what the page says of members of the ${status} answer: ${words.join(', ')}; of these words some were not read`;
  return [{ name: `members of ${status} ${open[0]?.pointer ?? ''}`, what }];
}

/** The question whether members are there of which a sentence says no more than that refusals hold them. */
function presenceTodos(sentence: string, members: Member[]): Todo[] {
  const open = members.filter(({ schema, required }) => required === null && Object.keys(schema).length === 0);
  if (open.length === 0 || !holdsAny.test(sentence)) return [];
  const names = open.map(({ pointer }) => shownPointer(pointer)).join(', ');
  const what = `whether ${names} of every refusal are mandatory, and of what type: the page says "${quotedWords(sentence)}"`;
  return [{ name: `members of refusals ${open[0]?.pointer ?? ''}`, what }];
}

/** Members with their presence, where the sentence behind them says it of all: `All three are always there.` */
function withThere(members: Member[], behind: string): Member[] {
  const all = saidOfAll(behind.trim());
  const isOfThese = all !== null && all.side !== 'request' && (all.count ?? members.length) === members.length;
  return members.map(({ left: _, ...one }) => ({ ...one, required: one.required ?? (isOfThese ? true : null) }));
}

/** What a sentence begins with that shows the body of every answer of a kind. */
const ofEveryRefusal = '(?: of (?:every|each|all|an) (?:error|refusal)s?)?';
const is = oneOf(word.is, 'has the form', 'looks like', 'berupa', 'berbentuk');
const theBody = `(?:${oneOf(word.the, word.all)} )?(?:(?:error|response|answer) )?${oneOf(word.body, word.answer, 'isi')}`;
const bodyIs = pattern`^[\s\`*]*${theBody}${ofEveryRefusal} ${is}(?: ${word.always})?:?\s*$`;

/** The members of a body that a sentence shows, where it says of all of them what they are; null where it says anything else. */
function shownIn(sentence: string, at: string, error: boolean): Member[] | null {
  const [whole = '', text = ''] = /`(\{[^`{}]{2,400}\})`/.exec(sentence) ?? [];
  const begin = sentence.indexOf(whole);
  if (text === '' || sentence.length > longest) return null;
  const before = sentence.slice(0, begin);
  if (!announcesRefusals(before) && !(error && bodyIs.test(before))) return null;
  const names = [...text.matchAll(/"([A-Za-z_]\w*)"\s*:\s*(?:"[^"]*"|[^",{}[\]]+)\s*[,}]/g)].map(
    ([, name = '']) => name,
  );
  if (names.length !== text.split(':').length - 1) return null;
  const said = saidOfThem(sentence.slice(begin + whole.length));
  if (said === null) return null;
  const { schema, required } = said;
  // A body alone is a sample, which may be that of one status.
  if (!error && required === null && Object.keys(schema).length === 0) return null;
  return names.map((name) => ({
    ...{ pointer: pointerOf([name]), at, origin: 'text', required },
    schema: { ...schema },
  }));
}

/** Characters of a sentence that is looked at. */
const longest = 600;

/** An explicit media type. */
const mediaType = /\b(?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/i;

/** A member that is the status of HTTP once more. */
const repeats = oneOf(
  'repeats?',
  'mirrors?',
  'equals?',
  'echoes',
  '(?:is )?(?:the same as|equal to)',
  'sama dengan',
  'mengulang',
);
const status = oneOf('HTTP status(?: code)?', '(?:kode )?status HTTP');
const repeatsStatus = pattern`^[\s*]*\`([A-Za-z_][\w.]*)\` (?:${word.always} )?${repeats} (?:the )?${status}[.\s]*$`;

/** Refusals of which a sentence or a caption says that they are JSON. */
const areAs = `${oneOf(word.is, 'comes? as', '(?:juga )?(?:berupa|berformat)')} (?:${oneOf(word.always, word.also)} )?(?:an? )?`;
const json = `JSON(?: (?:objects?|documents?|bod(?:y|ies)))?(?: ${word.also})?`;
/** What may stand behind it: an end, or words for what this JSON holds. */
const thatHolds = `${oneOf(word.and, word.with, 'which', 'yang')} ${oneOf(word.holds, 'looks?', 'th(?:is|ese)', 'isi')}\\b`;
const areJson = pattern`^[\s\`*]*[^\`(:;]{4,120}?(?:,? ${areAs}|\s*\()${json}(?=\s*(?:[,.;:)]|$|${thatHolds}))`;

/**
 * Reads what a sentence says of what answers hold: those of the one status that it names, those below a status, or every
 * refusal. Whether anything was taken; the sentence behind it may say that all of them are there.
 */
export function readWordedMembers(
  sentences: string[],
  index: number,
  { status: above, error }: Pick<Context, 'status' | 'error'>,
  at: string,
  statement: Statement,
): boolean {
  const [sentence = '', behind = ''] = sentences.slice(index, index + 2);
  const same = sameIn(sentence);
  if (same !== null) {
    statement.refusals ??= { members: [] };
    statement.refusals.same = { names: same, at };
    return true;
  }
  const [, repeats] = error ? (repeatsStatus.exec(sentence) ?? []) : [];
  if (repeats !== undefined) {
    statement.refusals ??= { members: [] };
    statement.refusals.repeats = repeats;
    return true;
  }
  const worded = withDuties(sentence);
  const below = error && above === null ? membersBelow(sentences, index, at) : null;
  const ofAll = shownIn(sentence, at, error) ?? membersOfRefusals(worded, at) ?? below;
  const listed = membersListed(worded, at);
  const open = listed?.filter(({ left }) => left !== undefined) ?? [];
  const members = ofAll ?? (open.length === 0 ? listed : null);
  const [type] = mediaType.exec(sentence) ?? [];
  const [own, ...more] = statusesIn(sentence);
  // What every refusal holds may be called JSON by the words before its members.
  const isOfJson = areJson.test(sentence) || (ofAll !== null && /\bJSON\b/.test(sentence));
  const written = type?.toLowerCase() ?? (isOfJson ? 'application/json' : undefined);
  if ((isOfRefusals(sentence) || ofAll !== null) && own === undefined) {
    // A media type in silence would hide that members beside it were not read.
    const isWhole = members !== null || !/`[A-Za-z_][\w.-]*` ?\(/.test(sentence);
    if (!isWhole || (members === null && written === undefined)) return false;
    statement.refusals ??= { members: [] };
    statement.refusals.members.push(...(members ?? []));
    if (members === below) statement.refusals.words = [...(statement.refusals.words ?? []), sentence];
    statement.todos = [...(statement.todos ?? []), ...presenceTodos(sentence, members ?? [])];
    if (written !== undefined) statement.refusals.mediaType ??= { value: written, at };
    return true;
  }
  const status = own ?? (error ? null : above);
  const shown = members ?? listed;
  if (shown === null || status === null || more.length > 0) return false;
  if (members === null) statement.todos = [...(statement.todos ?? []), ...openTodos(open, status)];
  const isJson = type === undefined && /\bJSON\b/.test(sentence);
  const value = type?.toLowerCase() ?? 'application/json';
  const answer: AnswerFact = { ...{ status, at, origin: 'text', members: withThere(shown, behind) } };
  statement.answers.push(type !== undefined || isJson ? { ...answer, mediaType: { value, at } } : answer);
  return true;
}
