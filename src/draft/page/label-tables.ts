/** Tables of labels: one value behind each, or one for each environment. */
import { isUrl } from '../../formats/url.ts';
import type { Columns, TableBlock } from './columns.ts';
import { isEnvironment } from './environments.ts';
import { type Context, contextOf, isNeutral, unknownIn } from './heading-words.ts';
import { isLabel, isServerLabel } from './label-words.ts';
import { readLabels, server } from './labels.ts';
import { type Reading, shownBlock } from './reading.ts';
import { isHeaderName } from './sides.ts';

/** Whether each row of a table is a label and its value, its head included. */
export function isVertical(
  { head, rows }: TableBlock,
  { type, required, header, status, name }: Columns,
  { place }: Pick<Context, 'place'>,
): boolean {
  // Headers and their values are no labels of the operation.
  if (place === 'header' && name !== undefined) return false;
  if (head.length !== 2 || type === 1 || required !== undefined || header !== undefined) return false;
  // A head above nothing but statuses names its column.
  if (status === 0 && rows.length > 0 && rows.every(([cell = '']) => /^`?[2-5]\d\d\b/.test(cell))) return false;
  const labelled = [head, ...rows].filter(([label = '']) => isLabel(label)).length;
  const isAddress = [head, ...rows].some(
    ([label = '', value = '']) =>
      isLabel(label) && /^`?(?:(?:[A-Z]{3,6}\s+)?(?:https?:\/)?\/\S+|[2-5]\d\d)`?$/.test(value),
  );
  return labelled >= 2 || (labelled > 0 && (labelled >= rows.length || isAddress));
}

/** Reads a table of labels and their values. */
export function vertical(block: TableBlock, reading: Reading): void {
  const { head, rows, title } = block;
  const parts: string[] = [];
  for (const [label = '', value = ''] of [head, ...rows]) {
    if (!isLabel(label)) {
      const namesPart = unknownIn(label).length === 0 && (contextOf(label).side !== null || isNeutral(label));
      if (value.trim() !== '' && (namesPart || isHeaderName(label.trim()))) parts.push(label.trim());
      continue;
    }
    reading.used++;
    const status = readLabels([`${label}: ${value}`], title, reading.statement);
    if (status !== null && status >= 200 && status < 600)
      reading.statement.answers.push({ status, at: `${title}, ${label}`, origin: 'table', members: [] });
  }
  if (parts.length > 0)
    reading.todos.push({
      name: `rows ${block.title} ${block.line}`,
      what: `what the rows ${parts.map((part) => `"${part.slice(0, 40)}"`).join(', ')} of ${shownBlock(block)} state; they were not read`,
    });
}

/** Whether a table has a column for each environment, and a label before each row. */
export function isMatrix({ head: [, ...environments], rows }: TableBlock): boolean {
  return environments.length > 0 && environments.every(isEnvironment) && rows.some(([label = '']) => isLabel(label));
}

/** Reads a table of labels with a value for each environment. */
export function matrix({ head: [, ...environments], rows, title }: TableBlock, reading: Reading): void {
  for (const [label = '', ...values] of rows) {
    if (!isLabel(label)) continue;
    reading.used++;
    for (const [index, environment] of environments.entries()) {
      const value = (values[index] ?? '').replaceAll('`', '').trim();
      if (isServerLabel(label)) readLabels([`${environment}: ${value}`], title, reading.statement);
      else if (isUrl(value)) server(value, null, environment, `${title}, ${environment}`, reading.statement);
      else readLabels([`${label}: ${value}`], title, reading.statement);
    }
  }
}
