/** The question which of several codes of a status each fault has. */
import { type Json, shownPointer } from '../../formats/json.ts';
import type { Member, ShownCode, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { valuesOf } from './headed.ts';

/** Codes of one status that a question shows. */
export const mostCodes = 6;

/** The name of the question, and what it says of where the codes are. */
export const codesOfFaults = 'codes of faults';
export const codesAt = (pointer: string, status: number): string => `${shownPointer(pointer)} of ${status} (`;

/** The codes that a question names, where each of several is that of a fault. */
export function codesOf(pointer: string, status: number, codes: Json[]): string {
  const shown = codes.slice(0, mostCodes).join(', ');
  return `${codesAt(pointer, status)}${shown}${codes.length <= mostCodes ? '' : ', ...'})`;
}

/** The question about the codes that a table gives. */
export function codeQuestion(faults: string[]): Todo[] {
  if (faults.length === 0) return [];
  const what = `which of the codes each fault has: ${faults.join(', ')}; a table of statuses gives them in rows of their own, and the draft takes any of them for each fault that has the status`;
  return [{ name: codesOfFaults, what }];
}

/** A code with what its answer is called. */
const shownAs = ({ code, name }: ShownCode): string => (name === '' ? `${code}` : `${code} "${quotedWords(name)}"`);

/** The question about codes that answers show and nothing else gives: each is that of its own fault, so the draft promises none. */
export function shownQuestion(found: Map<number, Member[][]>): Todo[] {
  const shown = [...found].flatMap(([status, lists]) => {
    const all = lists.flat();
    const pointers = new Set(all.filter(({ codesShown }) => codesShown).map(({ pointer }) => pointer));
    return [...pointers].flatMap((pointer) => {
      const of = all.filter((member) => member.pointer === pointer);
      const given = of.filter(({ ofFaults, schema }) => ofFaults || schema['const'] !== undefined).flatMap(valuesOf);
      const codes = of.flatMap(({ codesShown = [] }) => codesShown);
      if (codes.every(({ code }) => given.includes(code))) return [];
      const each = [...new Set(codes.map(shownAs))];
      const more = each.length > mostCodes ? ', ...' : '';
      return [`${codesAt(pointer, status)}${each.slice(0, mostCodes).join(', ')}${more})`];
    });
  });
  if (shown.length === 0) return [];
  const what = `which code each fault has: ${shown.join(', ')}; answers that are saved or shown as examples have them, other faults may have others, and the draft promises none of them`;
  return [{ name: 'codes shown', what }];
}
