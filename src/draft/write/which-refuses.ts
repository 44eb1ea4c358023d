/** What the words about each refusal say of who gets it: whoever sends wrong credentials, or wrong parameters. */
import type { AnswerFact, Facts } from '../facts/facts.ts';
import { faultsOf } from '../facts/own-statuses.ts';
import { aboutStatus, faultsIn } from '../page/fault-pieces.ts';
import type { FaultWords } from '../page/fault-words.ts';
import { kebab } from '../page/spellings.ts';
import { absent, wrong } from './refusal-words.ts';

/** What the words about one status say. */
export interface Refusing {
  status: number;
  words: string;
  /** Nothing but that a request is refused: the status has the meaning that HTTP gives it. */
  silent: boolean;
  /** It refuses wrong credentials: whichever they are, or some that are named. */
  credentials: 'all' | 'some' | null;
  /** It refuses something else than credentials, or nothing says what. */
  parameters: boolean;
  /** It stands beside others, and nothing says which is for what. */
  undivided: boolean;
}

/** Words for both parts of credentials, as `login or password`. */
const pair =
  /\b(?:log-?in|user(?:[ -]?name)?|ids?|keys?|code|kode \w+|client|consumer|partner|merchant|app|mitra|nama pengguna|pengguna|klien) ?(?:is |are )?(?:not known|unknown|wrong|invalid|tidak dikenal|salah)?,? ?(?:or|and|\/|atau|dan) ?(?:the |an? |its |wrong |client |consumer |api |app |partner |merchant |user ){0,2}(?:passwords?|passcodes?|pass phrase|secrets?|keys?|pins?|(?:kata )?sandi|rahasia)\b/i;

/** Words for the credentials as a whole, and for what is done with them. */
const whole = /\b(?:credentials?|kredensial|log-?in)\b/i;
const failing =
  /\b(?:authenticat\w+|autentikasi|otentikasi|log-?in|sign-?in)\b[^.;]{0,12}\b(?:fail\w*|errors?|gagal|refused|rejected|denied|ditolak|invalid|wrong|salah)\b|\b(?:fail\w*|gagal|invalid|wrong|bad) (?:\w+ )?(?:authentication|login|log-?in|otentikasi|autentikasi)\b|\binvalid client\b(?!\s+\w+ (?:missing|absent))/i;

/** Words that are of whoever is not authenticated, whether something wrong was sent or nothing. */
const unproven =
  /\b(?:authenticat\w+|autentikasi|otentikasi|log-?in|sign-?in|authori[sz]ation)\b[^.;]{0,12}\b(?:fail\w*|errors?|gagal|refused|rejected|denied|ditolak|required|diperlukan)\b|\b(?:fail\w*|gagal) (?:\w+ )?(?:authenticat\w+|autentikasi|otentikasi|log-?in)\b|\binvalid[ _]client\b|\b(?:un|not |tidak |belum )(?:authori[sz]ed|authenticated|terautentikasi|terotorisasi)\b/i;

/** Some of the credentials, and who holds them; what is said of their type or form is another matter. */
const some =
  /\b(?:clients?|users?|keys?|secrets?|passwords?|passcodes?|pass phrase|pins?|signatures?|certificates?|partners?|merchants?|consumers?|apps?|applications?|agents?|tpp|subscriptions?|stores?|shops?|klien|pengguna|kunci|rahasia|sandi|mitra|agen|toko|tanda tangan|sertifikat|apikey|secretkey|(?<!request |trace |external |reference )ids?)\b(?! (?:type|format|length|agent))/i;
const form = /\b(?:format|length|panjang|type|tipe|method|scheme|mandatory|fields?|kolom|isian)\b/i;

/** Wrong, in words that tables use as well; `unauthorized: signature` says it by the status. */
const faulty =
  /\b(?:bad|keliru|unauthori[sz]ed|differs?|(?:do not|don['’]t|does not|cannot|could not|not) (?:know|verify|verified|recogni[sz]e|belong together)|rejected|refused|altered)\b/i;

const isWrong = (words: string): boolean => wrong.test(words) || faulty.test(words);
const isFault = (words: string): boolean =>
  isWrong(words) ||
  absent.test(words) ||
  /\b(?:malformed|kosong|empty|blank|unsupported|incomplete|lengkap|kurang|sesuai)\b/i.test(words);

/** Names in words as people write them, and codes without their digits. */
const spelled = (words: string): string =>
  words
    .replace(/[`*"]/g, ' ')
    .replace(/\b[A-Za-z]+(?:[_-][A-Za-z]+)+\b|\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => kebab(name).split('-').join(' '))
    .replace(/\s+/g, ' ');

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
    const faults = pair.test(clause) ? [clause] : faultsIn(clause);
    return faults.length > 1 && faults.every(isFault) ? faults : [clause];
  });
}

function refusing({ status, words = '' }: AnswerFact, { isSilent, isOwn }: FaultWords): Refusing {
  const lines = aboutStatus(words, status);
  const said = lines.filter((one) => !one.undivided && isOwn(status, one.words) && !isSilent(status, one.words));
  const senses = said.flatMap((one) => separate(spelled(one.words)).map(ofCredentials));
  const isOpen = lines.some((one) => one.undivided);
  return {
    status,
    words: words.replace(/\s+/g, ' ').trim(),
    silent: !isOpen && lines.every((one) => isSilent(status, one.words)),
    credentials: senses.find((one) => one === 'all') ?? senses.find((one) => one !== null) ?? null,
    parameters: senses.includes(null) || (!isOpen && lines.some((one) => isSilent(status, one.words))),
    undivided: isOpen,
  };
}

/** Whether words are of the credentials as a whole, whichever of them is wrong. */
export const isOfWhole = ({ words, silent }: Refusing): boolean =>
  silent || failing.test(spelled(words)) || whole.test(words) || unproven.test(words);

/** Whether the words of a refusal of credentials are of those as well that are not there, as `authentication failed` is. */
export const refusesAbsent = ({ silent, words, credentials }: Refusing): boolean =>
  silent || absent.test(words) || (credentials !== 'some' && unproven.test(words));

/** What the words of each refusal say. */
export function whichRefuse(facts: Facts): Refusing[] {
  const read = faultsOf(facts);
  return facts.answers.filter(({ status }) => status >= 400).map((answer) => refusing(answer, read));
}
