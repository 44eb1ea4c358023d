/** The headers of an answer, as an OpenAPI file describes them. */
import { sampleOf } from './generic-body.ts';
import type { Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';

/** Headers that an answer of this status always has by a clause of their own. */
export function headersOfAnswer(operation: Row, status: number): [string, string][] {
  const described = Object.entries(at(operation, 'responses', String(status), 'headers')) as [string, Row][];
  return described.flatMap(([name, header]): [string, string][] => {
    const { pattern: _, ...schema } = at(header, 'schema');
    const isStated = header['required'] === true && header['x-clause'] !== undefined;
    return isStated ? [[name, String(sampleOf({ ...schema, type: 'string' }, name))]] : [];
  });
}
