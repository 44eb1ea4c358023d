/** What a contract demands of the body of a request. */
import { formParameters, jsonObject } from './body.ts';
import { sameSecret } from './credentials.ts';
import { type Account, at, credentialOf, type Row, type Served } from './generic-contract.ts';
import { beyondField } from './generic-limits.ts';
import { marked, type RowRefusal } from './generic-refusals.ts';
import { bodyLimit, mediaType, type Received } from './http.ts';

/** Whether a value is of the type that its schema gives, and so is every member and item below it. */
function isOfType(value: unknown, schema: Row): boolean {
  const type = [schema['type'] ?? []].flat()[0];
  if (type === undefined) return true;
  const own = Array.isArray(value) ? 'array' : Number.isInteger(value) && type === 'integer' ? 'integer' : typeof value;
  if (own !== type) return false;
  if (Array.isArray(value)) return value.every((item) => isOfType(item, at(schema, 'items')));
  if (own !== 'object') return true;
  const required = (schema['required'] ?? []) as string[];
  const members = value as Row;
  return (
    required.every((name) => members[name] !== undefined) &&
    Object.entries(at(schema, 'properties')).every(
      ([name, member]) => members[name] === undefined || isOfType(members[name], member as Row),
    )
  );
}

/** A value as a body holds it. */
type Field = string | number | boolean | object | null | undefined;

/** Refusal of a body that breaks a demand, by its name; null for any other. */
export function bodyDemands(
  served: Served,
  account: Account,
  rowRefusal: RowRefusal,
): (received: Received) => string | null {
  const bareType = served.mediaType.replace(/;.*/, '').trim().toLowerCase();
  const form = bareType.endsWith('x-www-form-urlencoded');

  function brokenField(name: string, schema: Row, values: Field[], required: boolean): string | null {
    const [value] = values;
    if (values.length > 1) return rowRefusal('field', name, 'repeated') ?? marked(schema, 'value');
    if (value === undefined || value === null || value === '') return required ? marked(schema, 'required') : null;
    if (!form && !isOfType(value, schema)) return marked(schema, 'type');
    const text = String(value);
    const beyond = beyondField(schema, name, value, rowRefusal);
    if (beyond !== null) return beyond;
    if (schema['const'] !== undefined && value !== schema['const']) return marked(schema, 'value');
    const own = credentialOf(at(served.control, 'body'), name, account);
    const listed = schema['enum'];
    if (own === undefined) return Array.isArray(listed) && !listed.includes(value) ? marked(schema, 'value') : null;
    const known = Array.isArray(own) ? text.split(' ').every((one) => own.includes(one)) : sameSecret(text, own);
    return known ? null : (rowRefusal('field', name, 'other-value', 'unknown-scope') ?? marked(schema, 'value'));
  }

  return (received) => {
    const requestBody = at(served.operation, 'requestBody');
    const mayBeLeftOut = requestBody['required'] !== true && received.body.length === 0;
    if (Object.keys(requestBody).length === 0 || mayBeLeftOut) return null;
    if (mediaType(received) !== bareType) return marked(served.content, 'value') || marked(requestBody, 'value');
    const parameters = form && received.body.length <= bodyLimit ? formParameters(received.body) : undefined;
    const members = form ? undefined : jsonObject(received.body);
    if (!parameters && !members) return marked(requestBody, 'value');
    const valuesOf = (name: string): Field[] =>
      parameters ? (parameters.get(name) ?? []) : members?.has(name) ? [members.get(name) as Field] : [];
    const required = (served.request['required'] ?? []) as string[];
    if (received.body.length === 0) return marked(requestBody, 'value');
    for (const [name, schema] of Object.entries(at(served.request, 'properties'))) {
      const broken = brokenField(name, schema as Row, valuesOf(name), required.includes(name));
      if (broken !== null) return broken;
    }
    return null;
  };
}
