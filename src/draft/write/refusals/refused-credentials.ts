/** Credentials that a page refuses by a status of their own: a draft has one refusal for all of them. */

import { keysOf } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { aboutStatus } from '../../page/words/fault-pieces.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import { statusesIn } from '../../page/words/status-words.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { calledShortly, type ShortForms, shortForms } from './called-shortly.ts';
import type { OwnRefusal } from './own-refusals.ts';
import { spoken, wrong } from './refusal-words.ts';
import { inPath } from './refused-names.ts';

/** Words for a value that is not there, or that is written in another form. */
const otherFault = pattern`\b${oneOf(word.missing, word.empty, word.mandatory, 'format', 'length', 'panjang')}\b`;

interface Credential {
  name: string;
  notes: string;
}

/** The credentials that clauses of the draft replace by others. */
function replaced({ headers, queries, request }: Facts, { known, fields }: Access): Credential[] {
  return [
    ...headers.filter(({ name }) => known.headers.includes(name)),
    ...queries.filter(({ name }) => known.queries.includes(name)),
    ...request.flatMap((member) => {
      const [name = ''] = keysOf(member.pointer);
      return fields.includes(name) ? [{ ...member, name }] : [];
    }),
  ].map(({ name, notes = '' }) => ({ name, notes }));
}

/** The first words that refuse a credential by statuses which are none of those for credentials; null where none do. */
function otherwise(
  { name, notes }: Credential,
  { answers }: Facts,
  credentials: number[],
  shorts: ShortForms,
): string | null {
  const isOther = (statuses: readonly number[]): boolean =>
    statuses.some((status) => status >= 400) && !statuses.some((status) => credentials.includes(status));
  const short = calledShortly(name, shorts);
  const own = notes.split(/(?<=[.;!?])\s+|\n+/).find((one) => isOther(statusesIn(one)) && !otherFault.test(one));
  // A line may name the credential once, and say of each status what is wrong with it.
  const elsewhere = answers
    .filter(({ status }) => isOther([status]))
    .flatMap(({ status, words = '' }) => {
      const lines = words.split('\n');
      return aboutStatus(words, status).map((about, at) => ({ line: lines[at] ?? '', fault: about.words }));
    })
    .find(
      ({ line, fault }) =>
        (spoken(name).test(line) || short?.test(codesAsWords(line)) === true) &&
        wrong.test(codesAsWords(fault)) &&
        !otherFault.test(fault),
    );
  return own ?? elsewhere?.line ?? null;
}

/**
 * The question about all credentials that are refused by a status of their own, as one.
 * @param own those that have a refusal of their own in the draft
 */
export function refusedOtherwise(facts: Facts, access: Access, credentials: number[], own: OwnRefusal[]): Todo[] {
  const all = replaced(facts, access);
  const left = all.filter(({ name }) => !own.some((one) => one.name === name));
  const shorts = shortForms(inPath(facts, access, all));
  const open = left.flatMap((one) => {
    const words = otherwise(one, facts, credentials, shorts);
    return words === null ? [] : [{ name: one.name, words }];
  });
  const [first] = open;
  if (!first) return [];
  const said = [...new Set(open.map(({ words }) => `"${quotedWords(words)}"`))];
  return [
    {
      name: `refused ${first.name}`,
      what: `how another ${open.map(({ name }) => name).join(' or ')} is refused: the page says ${said.slice(0, 3).join(', ')}, and the draft has ${credentials.join(' or ')} (refusals.credentials)`,
    },
  ];
}
