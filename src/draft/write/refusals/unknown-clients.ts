/** Clients that nobody knows, whom a page refuses by a status that is none of those of wrong credentials. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { namesFor } from './called-names.ts';
import type { OwnRefusal } from './own-refusals.ts';
import { notIssued } from './refusal-words.ts';
import { givenIn, inPath } from './refused-names.ts';

/** Whoever asks for a token, by no name of what is sent. */
export const asking = pattern`\b${oneOf(word.client, word.user, 'app(?:lication)?s?', 'accounts?', 'credentials?', 'aplikasi', 'akun')}\b`;
/** Something of a client that is known or not, and is no credential. */
const belonging = /\b(?:ip|address|alamat|domain|certificate|sertifikat|token|scopes?|url)\b/i;

/** Whether a draft has clauses that send the credentials of a client that nobody knows. */
const sendsOther = ({ mechanism, known, fields }: Access): boolean =>
  mechanism !== null || known.headers.length + known.queries.length + fields.length > 0;

/** The question how a client is refused that nobody knows, where words name it by a status which the draft has for none. */
export function unknownClientTodos(facts: Facts, access: Access, credentials: number[], own: OwnRefusal[]): Todo[] {
  if (!sendsOther(access)) return [];
  const given = inPath(facts, access, givenIn(facts, access));
  const inPaths = inPath(facts, access, []);
  // Whoever stands in the path is asked about by itself, and may be called as a key beside it is.
  const names = [given, inPaths].flatMap((all) => all.flatMap((one) => namesFor(one, all)));
  const isOpen = (status: number): boolean =>
    status >= 400 &&
    status < 500 &&
    !credentials.includes(status) &&
    !own.some(({ statuses }) => statuses.includes(status));
  const isOf = (line: string): boolean =>
    notIssued.test(line) && asking.test(line) && !belonging.test(line) && !names.some((form) => form.test(line));
  const said = facts.answers
    .filter(({ status }) => isOpen(status))
    .flatMap(({ status, words = '' }) =>
      words
        .split('\n')
        .filter((line) => isOf(codesAsWords(line.slice(0, longest))))
        .map((line) => `${status} for "${quotedWords(line)}"`),
    );
  if (said.length === 0) return [];
  return [
    {
      name: 'refused client',
      what: `how a client that nobody knows is refused: the page has ${[...new Set(said)].slice(0, 3).join(', ')}, and the draft has ${credentials.join(' or ')} for another id than the one issued (refusals.credentials)`,
    },
  ];
}

/** Characters of a line about refusals that is looked at. */
const longest = 300;
