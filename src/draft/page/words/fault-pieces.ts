/** The parts of words about refusals that are about one status each, or about one fault each. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { statusesIn, withoutReason } from './status-words.ts';

/** Characters of words about a status that are looked at. */
const most = 600;

/** Signs and words between the parts of a sentence that lists statuses; parentheses belong to the status before them. */
const joining = oneOf(word.and, word.but, 'while', 'sedangkan', 'whereas');
const between = RegExp(`[;.]\\s+|,\\s+|\\s[-–—|]\\s|\\s${joining}\\s`, 'u');

const ofStatus = oneOf('http', 'status(?:es)?', word.code, word.fault);
const aboutStatuses = everywhere`\b${ofStatus}\b`;
const isEmpty = (part: string): boolean => !/\p{L}{2}/u.test(part.replace(aboutStatuses, ''));

const begins = pattern`^\W*(?:(?:${ofStatus}|${word.answer})\W+){0,3}\d{3}\b`;

/** The parts of a line with the statuses that each names: a part without one belongs to that before it, or to that behind it where faults come first. */
function partsOf(line: string): { statuses: readonly number[]; words: string }[] {
  const parts = line
    .slice(0, most)
    .split(between)
    .map((words) => ({ words, statuses: statusesIn(words) }));
  const found: { statuses: readonly number[]; words: string }[] = [];
  // `401: wrong key, or blocked` goes on; `wrong key, or blocked: 401` begins before.
  const isAhead = begins.test(line);
  let ahead = '';
  for (const { words, statuses } of parts) {
    const last = found.at(-1);
    if (statuses.length === 0 && last && isAhead) last.words += `; ${words}`;
    else if (statuses.length === 0) ahead += `${words}; `;
    else {
      found.push({ statuses, words: ahead + words });
      ahead = '';
    }
  }
  const last = found.at(-1);
  if (last && ahead !== '') last.words += `; ${ahead}`;
  return found;
}

const ofSeveral = pattern`\b${word.or}\b|/|[45]\d\d\s*[–\-]\s*[45]\d\d`;

/** What words say about one status, line by line; a line that names no other is about it as a whole. */
export function aboutStatus(words: string, status: number): { words: string; undivided: boolean }[] {
  return words.split('\n').map((line) => {
    const others = statusesIn(line.slice(0, most)).filter((one) => one !== status);
    if (others.length === 0) return { words: withoutReason(status, line.slice(0, most)), undivided: false };
    const own = partsOf(line).filter((part) => part.statuses.includes(status));
    return {
      words: withoutReason(status, own.map((part) => part.words).join('; ')),
      undivided: own.some(
        (part) => part.statuses.some((one) => one !== status && one >= 400) && ofSeveral.test(part.words),
      ),
    };
  });
}

const betweenFaults = RegExp(`[;,.]\\s+|\\s/\\s|\\s(?:${word.or}|${word.and})\\s`, 'u');

/** The faults that words name one beside the other, as `invalid credentials` and `missing field` of both with `or` between them. */
export const faultsIn = (words: string): string[] => words.split(betweenFaults).filter((one) => !isEmpty(one));

const state = oneOf(word.is, 'was', 'were', '(?:has|have) been', 'sudah', 'telah');
const goesOn = pattern`^\W*(?:(?:${oneOf(state, word.or, word.and)}) )*(?:${word.not} )?\p{L}+\W*$`;

/** Pieces of words, those that are a fault alone with what they are of: `The key is missing or wrong` is about one key. */
export function withSubjects(pieces: string[], isFault: (piece: string) => boolean = () => true): string[] {
  const whole: string[] = [];
  for (const piece of pieces)
    if (whole.length > 0 && goesOn.test(piece) && isFault(piece)) whole.push(`${whole.pop()} or ${piece}`);
    else whole.push(piece);
  return whole;
}

/** A token that is sent in another form of the same request, where it has a member for that. */
const renewal = /\brefresh[-_ ]?tokens?\b/i;

/** Words without the faults of renewals, where others stand beside them; these are those of each request. */
export function withoutRenewals(words: string): string {
  const pieces = faultsIn(words);
  const others = pieces.filter((piece) => !renewal.test(piece));
  return others.length === 0 || others.length === pieces.length ? words : others.join(', ');
}
