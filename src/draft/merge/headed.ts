/** Which member of an answer the head of a column names, where a table of statuses gives values below it. */

import { registeredWords } from '../../contract/registered.ts';
import type { Json } from '../../formats/json.ts';
import { lastKeyOf } from '../../formats/json.ts';
import type { AnswerFact, Member } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import { flat } from '../page/words/spellings.ts';

/** Heads of columns that were read, by the pointer that they look like; each with its values by status. */
export type Headed = Map<string, Map<number, Json[]>>;

/** The values that a schema lists. */
export const valuesOf = ({ schema }: Member): Json[] => [schema['const'] ?? [], schema['enum'] ?? []].flat();

const lastOf = (pointer: string): string => flat(lastKeyOf(pointer));

/** The last name of a head, with the word that members have in place of its Indonesian one. */
const wordOf = (headed: string): string =>
  lastOf(headed)
    .replace(/^kode(?:respons|balasan|kesalahan|galat|error)?$/, 'code')
    .replace(/^pesan(?:respons|balasan|kesalahan|galat|error)?$/, 'message');

const isTop = ({ pointer }: Member): boolean => pointer.lastIndexOf('/') === 0;

/** Whether a head is the last name of a member, or its names from the top, letter case and separators aside. */
const isNamedAs = (headed: string, pointer: string): boolean =>
  flat(headed) === lastOf(pointer) || (headed.includes('/', 1) && headed === pointer);

/** Where OAuth says which member of a refusal holds its code. */
export const oauthPlace = 'RFC 6749, section 5.2';

/** What `error` holds, of which no page has to say where it is. */
const oauthErrors = registeredWords[oauthPlace] ?? [];

/** The values of columns by status. */
export function headedIn(answers: AnswerFact[]): Headed {
  const found: Headed = new Map();
  for (const { status, members } of answers)
    for (const member of members.filter(({ byStatus, absent }) => byStatus && !absent)) {
      const values = found.get(member.pointer) ?? new Map<number, Json[]>();
      values.set(status, [...(values.get(status) ?? []), ...valuesOf(member)]);
      found.set(member.pointer, values);
    }
  return found;
}

/** The members whose sample shows, of each status that it is of, a value that the column has for that status; a number is no proof. */
function shownIn(values: Map<number, Json[]>, answers: AnswerFact[]): Member[] {
  const shown = answers.flatMap(({ status, members }) =>
    members.flatMap((member) =>
      !member.byStatus && !isInItems(member.pointer) && typeof member.example === 'string' && values.has(status)
        ? [{ status, member }]
        : [],
    ),
  );
  const holds = ({ status, member }: (typeof shown)[number]): boolean =>
    member.example !== undefined && values.get(status)?.includes(member.example) === true;
  return shown
    .filter((one) => holds(one) && (/[a-z]/i.test(String(one.member.example)) || String(one.member.example).length > 5))
    .filter(({ member }) => shown.every((other) => other.member.pointer !== member.pointer || holds(other)))
    .map(({ member }) => member);
}

/** Members of a grant whose name ends as a head does, where codes of that head begin with their status and have its length. */
function codesIn(headed: string, all: Headed, granted: Member[]): Member[] {
  const heads = [...all].filter(([head]) => head.lastIndexOf('/') === 0);
  const codes = heads.filter(([, values]) =>
    [...values].every(
      ([status, own]) =>
        own.length > 0 &&
        own.every((value) => /^\d{5,}$/.test(String(value)) && String(value).startsWith(String(status))),
    ),
  );
  const [code] = codes;
  if (!code || codes.length > 1 || !['code', 'message'].includes(wordOf(headed))) return [];
  const lengths = new Set([...code[1].values()].flat().map((value) => String(value).length));
  const fitting = granted.filter(
    (member) =>
      isTop(member) &&
      lastOf(member.pointer).endsWith('code') &&
      wordOf(code[0]).endsWith('code') &&
      [...lengths].every((length) => length === (member.schema['maxLength'] ?? String(member.example ?? '').length)),
  );
  const stems = new Set(fitting.map(({ pointer }) => lastOf(pointer).replace(/code$/, '')));
  const [stem] = stems;
  if (stem === undefined || stems.size > 1) return [];
  return granted.filter((member) => isTop(member) && lastOf(member.pointer) === `${stem}${wordOf(headed)}`);
}

/** The member of refusals whose own list has all of some codes, or that holds those of OAuth; none where several do. */
function listingAll(codes: Json[], refused: Member[]): Member[] {
  if (codes.length === 0) return [];
  const areOauth = codes.every((one) => oauthErrors.includes(String(one)));
  const isOfOauth = ({ pointer, schema }: Member): boolean =>
    areOauth && pointer === '/error' && (schema['type'] ?? 'string') === 'string';
  const found = refused.filter((member) => codes.every((one) => valuesOf(member).includes(one)) || isOfOauth(member));
  return new Set(found.map(({ pointer }) => pointer)).size === 1 ? found : [];
}

/**
 * The members that a head names: what lies deeper in a grant says where a refusal holds it where the head names it whole. A head
 * that is the name of none is that of a member whose samples show the values, or of one with a code that begins with the status.
 */
export function knownAs(headed: string, all: Headed, answers: AnswerFact[], refused: Member[]): Member[] {
  const granted = answers
    .filter(({ status }) => status < 400)
    .flatMap(({ members }) => members.filter(({ byStatus }) => byStatus === undefined));
  const named = [
    ...refused.filter(({ pointer }) => isNamedAs(headed, pointer)),
    ...granted.filter((member) => (member.pointer === headed || isTop(member)) && isNamedAs(headed, member.pointer)),
  ];
  if (named.length > 0) return named;
  const values = all.get(headed) ?? new Map<number, Json[]>();
  const shown = shownIn(values, answers);
  if (shown.length > 0) return shown;
  const codes = codesIn(headed, all, granted);
  if (codes.length > 0) return codes;
  const listed = [...values.values()].flat();
  const listing = listingAll(listed, refused);
  if (listing.length > 0) return listing;
  const isOauth = headed === '/error' && listed.length > 0 && listed.every((one) => oauthErrors.includes(String(one)));
  return isOauth
    ? [{ pointer: headed, at: oauthPlace, origin: 'table', required: null, schema: { type: 'string' } }]
    : [];
}
