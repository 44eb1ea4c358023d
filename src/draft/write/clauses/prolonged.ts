/** Tokens whose life begins anew with each use, by the words of a page: what an answer declares is then no end of them. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { saidOnPage } from '../basis/said-on-page.ts';
import { lifetimeOf, tokenOf } from './open.ts';

/** A life that is begun anew. */
const anew = oneOf(
  ...['restart(?:s|ed)?', 'resets?', 'renew(?:s|ed)?', 'extend(?:s|ed)?', 'prolong(?:s|ed)?', 'refresh(?:es|ed)?'],
  ...['push(?:es|ed)? back', 'starts? (?:again|anew|over)', 'begins? (?:again|anew)', 'counted (?:again|anew)'],
  ...['memperpanjang', 'diperpanjang', 'mengulang', 'diulang', 'direset', 'mereset', 'dihitung ulang', 'diperbarui'],
);

/** The use of a token. */
const use = `(?:${oneOf(word.request, 'pemanggilan', 'us(?:e|age)', 'activity', 'pemakaian', 'penggunaan', 'aktivitas')})`;
const eachUse = `\\b${oneOf(word.all, word.by, word.with, 'on', 'upon', 'last', 'terakhir', 'oleh')} (?:${oneOf(word.the, word.all, 'api', 'new', 'further', 'successful', 'kali', 'ada')} )*${use}\\b`;

/** What is counted. */
const life = oneOf(
  ...[
    word.lifetime,
    'tokens?(?:nya)?',
    'sessions?',
    'sesi',
    'clock',
    'timer',
    'validity',
    'expiry',
    'expiration',
    'it',
  ],
  ...['time', 'waktu', 'masa berlakunya', 'countdown'],
);

const prolongs = [
  pattern`\b(?:sliding|rolling)\b[^.;]{0,60}\b${oneOf(life, word.expired, use)}\b`,
  pattern`\b${life}\b[^.;]{0,60}\b(?:sliding|rolling)\b`,
  pattern`^\W*(?:sliding|rolling)\W*$`,
  pattern`${eachUse}[^.;]{0,60}\b${anew}\b[^.;]{0,40}\b${life}\b`,
  pattern`\b${life}\b[^.;]{0,60}\b${anew}\b[^.;]{0,40}${eachUse}`,
  pattern`${eachUse}[^.;]{0,40}\b${life}\b[^.;]{0,30}\b${anew}\b`,
  pattern`\b${oneOf(word.without, 'since', 'after', 'of', 'sejak', 'setelah')} (?:${oneOf(word.the, word.all, 'last', 'api', 'ada')} )*(?:${use}(?: terakhir)?)(?=[\s.,;]|$)[^.;]{0,60}\b${oneOf('ends?', word.expired, 'expires?', 'dies', 'berakhir', 'habis')}\b`,
  pattern`\b(?:token|session|sesi)\b[^.;]{0,40}\b${oneOf('ends?', word.expired, 'expires?', 'dies', 'berakhir', 'habis')}\b[^.;]{0,60}\b(?:inactivity|idle(?:ness)?|tidak aktif|tanpa aktivitas)\b`,
];

/** Words that deny it, and those of what prolongs another thing. */
const denied = pattern`\b${oneOf(word.not, 'cannot', 'nothing', 'refresh[_ -]?token', 'certificates?')}\b`;

const saysProlonged = (sentence: string): boolean =>
  prolongs.some((form) => form.test(sentence)) && !denied.test(sentence);

/** The sentences of a page by which the use of a token prolongs its life. */
export function prolongedIn(facts: Facts): string[] {
  const beside = [tokenOf(facts), lifetimeOf(facts).member].flatMap((member) => member?.notes?.split('\n') ?? []);
  const sentences = beside.flatMap((line) => (line.split(/(?<=[.;])\s+/).some(saysProlonged) ? [line.trim()] : []));
  const all = [...new Set([...sentences, ...saidOnPage(facts, saysProlonged)])];
  // What is said beside a member is a cell of the page as well.
  return all.filter((one, index) => !all.slice(0, index).some((other) => other.includes(one) || one.includes(other)));
}

/** Sentences that a question shows. */
const mostShown = 3;

/** The questions about the life of a token, and when one ends that its use prolongs: a draft has no clause of that. */
export function lifeTodos(facts: Facts): Todo[] {
  const { member, todos } = lifetimeOf(facts);
  const said = member === null ? [] : prolongedIn(facts).slice(0, mostShown);
  if (said.length === 0) return todos;
  const shown = said.map((one) => `"${quotedWords(one)}"`).join(', ');
  const what = `when a token ends: the page says ${shown}, by which its use prolongs it, and the draft has no clause that it is refused at the end of the life declared for it`;
  return [...todos, { name: 'life prolonged', what }];
}
