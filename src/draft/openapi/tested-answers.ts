/** The answers of a collection as its tests have them: a JSON Schema says what is mandatory, and of what type. */
import { isObject, type JsonObject } from '../../formats/json.ts';
import { nothing, type Statement, type Todo } from '../facts/facts.ts';
import { bodyOf } from './answers.ts';
import type { Description } from './description.ts';
import { testedAnswers, testsLeft } from './postman-tests.ts';

/** The question about tests that were not read. */
function leftTodos({ [testsLeft]: left }: JsonObject): Todo[] {
  const listed = Array.isArray(left) ? left.map(String) : [];
  const what = `what the answers hold by the tests of the collection: those of ${listed.join(', ')} were not read`;
  return listed.length === 0 ? [] : [{ name: 'tests left', what }];
}

/** The statement of the tests of an operation; of several schemas for one status the first is read, and the others are asked about. */
export function testedStatements(api: Description, operation: JsonObject): Statement[] {
  const { [testedAnswers]: given } = operation;
  const tested = (Array.isArray(given) ? given : []).filter(isObject);
  const statement: Statement = { ...nothing('openapi'), todos: leftTodos(operation) };
  const todos = statement.todos ?? [];
  const first = new Map<string, JsonObject>();
  for (const one of tested) {
    const status = String(one['status']);
    const before = first.get(status);
    if (before === undefined) {
      first.set(status, one);
      const at = `Postman, tests of ${String(one['name'])}`;
      // No schema says which media type the answer has.
      const body = bodyOf(api, { '*/*': { schema: one['schema'] ?? {} } }, at, `answer ${status}`);
      todos.push(...(body?.todos ?? []));
      statement.answers.push({ status: Number(status), at, origin: 'openapi', members: body?.members ?? [] });
    } else if (JSON.stringify(before['schema']) !== JSON.stringify(one['schema'])) {
      const what = `whether the answer ${status} holds the same for each request: the tests of "${before['name']}" and "${one['name']}" compare it with two schemas, and the first was read; ${differing(before['schema'], one['schema'])}`;
      if (!todos.some(({ name }) => name === `tests ${status}`)) todos.push({ name: `tests ${status}`, what });
    }
  }
  return todos.length + statement.answers.length === 0 ? [] : [statement];
}

/** The members that one of two schemas has alone, in words. */
function differing(one: JsonObject[string] | undefined, other: JsonObject[string] | undefined): string {
  const namesOf = (schema: JsonObject[string] | undefined): string[] =>
    isObject(schema) && isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  const [own, others] = [namesOf(one), namesOf(other)];
  const apart = [...own.filter((name) => !others.includes(name)), ...others.filter((name) => !own.includes(name))];
  return apart.length === 0 ? 'they have the same members' : `one of them alone has ${apart.join(', ')}`;
}
