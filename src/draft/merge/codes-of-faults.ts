/** The question which of several codes of a status each fault has. */
import { type Json, shownPointer } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';

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

/** Where the codes were read: answers that are shown have those of their own faults alone. */
const fromTable = 'a table of statuses gives them in rows of their own, and';
const fromAnswers = 'answers that are saved or shown as examples have them, and other faults may have others;';

/** The question about such codes; `areShown` tells that answers show some of them. */
export function codeQuestion(faults: string[], areShown: boolean): Todo[] {
  if (faults.length === 0) return [];
  const where = areShown ? fromAnswers : fromTable;
  const what = `which of the codes each fault has: ${faults.join(', ')}; ${where} the draft takes any of them for each fault that has the status`;
  return [{ name: codesOfFaults, what }];
}
