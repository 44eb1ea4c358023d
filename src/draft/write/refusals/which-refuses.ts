/** What the words about each refusal say of who gets it: whoever sends wrong credentials, or wrong parameters. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { faultsOf } from '../../merge/own-statuses.ts';
import type { FaultWords } from '../../page/sentences/fault-words.ts';
import { credentialKind } from '../../page/values/values.ts';
import { aboutStatus, faultsIn, withSubjects } from '../../page/words/fault-pieces.ts';
import { remembered } from '../../page/words/remembered.ts';
import { kebab } from '../../page/words/spellings.ts';
import { withoutReason } from '../../page/words/status-words.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { withoutCodesOf } from './codes.ts';
import { absent, coded, spoken, wrong } from './refusal-words.ts';

/** What the words about one status say. */
export interface Refusing {
  status: number;
  words: string;
  /** Those of them that are about this status, where they are about others as well. */
  own: string;
  /** Nothing but that a request is refused: the status has the meaning that HTTP gives it. */
  silent: boolean;
  /** It refuses wrong credentials: whichever they are, or some that are named. */
  credentials: 'all' | 'some' | null;
  /** It refuses something else than credentials, or nothing says what. */
  parameters: boolean;
  /** It refuses those credentials as well that are not there. */
  absence: boolean;
  /** It stands beside others, and nothing says which is for what. */
  undivided: boolean;
}

/** Words for both parts of credentials, as `login or password`. */
const holder = oneOf(
  word.client,
  ...['log-?in', 'user(?:[ -]?name)?', 'ids?', 'keys?', 'code', 'kode \\w+', 'app', 'nama pengguna', 'pengguna'],
);
const secret = oneOf(
  'passwords?',
  'passcodes?',
  'pass phrase',
  'secrets?',
  'keys?',
  'pins?',
  '(?:kata )?sandi',
  'rahasia',
);
const isWrongly = `(?: ?${word.is})?(?: ?${oneOf(word.wrong, 'not known', 'unknown', 'tidak dikenal')})?`;
const between = oneOf(word.the, word.client, 'wrong', 'api', 'app', 'user');
const pair = pattern`\b${holder}${isWrongly},? ?(?:${word.or}|${word.and}|/) ?(?:${between} ){0,2}${secret}\b`;

/** Words for the credentials as a whole, and for what is done with them. */
const whole = /\b(?:credentials?|kredensial|log-?in)\b/i;
const failing = pattern`${oneOf(
  `\\b${word.authentication}\\b[^.;]{0,12}\\b${oneOf(word.fails, word.fault, word.refused, word.wrong)}\\b`,
  `\\b${oneOf(word.fails, word.wrong)} (?:\\w+ )?${word.authentication}\\b`,
  `\\binvalid client\\b(?!\\s+\\w+ ${word.missing})`,
)}`;

/** Words that are of whoever is not authenticated, whether something wrong was sent or nothing. */
const unproven = pattern`${oneOf(
  `\\b(?:${word.authentication}|authori[sz]ation)\\b[^.;]{0,12}\\b${oneOf(word.fails, word.fault, word.refused, word.mandatory)}\\b`,
  `\\b${word.fails} (?:\\w+ )?${word.authentication}\\b`,
  '\\binvalid[ _]client\\b',
  `\\b(?:un|${word.not} )(?:authori[sz]ed|authenticated|terautentikasi|terotorisasi)\\b`,
)}`;

/** Some of the credentials, and who holds them; what is said of their type or form is another matter. */
const some =
  /\b(?:clients?|users?|keys?|secrets?|passwords?|passcodes?|pass phrase|pins?|signatures?|certificates?|partners?|merchants?|consumers?|apps?|applications?|agents?|tpp|subscriptions?|stores?|shops?|klien|pengguna|kunci|rahasia|sandi|mitra|agen|toko|tanda tangan|sertifikat|apikey|secretkey|(?<!request |trace |external |reference )ids?)\b(?! (?:type|format|length|agent))/i;
const form = pattern`\b${oneOf('format', 'length', 'panjang', 'type', 'tipe', 'method', 'scheme', 'mandatory', word.member)}\b`;

