/** The code that an answer which grants holds, where samples alone show it: by it a client knows that it has a token. */
import { lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, Member, Todo } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { grantIn } from '../../merge/grant.ts';
import { codesIn } from '../../page/tables/status-members.ts';
import { holdsCode } from '../../page/words/body-codes.ts';

/** Keywords that say themselves which values a member has. */
const telling = ['const', 'enum', 'pattern'];

/** How far below the body a member lies. */
const depthOf = ({ pointer }: Member): number => pointer.split('/').length - 1;

/** The members that hold the code of an answer: those nearest to its body. What lies deeper is a code of something else. */
function codedIn(members: Member[]): Member[] {
  const coded = members.filter(
    ({ pointer, notes = '' }) => !isInItems(pointer) && holdsCode(lastKeyOf(pointer), notes),
  );
  const nearest = Math.min(...coded.map(depthOf));
  return nearest > deepest ? [] : coded.filter((one) => depthOf(one) === nearest);
}

/** An answer may have an envelope. */
const deepest = 2;

/** The code that a sample of a member shows; null where its schema says which it has, or the code is the status of HTTP. */
function codeShown({ schema, example }: Member, status: number): string | null {
  if (telling.some((key) => key in schema)) return null;
  const shown = typeof example === 'string' || typeof example === 'number' ? String(example) : '';
  const [code, ...others] = /\d/.test(shown) ? (codesIn(shown) ?? []) : [];
  return code === undefined || others.length > 0 || code === String(status) ? null : code;
}

/** The question whether each answer that grants holds the code that a sample of it shows. */
export function grantCodeTodos({ answers, todos }: Pick<Facts, 'answers' | 'todos'>): Todo[] {
  const grant = grantIn(answers);
  const open = codedIn(grant?.members ?? []).flatMap((member) => {
    const code = codeShown(member, grant?.status ?? 0);
    const isAsked = code === null || todos.some(({ what }) => what.includes(code));
    const said = member.notes === undefined ? '' : `, and says "${quotedWords(member.notes)}" of it`;
    return isAsked ? [] : [`${shownPointer(member.pointer)} (${member.at}) ${code}${said}`];
  });
  if (open.length === 0) return [];
  const what = `which code an answer that grants holds: a sample has in ${open.join(', and in ')}; the draft promises no code`;
  return [{ name: 'code of grant', what }];
}
