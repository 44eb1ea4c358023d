/** Tables that say one thing about a field in each row, below a heading that names it, as `Input: shopCode` does. */

import { type Context, contextOf, isPart, unknownIn } from '../blocks/heading-words.ts';
import { columnOf } from '../words/words.ts';
import type { TableBlock } from './columns.ts';
import { ofFields } from './records.ts';

/** A name behind the words for its side and a sign, or marked as code behind these words, or alone. */
const forms = [
  /^([^:–—]{2,60}?)\s*(?::|\s[-–—])\s*`?([A-Za-z_$][\w$.-]*)`?$/,
  /^([^`]{2,60}?)\s+`([A-Za-z_$][\w$.-]*)`$/,
  /^()`?([a-z_$][\w$.-]*)`?$/,
];

/** The field that a heading names, and what the words before it say of it; null where some of these are not known. */
function namedIn(title: string, context: Context): { name: string; context: Context } | null {
  const [, said = '', name = ''] = forms.map((form) => form.exec(title.trim())).find((found) => found !== null) ?? [];
  if (name === '') return null;
  if (said === '') return context.side === null || (/^[a-z]+$/.test(name) && isPart(name)) ? null : { name, context };
  const own = contextOf(said);
  if (own.side === null || unknownIn(said).length > 0) return null;
  const isOwnPart = context.partial === null || context.partial.trim() === title.trim();
  const { side, status, more, error } = own;
  const place = own.place ?? context.place;
  return {
    name,
    context: { ...context, side, status, more, error, place, partial: isOwnPart ? null : context.partial },
  };
}

/** A table of labels that says one thing about one field in each row as one with a row for the field; null for any other. */
export function withTitledField(block: TableBlock, context: Context): { block: TableBlock; context: Context } | null {
  const { head, rows, title } = block;
  const [label = '', said = ''] = head;
  if (head.length !== 2) return null;
  const isHeaded = ['name', 'notes'].includes(columnOf(label) ?? 'name') && columnOf(said) === 'value';
  const all = isHeaded || head.every((one) => one.trim() === '') ? rows : [head, ...rows];
  const titles = all.map(([own = '']) => own.replaceAll(/[`*]/g, '').trim());
  const columns = titles.map(columnOf);
  const isTold = columns.includes('type') || columns.includes('required');
  if (all.length < 2 || !isTold || !columns.every((one) => ofFields.has(one))) return null;
  if (new Set(columns).size < columns.length) return null;
  const named = namedIn(title, context);
  if (named === null) return null;
  const row = [named.name, ...all.map(([, value = '']) => value)];
  return { block: { ...block, head: ['Name', ...titles], rows: [row] }, context: named.context };
}