/** Wrong, in words that tables use as well; `unauthorized: signature` says it by the status. */
const faulty =
  /\b(?:bad|keliru|unauthori[sz]ed|differs?|(?:do not|don['’]t|does not|cannot|could not|not) (?:know|verify|verified|recogni[sz]e|belong together)|rejected|refused|altered)\b/i;

const misshapen = pattern`\b${oneOf(word.empty, 'malformed', 'unsupported', 'incomplete', 'lengkap', 'kurang', 'sesuai')}\b`;

const isWrong = (words: string): boolean => wrong.test(words) || faulty.test(words);
const isFault = (words: string): boolean => isWrong(words) || absent.test(words) || misshapen.test(words);

/** Names in words as people write them, and codes without their digits; the name of a media type is none of whoever sends it. */
const spelled = remembered((words: string): string =>
  words
    .replace(/\b(?:application|text|multipart)\/[\w.+-]+/gi, ' ')
    .replace(/[`*"]/g, ' ')
    .replace(/\b[A-Za-z]+(?:[_-][A-Za-z]+)+\b|\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => kebab(name).split('-').join(' '))
    .replace(/\s+/g, ' '),
);

/** Statuses for faults of the form of a request. */
const ofForm = [400, 422];

/** Whether one fault is that of credentials. */
function ofCredentials(words: string): 'all' | 'some' | null {
  if (form.test(words)) return null;
  if (failing.test(words) || ((whole.test(words) || pair.test(words)) && isWrong(words))) return 'all';
  return some.test(words) && isWrong(words) ? 'some' : null;
}

/** The faults that words name, each by itself where all of them say what is wrong; both parts of credentials are of one fault. */
function separate(words: string): string[] {
  const clauses = words.split(/[;,]\s+/).filter((one) => /\p{L}{2}/u.test(one));
  const each = clauses.every(isFault) ? clauses : [words];
  return each.flatMap((clause) => {
    const faults = pair.test(clause) ? [clause] : withSubjects(faultsIn(clause));
    return faults.length > 1 && faults.every(isFault) ? faults : [clause];
  });
}

/** A code of an answer, and the words of its status: they are of whoever is not authenticated as they stand alone. */
const ofClient = /\binvalid[ _]client\b/gi;

/**
 * Whether words are of credentials as well that are not there, as `authentication failed` is: those that say what is wrong of
 * them are not, whatever code or reason of the status stands beside them.
 */
function isOfAbsence(words: string, status: number, credentials: Refusing['credentials']): boolean {
  const all = words.split('\n').map((line) => withoutReason(status, line).replace(coded, ''));
  const isTold = (line: string): boolean => {
    const uncoded = line.replace(ofClient, ' ');
    return !unproven.test(uncoded) && ofCredentials(spelled(uncoded)) !== null;
  };
  // What a list below says of single ones leaves that which stands above it.
  const [first = '', ...below] = all.filter((line) => line.trim() !== '');
  const isAbove = below.length > 0 && below.every((line) => /^\s*(?:[-*•]|\d+[.)])\s/.test(line));
  if (credentials === 'some' && !isAbove) return false;
  const told = isAbove ? [first] : all;
  return told.some((line) => unproven.test(line)) && !told.some(isTold);
}

function refusing(answer: AnswerFact, { isSilent, isOwn }: FaultWords, fields: RegExp[]): Refusing {
  const { status, words = '' } = answer;
  const lines = aboutStatus(withoutCodesOf(answer), status);
  // Whatever word for credentials the name of a field has in it.
  const nameless = (fault: string): string =>
    ofForm.includes(status) ? fields.reduce((text, form) => text.replace(form, ' '), fault) : fault;
  const said = lines.filter((one) => !one.undivided && isOwn(status, one.words) && !isSilent(status, one.words));
  const senses = said.flatMap((one) => separate(spelled(one.words)).map((fault) => ofCredentials(nameless(fault))));
  const isOpen = lines.some((one) => one.undivided);
  const own = lines.map((one) => one.words).join('\n');
  const silent = !isOpen && lines.every((one) => isSilent(status, one.words));
  const credentials = senses.find((one) => one === 'all') ?? senses.find((one) => one !== null) ?? null;
  return {
    ...{ status, silent, credentials },
    words: words.replace(/\s+/g, ' ').trim(),
    ...{ own, absence: silent || absent.test(own) || isOfAbsence(own, status, credentials) },
    parameters: senses.includes(null) || (!isOpen && lines.some((one) => isSilent(status, one.words))),
    undivided: isOpen,
  };
}

/** Whether words name the credentials as a whole. */
export const namesWhole = ({ words }: Pick<Refusing, 'words'>): boolean =>
  failing.test(spelled(words)) || whole.test(words);

/** Whether words are of the credentials as a whole, whichever of them is wrong. */
export const isOfWhole = (one: Refusing): boolean => one.silent || namesWhole(one) || unproven.test(one.words);

/** The same of words that name values of a request, which `rest` is without: these may be called as the whole is, as a `login`. */
export const isOfWholeBeside = ({ silent, undivided, words }: Refusing, rest: string): boolean =>
  silent || undivided || unproven.test(words) || failing.test(spelled(words)) || whole.test(rest);

/** What the words of each refusal say. */
export const whichRefuse = once((facts: Facts): readonly Refusing[] => {
  const read = faultsOf(facts);
  const names = [...facts.headers, ...facts.queries].map(({ name }) => name);
  const fields = [...names, ...facts.request.map(({ pointer }) => lastKeyOf(pointer))]
    .filter((name) => credentialKind(name) === null)
    .map(spoken);
  return facts.answers.filter(({ status }) => status >= 400).map((answer) => refusing(answer, read, fields));
});
