/** Reads a description: its token operation, and the account of all of it. */
import { InputError } from '../../contract/problems.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';
import type { OtherFacts, Part, Statement, Todo } from '../facts/facts.ts';
import { asOneQuestion, qualified } from '../facts/qualified.ts';
import { fromApi, otherFrom } from '../openapi/api.ts';
import {
  bundle,
  convertedFrom,
  operationName,
  operationsOf,
  otherOperations,
  pathPointer,
  withoutScheme,
} from '../openapi/description.ts';
import { follow, nowhere } from '../openapi/follow.ts';
import { located } from '../openapi/servers.ts';
import { findTokenOperation, issuesTokens } from '../openapi/token-operation.ts';
import { noMentions } from '../page/mentions.ts';
import { describedPart } from './account.ts';
import type { DeriveOptions } from './input.ts';

/** What a description gives: the statement about its token operation, others that are asked for, and its account. */
export interface ApiFacts {
  statement: Statement;
  others: OtherFacts[];
  parts: Part[];
}

const namesAt = (value: Json | undefined, pointer: string): string[] => {
  const found = atPointer(value, pointer);
  return isObject(found) ? Object.keys(found) : [];
};

function partsOf(api: JsonObject, base: string, token: string, facts: Omit<ApiFacts, 'parts'>): Part[] {
  const kind = api[convertedFrom];
  const from = kind === undefined ? '' : `, read as ${kind}`;
  const drafted = new Map(facts.others.map((other) => [`${other.method?.value} ${other.path?.value}`, other]));
  const parts = operationsOf(api).map((operation) => {
    const name = operationName(operation);
    const statement = name === token ? facts.statement : drafted.get(name);
    const node = atPointer(api, `${pathPointer(operation.path)}/${operation.method.toLowerCase()}`);
    const passage = statement ? JSON.stringify(node, null, 2).slice(0, mostPassage) : '';
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
  return [...parts.flat(), ...listed].slice(0, mostParts);
}

/** Characters of a passage that are kept, and parts of a description that are listed. */
const mostPassage = 20_000;
const mostParts = 5000;

/** Reads a description: its token operation, and those asked for beside it. */
export async function apiFacts(value: JsonObject, base: string, options: DeriveOptions): Promise<ApiFacts> {
  if (!String(value['openapi']).startsWith('3.'))
    throw new InputError(`${base} is OpenAPI ${value['openapi']}:`, ['3.0 and 3.1 can be read']);
  const api = located(await bundle(value, base), base);
  const token = findTokenOperation(api, options.operation);
  const others = otherOperations(api, token, options.with ?? [], options.lenient).map(([one, id]) =>
    otherFrom(api, one, id),
  );
  const stated = qualified(fromApi(api, token), 'the description', noMentions);
  const { statement } = stated;
  statement.todos = asOneQuestion(statement.todos ?? [], stated.todos);
  if (options.operation === undefined && !issuesTokens(api, token))
    statement.todos = [...(statement.todos ?? []), doubtful(operationName(token))];
  if (api[withoutScheme])
    statement.todos = [
      ...(statement.todos ?? []),
      { name: 'scheme', what: 'whether the servers are reached by https; the description names their hosts alone' },
    ];
  return { statement, others, parts: partsOf(api, base, operationName(token), { statement, others }) };
}

/** The question whether an operation issues tokens, where little speaks for it. */
export const doubtful = (name: string): Todo => ({
  name: 'operation',
  what: `whether ${name} is the operation that issues tokens; little of what is said of it speaks for that`,
});
