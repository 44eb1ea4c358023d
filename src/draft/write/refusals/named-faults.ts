/** Which faults of a request the words about its refusals name: a documented status is that of these alone. */
import { type Json, lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { faultsOf } from '../../merge/own-statuses.ts';
import { aboutStatus } from '../../page/words/fault-pieces.ts';
import { kebab, lettersOf } from '../../page/words/spellings.ts';
import { isStatusLine, statusesIn } from '../../page/words/status-words.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { withoutAnswers } from './beside-answers.ts';
import { withoutCodesOf } from './codes.ts';
import { asWords, type Context, ownerless, restOf, type Subject, subjectsIn } from './fault-subjects.ts';
import { ofStatus, withGeneral } from './general-words.ts';
import { ofListed } from './listed-names.ts';
import { coded, spoken } from './refusal-words.ts';
import { asLacking, type End, otherType, type Wrong, wrongIn } from './wrong-words.ts';

/** What is wrong with a field: it is not there, of another type, too long or short, has another value, or is written in another form. */
export type FieldFault = 'required' | 'type' | 'length' | 'value' | 'form';

/**
 * A fault of a request; `hasEmpty` tells that a field is sent without a value as well as left out, `isForm` that a body is a
 * form, of which what cannot be read is a parameter. `end` is that at which a value is beyond its limits.
 */
export type Fault =
  | { of: 'body'; isForm: boolean }
  | {
      of:
        | 'media type'
        | 'no media type'
        | 'scheme'
        | 'authorization'
        | 'basic form'
        | 'certificate'
        | 'late'
        | 'method';
    }
  | {
      of: FieldFault;
      name: string;
      place: 'header' | 'query' | 'body';
      isCredential: boolean;
      hasEmpty?: boolean;
      isOptional?: boolean;
      end?: End;
    };

/** A fault that words name. */
export interface Named {
  subject: Subject;
  wrong: Wrong;
  /** The words that say what is wrong, of a line of several faults. */
  said?: string;
  /** A request is called malformed beside another fault, and so only by its form. */
  isApart?: true;
}

const examples = /\b(?:for example|e\.g|such as|misalnya|contohnya|seperti)\b.*$/i;

/** The names by which words may call each field; a grant type is called a grant. */
const callsOf = (name: string): RegExp =>
  lettersOf(name) === 'granttype' ? /\bgrants?(?:[ _-]?types?)?\b|\bgranttype\b/iu : spoken(name);

/** A piece of a line: what it is about, and what is wrong with that. */
interface Piece {
  /** None where it names nothing; null where it names something of which nothing is known. */
  subjects: Subject[] | null;
  wrong: Wrong[];
  said: string;
}

/** That what was named before has a value that is wrong: the value is no other field. */
const ofItsValue = pattern`^\W*(?:(?:or|and|atau|dan) )?${oneOf('its', 'has', 'have', word.holds, 'memiliki', 'mempunyai')} (?:${oneOf('an?', 'any', 'the', word.other, word.wrong)} ){0,2}${oneOf('values?', 'nilai')}\b`;

const isNo = pattern`(?:\b${word.not}|n['’]t) $`;

/** Whether a piece says that a value is not the one that is taken: it is there then, and another. */
function isNotAsListed(piece: string, { values }: Context): boolean {
  const said = values.find((value) => piece.includes(value));
  return said !== undefined && isNo.test(piece.slice(0, piece.indexOf(said)));
}

/** The pieces of a line, where those that say what is wrong of several things name all of them. */
function piecesOf(line: string, context: Context): Piece[] {
  const pieces = asLacking(withoutAnswers(ofListed(line, context)))
    .split(/[;,]\s+|\.\s+|\s\/\s|\s(?:or|atau|maupun|and|dan)\s/)
    .map((piece, at) => (at === 0 ? asWords(piece) : ownerless(asWords(piece))).replace(examples, ''))
    .filter((piece) => /\p{L}{2}/u.test(piece))
    .map(
      (piece, at): Piece => ({
        // A type is what the value is to be, and nothing that words are about.
        subjects: subjectsIn((at === 0 ? piece : piece.replace(ofItsValue, ' ')).replace(otherType, ' '), context),
        wrong: isNotAsListed(piece, context) ? ['unlike'] : wrongIn(restOf(piece, context.names, context.values)),
        said: piece,
      }),
    );
  let waiting: Subject[] = [];
  return pieces.map((piece) => {
    const { subjects, wrong } = piece;
    const all = subjects === null && waiting.length === 0 ? null : [...waiting, ...(subjects ?? [])];
    waiting = wrong.length === 0 ? (all ?? []) : [];
    return { ...piece, subjects: all };
  });
}

/** What the words of one line name; a piece without a subject or a fault has those of its neighbour. */
function namedBy(line: string, context: Context): Named[] {
  const pieces = piecesOf(line, context);
  return pieces.flatMap((piece, at): Named[] => {
    const before = pieces.slice(0, at).reverse();
    const behind = pieces.slice(at + 1);
    const isTold = ({ subjects: some }: Piece): boolean => some?.length !== 0;
    const about = isTold(piece) ? piece.subjects : ([...before, ...behind].find(isTold)?.subjects ?? null);
    const { wrong: faulty, said } = [piece, ...behind, ...before].find((one) => one.wrong.length > 0) ?? piece;
    const namedOf = (subject: Subject, wrong: Wrong): Named => ({ subject, wrong, said });
    if (pieces.some(isTold)) return (about ?? []).flatMap((subject) => faulty.map((one) => namedOf(subject, one)));
    return faulty.map((one) => namedOf(one === 'absent' ? 'fields' : 'request', one));
  });
}

/** A code in words behind the words that say what it is for. */
const codedBehind = /[\s`*:|()–—-]([A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+)[\s`*.|()]*$/;

/** What a line names: of a code with words beside it these alone, where they name something. */
function namedIn(line: string, context: Context): Named[] {
  const isName = (code: string): boolean =>
    code === '' ||
    [...context.values, ...context.names.map(({ name }) => name)].some((one) => kebab(one) === kebab(code));
  const [whole = '', code = ''] = coded.exec(line) ?? [];
  if (!isName(code)) {
    const named = namedBy(line.slice(whole.length), context);
    return named.length > 0 ? named : namedBy(code, context);
  }
  const behind = codedBehind.exec(line);
  const named = behind === null || isName(behind[1] ?? '') ? [] : namedBy(line.slice(0, behind.index), context);
  return named.length > 0 ? named : namedBy(line, context);
}

/** A field of a request, as words may be about it. */
export type Part = Pick<Extract<Fault, { name: string }>, 'name' | 'place' | 'isOptional'>;

/** Whether words about a subject are about a field. */
export function isOf(subject: Subject, { name, place, isOptional }: Part): boolean {
  if (typeof subject === 'object') return subject.name === name;
  if (subject === 'headers') return place === 'header';
  const isMandatory = subject.startsWith('mandatory ');
  const kind = isMandatory ? subject.slice('mandatory '.length) : subject;
  if (isMandatory && isOptional === true) return false;
  return kind === 'fields' || (kind === 'members' && place === 'body');
}

/** Whether what is named is a fault. */
export function covers({ subject, wrong, isApart }: Named, fault: Fault): boolean {
  if (wrong === 'twice') return false;
  // Whoever authenticates in another way has sent a request that can be read.
  if (fault.of === 'authorization') return subject === 'authorization' && wrong !== 'format';
  // A request that is not complete lacks something, and what it has is not wrong.
  if (subject === 'request' && wrong === 'absent') return fault.of === 'required';
  // A value that is not taken is one of its form.
  if (isApart && fault.of === 'value') return false;
  if (subject === 'request') return !['scheme', 'basic form', 'late'].includes(fault.of);
  if (subject === 'what it holds') return 'name' in fault;
  // Of JSON that cannot be read nobody knows the fields: words about these say nothing of it.
  const isOfField = subject === 'fields' || subject === 'members';
  if (fault.of === 'body' && fault.isForm && isOfField) return ['any', 'format', 'schema'].includes(wrong);
  if (!('name' in fault)) return subject === fault.of;
  const isOfBody = subject === 'body' && fault.place === 'body' && (wrong === 'any' || wrong === 'schema');
  const isAbout = isOf(subject, fault) || isOfBody;
  if (!isAbout) return false;
  if (fault.end !== undefined && (wrong === 'length' || wrong === fault.end)) return true;
  // Too long a credential is another than the one issued as well.
  const isFormed = fault.of === 'length' && fault.isCredential;
  return isFormed ? ['format', 'schema'].includes(wrong) : coveredBy[fault.of].includes(wrong);
}

/** What is said to be wrong with a field, by its faults: of a value that is another nothing says that it may not be there. */
const coveredBy: Record<FieldFault, Wrong[]> = {
  required: ['absent', 'empty', 'schema', 'any'],
  type: ['type', 'format', 'schema', 'unlike', 'any'],
  length: ['format', 'schema', 'unlike', 'any'],
  value: ['other', 'range', 'format', 'schema', 'unlike', 'any'],
  form: ['format', 'type', 'schema', 'unlike', 'any'],
};

/** The texts that the page gives to fields of the request. */
const textsOf = (schema: Json): string[] =>
  [schema]
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.length > 2)
    .map(asWords);

