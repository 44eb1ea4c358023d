/** The answers that the OpenAPI file documents, as what a contract says of them is compared with. */

import type { Schema } from '../formats/json.ts';
import { type Documented, isDocumented, membersOf } from './documented.ts';
import { patternFaults } from './pattern.ts';
import { requiredFaults } from './required.ts';
import { didYouMean } from './similar.ts';
import type { AnswerMatch } from './types.ts';

export type Keys = (string | number)[];

/** Takes a fault with the keys that lead to its line. */
export type Report = (keys: Keys, fault: string) => void;

/** What compares pointers and bodies with the documented answers. */
export interface DocumentedAnswers {
  /** The operations of these names. */
  about(ids: readonly string[]): Documented[];
  /** The schemas of the answers of operations with the statuses that are wanted. */
  schemasOf(ids: readonly string[], wanted: (status: number) => boolean): Schema[];
  /** Reports a pointer that leads to a member of none of the schemas. */
  checkPointer(pointer: string, schemas: Schema[], keys: Keys): void;
  /** Reports patterns that cannot be read and required members that no schema knows. */
  checkBody(body: AnswerMatch['body'], keys: Keys): void;
}

/** The documented answers of a contract's operations; each fault goes to `report`. */
export function documentedAnswers(operations: Documented[], report: Report): DocumentedAnswers {
  const about = (ids: readonly string[]): Documented[] => operations.filter(({ id }) => ids.includes(id));
  return {
    about,
    schemasOf: (ids, wanted) =>
      about(ids).flatMap(({ answers }) => answers.filter(({ status }) => wanted(status)).map(({ schema }) => schema)),
    checkPointer(pointer, schemas, keys) {
      if (isDocumented(schemas, pointer)) return;
      const known = membersOf(schemas);
      const there = `there is: ${known.join(', ')}${didYouMean(pointer, known)}`;
      report(keys, `no documented answer has a member at ${pointer}; ${there}`);
    },
    checkBody(body, keys) {
      for (const [pointer, schema] of Object.entries(body))
        for (const { keys: inner, fault } of [...patternFaults(schema), ...requiredFaults(schema)])
          report([...keys, pointer, ...inner], fault);
    },
  };
}
