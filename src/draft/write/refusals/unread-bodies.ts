/** The statuses of bodies that cannot be read, where the words of a page give wrong fields another one. */
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { isForm } from '../basis/bodies.ts';
import { covers, linesNamed, type Named } from './named-faults.ts';

/** Whether what is named is the body as it is written, and nothing that it holds. */
const isOfBody = ({ subject, wrong }: Named): boolean =>
  subject === 'media type' || (subject === 'body' && wrong !== 'any' && wrong !== 'schema');

/** Whether it may be a field of the request. */
const isOfFields = ({ subject }: Named): boolean =>
  typeof subject === 'object' || ['what it holds', 'headers', 'fields', 'members'].some((one) => subject.endsWith(one));

/**
 * Those of the statuses of wrong parameters whose words are about the body as it is written alone, beside others that are about
 * what it holds. None of a form: what cannot be read of one is a parameter.
 */
export function statusesOfUnread(facts: Facts, statuses: number[]): number[] {
  if (statuses.length < 2 || isForm(facts.mediaType)) return [];
  const namedOf = (status: number): Named[] => linesNamed(facts, [status]).flatMap(({ named }) => named);
  const own = statuses.filter((status) => {
    const lines = linesNamed(facts, [status]).map(({ named }) => named);
    const isRead = lines.every((named) => named.length > 0 && named.every(isOfBody));
    return isRead && lines.flat().some((one) => covers(one, { of: 'body', isForm: false }));
  });
  const isSaid = statuses.some((status) => !own.includes(status) && namedOf(status).some(isOfFields));
  return isSaid ? own : [];
}

/** The ways by which a body is JSON and no object: it can be read, and what it holds is wrong. */
const readable = ['array', 'string', 'null'];

/** The refusal of a body that cannot be read; `others` are the statuses of what it holds. */
export const unreadRefusal = (own: number[], others: number[]): JsonObject => ({
  statement: `refused as a body that cannot be read (${own.join(' or ')})`,
  documented: [{ status: own }, { status: others, ways: readable }].map((row) => ({
    ...row,
    status: row.status.length > 1 ? row.status : (row.status[0] ?? 0),
  })),
});