/** What the words of an answer say about its status, line by line; of a line that names others, what names none may be of it. */
function saidOf(status: number, words: string): { words: string }[] {
  const lines = words.split('\n');
  return aboutStatus(words, status).flatMap((one, at) => {
    if (one.undivided) return [];
    if (one.words !== '' || words === '') return [{ words: one.words }];
    const own = (lines[at] ?? '').split(/(?<=[.;])\s+/).filter((part) => statusesIn(part).length === 0);
    return own.length === 0 ? [] : [{ words: own.join(' ') }];
  });
}

/** A line of the words about a status, and what it names. */
export interface NamingLine {
  status: number;
  line: string;
  named: Named[];
}

/** Tells what each line of the words about an answer names: the same ones are asked for status by status, and with others. */
const namingOf = once((facts: Facts) => {
  const { headers: sent, queries, request } = facts;
  const read = faultsOf(facts);
  const context: Context = {
    names: [
      ...new Set([...[...sent, ...queries].map(({ name }) => name), ...request.map((one) => lastKeyOf(one.pointer))]),
    ].flatMap((name) => (/[a-z]/i.test(name) ? [{ name, calls: callsOf(name) }] : [])),
    values: [
      ...textsOf('client_credentials'),
      ...[...sent, ...queries, ...request].flatMap(({ schema }) =>
        [schema['const'] ?? [], schema['enum'] ?? []].flat().flatMap(textsOf),
      ),
    ],
  };
  const namedOf = (status: number, words: string): Named[] =>
    read.isSilent(status, words) || isStatusLine(status, words)
      ? [{ subject: ofStatus(status), wrong: 'any' }]
      : withGeneral(status, namedIn(words, context));
  return once((answer: AnswerFact): readonly NamingLine[] => {
    const { status, words = '' } = answer;
    const bare = withoutCodesOf(answer).split('\n');
    return words.split('\n').map((line, at) => ({
      ...{ status, line },
      named: saidOf(status, bare[at] ?? '').flatMap((said) => namedOf(status, said.words)),
    }));
  });
});

/** The lines of the words about some statuses, each with what it names. */
export function linesNamed(facts: Facts, statuses: number[]): NamingLine[] {
  return facts.answers.filter(({ status }) => statuses.includes(status)).flatMap((answer) => namingOf(facts)(answer));
}

/** Tells what of the words about some statuses names a fault. */
export function faultsNamed(facts: Facts, statuses: number[]): (fault: Fault) => Named[] {
  const named = linesNamed(facts, statuses).flatMap((one) => one.named);
  return (fault) => named.filter((one) => covers(one, fault));
}
