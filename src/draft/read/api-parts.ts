/** The account of a description: its operations, callbacks, security schemes and words. */

import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';
import type { OtherFacts, Part, Statement } from '../facts/facts.ts';
import { convertedFrom, operationName, operationsOf, pathPointer } from '../openapi/description.ts';
import { deadIn } from '../openapi/elsewhere.ts';
import { follow, nowhere } from '../openapi/follow.ts';
import { passageOf } from '../openapi/passage.ts';
import { describedPart } from './account.ts';

/** Characters of a passage that are kept, and parts of a description that are listed. */
const mostPassage = 20_000;
const mostParts = 5000;

const namesAt = (value: Json | undefined, pointer: string): string[] => {
  const found = atPointer(value, pointer);
  return isObject(found) ? Object.keys(found) : [];
};

/**
 * The parts of a description.
 * @param token the name of its operation that issues tokens, empty where it has none
 * @param facts what was drafted of it
 */
export function partsOf(
  api: JsonObject,
  base: string,
  token: string,
  facts: { statement: Statement; others: OtherFacts[] },
): Part[] {
  const kind = api[convertedFrom];
  const from = kind === undefined ? '' : `, read as ${kind}`;
  const drafted = new Map(facts.others.map((other) => [`${other.method?.value} ${other.path?.value}`, other]));
  const parts = operationsOf(api).map((operation) => {
    const name = operationName(operation);
    const statement = name === token ? facts.statement : drafted.get(name);
    const item = pathPointer(operation.path);
    const node = atPointer(api, `${item}/${operation.method.toLowerCase()}`);
    const passage = statement ? passageOf(api, atPointer(api, item), node).slice(0, mostPassage) : '';
    const why = 'it is another operation; --with drafts it';
    return [
      describedPart(base, { kind: 'operation', title: name + (statement ? from : ''), why, passage }, statement),
      ...namesAt(node, '/callbacks').map((one) =>
        describedPart(base, {
          kind: 'callback',
          title: one,
          why: 'callbacks are requests of the provider, and were left out',
        }),
      ),
    ];
  });
  const names = [token, ...drafted.keys()];
  const demanded = new Set(
    operationsOf(api)
      .filter((operation) => names.includes(operationName(operation)))
      .flatMap(({ method, path }) => {
        const own = atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}/security`) ?? api['security'];
        return (Array.isArray(own) ? own : []).filter(isObject).flatMap(Object.keys);
      }),
  );
  const listed = namesAt(api, '/components/securitySchemes').map((name): Part => {
    const scheme = follow(api, atPointer(api, `/components/securitySchemes${pointerOf([name])}`), nowhere)?.value;
    const used = demanded.has(name);
    const part = describedPart(base, {
      ...{ kind: 'security scheme', title: name, passage: JSON.stringify(scheme ?? null, null, 2) },
      why: 'no operation that is drafted uses it',
    });
    return used ? { ...part, facts: [['security scheme', String(scheme?.['type'])]], why: '' } : part;
  });
  const about = atPointer(api, '/info/description');
  const told = typeof about === 'string' ? [about.slice(0, mostPassage)] : [];
  const why = 'none of its own: what it says of the token stands among the facts of the operation, or is asked';
  const texts = told.map((passage) => describedPart(base, { kind: 'text', title: 'info', why, passage }));
  const lost = deadIn(api).map(({ reference, at }) =>
    describedPart(base, {
      ...{ kind: 'reference', title: reference },
      why: `it leads to nothing that can be read, and what it names was left out, at #${pointerOf(at)}`,
    }),
  );
  return [...parts.flat(), ...lost, ...texts, ...listed].slice(0, mostParts);
}
