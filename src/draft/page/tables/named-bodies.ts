/** Bodies that a table of statuses names: each is described below the heading that is its name. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { holdsAddress } from '../blocks/beside.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { columnsOf } from '../words/head-columns.ts';
import { statusesIn } from '../words/status-words.ts';
import { cell } from './columns.ts';

const body = oneOf('body', 'schema', 'model', 'object', 'content', 'payload', 'badan', 'isi', 'skema', 'objek');

/** The head of a column that says which body an answer has. */
const ofBodies = pattern`^\W*(?:(?:response|answer|respons|jawaban) )?${oneOf(body, 'response', 'returns', 'type')}\W*$`;

/** A name alone, as `Problem`. */
const named = /^`?([A-Za-z][\w.-]*)`?$/;

/** Words for how a body is written, or for none at all. */
const isKind = /^(?:json|xml|text|html|form|none|empty|string|object|array|no|n\/a|tidak|kosong)$/i;

/** What a heading says beside the name of a body. */
const beside = everywhere`\b(?:the|an?|of|${body}|fields|members|structure)\b|[\`*"]`;

const keyOf = (text: string): string => text.replace(beside, ' ').trim().toLowerCase();

/** A table that gives a body by its name to one or more statuses. */
interface Naming {
  statuses: number[];
  part: number;
}

/** The names of bodies in a table, each with its statuses. */
function namesIn({ head, rows }: Extract<Block, { kind: 'table' }>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const { status } = columnsOf(head).columns;
  const at = head.findIndex((one, index) => index !== status && ofBodies.test(one));
  if (status === undefined || at < 0) return found;
  for (const row of rows) {
    const [, name = ''] = named.exec(cell(row, at)) ?? [];
    const statuses = statusesIn(cell(row, status));
    if (name === '' || isKind.test(name) || statuses.length === 0) continue;
    const key = name.toLowerCase();
    found.set(key, [...new Set([...(found.get(key) ?? []), ...statuses])]);
  }
  return found;
}

/**
 * The statuses of each heading that is the name of a body, by its index; where tables of several operations name it, those of
 * the one that it stands with, and none where it stands with no table.
 */
export function namedBodies(blocks: Block[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const namings = new Map<string, Naming[]>();
  const parts: number[] = [];
  for (const block of blocks) {
    parts.push((parts.at(-1) ?? 0) + (holdsAddress(block) ? 1 : 0));
    if (block.kind !== 'table') continue;
    for (const [name, statuses] of namesIn(block))
      namings.set(name, [...(namings.get(name) ?? []), { statuses, part: parts.at(-1) ?? 0 }]);
  }
  if (namings.size === 0) return found;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    const all = namings.get(keyOf(block.title)) ?? [];
    const own = new Set(all.map(({ part }) => part)).size > 1 ? all.filter(({ part }) => part === parts[index]) : all;
    if (own.length > 0) found.set(index, [...new Set(own.flatMap(({ statuses }) => statuses))]);
  }
  return found;
}

/** The context below the heading of a body whose statuses are known; what is below it is for whatever is above it. */
export function ofNamed(context: Context, statuses: number[] | undefined, above: Context): Context {
  const [status, ...more] = statuses ?? [];
  if (status === undefined) return context;
  const error = [status, ...more].every((one) => one >= 400);
  return { ...context, side: 'response', place: null, status, more, error, partial: above.partial };
}
