/** How many fields of one operation are drafted. */
import { InputError } from '../../contract/problems.ts';
import type { Statement } from '../facts/facts.ts';
import type { Page } from '../facts/input.ts';

/** Most fields of all bodies of a token endpoint that are drafted. */
const mostFields = 3000;

const fieldsIn = ({ request, answers, headers, queries }: Statement): number =>
  request.length + headers.length + queries.length + answers.reduce((sum, { members }) => sum + members.length, 0);

/** @throws InputError where the statements about one operation have more fields than are drafted. */
export function requireFewFields(statements: Statement[], pages: Page[]): void {
  const count = statements.reduce((sum, statement) => sum + fieldsIn(statement), 0);
  if (count > mostFields)
    throw new InputError(`The page ${pages.map(({ base }) => base).join(', ')} cannot be drafted:`, [
      `it gives ${count} fields to one operation, and at most ${mostFields} are drafted; give the part that is about the token alone`,
    ]);
}
