/** The schema of the part of a request that a change is about. */
import { sameHeader } from '../formats/header-name.ts';
import { isObject, own, type Schema } from '../formats/json.ts';
import type { Operation, Part } from './types.ts';

type Described = Pick<Operation, 'requestBody' | 'parameters'>;

function isCalled(found: Operation['parameters'][number], part: 'header' | 'parameter', name: string): boolean {
  return part === 'header'
    ? found.in === 'header' && sameHeader(found.name, name)
    : found.in === 'query' && found.name === name;
}

/** Schema of the field, header or parameter of the query a change is about; empty when it is about something else. */
export function schemaOf(operation: Described, part: Part | undefined, name: string): Schema {
  if (part === 'header' || part === 'parameter')
    return operation.parameters.find((one) => isCalled(one, part, name))?.schema ?? {};
  const properties = operation.requestBody['properties'];
  const schema = isObject(properties) ? own(properties, name) : undefined;
  return isObject(schema) ? schema : {};
}
