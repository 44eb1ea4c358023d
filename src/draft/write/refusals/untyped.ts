/** Requests without a Content-Type, which a page may allow. */
import type { Facts, Part } from '../../facts/facts.ts';
import { columnsOf } from '../../page/words/head-columns.ts';
import { saysRequired } from '../../page/words/words.ts';

/** Whether a table of the request has its Content-Type as a header that need not be there. */
function allows({ kind, heads, facts, passage }: Part): boolean {
  // A head that is not known by itself, as `Header` is, stands above names where it is the first.
  const { name = 0, required } = columnsOf(heads).columns;
  if (kind !== 'table' || required === undefined) return false;
  // That of answers is no header of the request.
  if (facts.some(([fact]) => /^\d/.test(fact))) return false;
  return passage.split('\n').some((row) => {
    const bare = row.trim().replace(/^\||\|$/g, '');
    const cells = bare.split('|').map((cell) => cell.replace(/[`*]/g, '').trim());
    return /^content-type$/i.test(cells[name] ?? '') && saysRequired(cells[required] ?? '') === false;
  });
}

/** Whether a request may be without its Content-Type, as the page has it: none is refused for that. */
export const mayBeUntyped = ({ account }: Pick<Facts, 'account'>): boolean => account.some(allows);
