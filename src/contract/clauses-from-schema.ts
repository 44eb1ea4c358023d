/** Makes clauses of the nodes of an OpenAPI file, so that what a keyword states is written only once. */

import type { ClauseMark } from '../formats/clause-mark.ts';
import type { JsonObject, Schema } from '../formats/json.ts';
import { isObject, pointerOf, shownPointer } from '../formats/json.ts';
import { formatOf, isFormatted } from '../formats/validators.ts';
import { all, bodyWays, fieldWays, type Group, parameterWays, type Ways } from './default-ways.ts';
import { saidOf } from './fits.ts';
import { bodyFormat } from './media-type.ts';
import { type Node, type OpenApi, sourcePosition } from './openapi.ts';
import { refusalOf, statedGroups } from './stated-groups.ts';
import { demandStatements, memberStatement } from './statements.ts';
import { isSuccessKey } from './status.ts';
import type { On, Part } from './types.ts';
import type { Place } from './yaml.ts';

/** A clause found at a node, before it is linked to its source and refusal. */
export interface UnlinkedClause {
  id: string;
  statement: string;
  at: string;
  where: Place;
  /** The node that states it: two ways that lead to the same node are one. */
  node: JsonObject;
  mark: ClauseMark;
  /** Its group of keywords was no demand once: a clause of the contract that has its id states it instead. */
  yields?: true;
  /** `answer` for a promise, `request` for a demand. */
  judged:
    | { kind: 'promise'; check: string; on: On; parameters: JsonObject }
    | { kind: 'demand'; part: Part; name: string; ways: string[]; deep: string[]; refusal: string };
}

const isMarked = ({ value }: Node): boolean => isObject(value['x-clause']);

/** The clause mark of a node; null where it has none, or an invalid one, which goes to `problems`. */
function markOf(node: Node, problems: string[]): ClauseMark | null {
  const mark: unknown = node.value['x-clause'];
  if (!isMarked(node)) return null;
  if (isFormatted(mark, 'mark')) return mark;
  for (const error of formatOf('mark').errors ?? [])
    problems.push(`${sourcePosition(node)}: x-clause ${saidOf(error, 'mark', mark)}`);
  return null;
}

/** The ways that a clause mark gives, or else the usual ones; a way that the mark lists as deep is tried only there. */
function waysOf({ break: broken, deep = [] }: ClauseMark, own: Ways): { ways: string[]; deep: string[] } {
  if (broken) return { ways: broken, deep };
  return { ways: own.break.filter((way) => !deep.includes(way)), deep: [...new Set([...own.deep, ...deep])] };
}

function demand(
  node: Node,
  mark: ClauseMark,
  part: Part,
  name: string,
  ways: Ways,
  statement: string,
  group: Group = 'required',
): UnlinkedClause {
  const judged = { kind: 'demand' as const, part, name, ...waysOf(mark, ways), refusal: refusalOf(mark, group) };
  return {
    id: mark.id,
    statement,
    at: mark.at,
    where: sourcePosition(node),
    node: node.value,
    mark,
    judged,
  };
}

function parameterSeeds(api: OpenApi, operation: Node, problems: string[]): UnlinkedClause[] {
  return api.children(operation, 'parameters').flatMap(([, parameter]) => {
    const mark = markOf(parameter, problems);
    const name = String(parameter.value['name']);
    if (!mark || parameter.value['required'] !== true) return [];
    if (parameter.value['in'] === 'path')
      return [demand(parameter, mark, 'path', name, all('unknown'), demandStatements.path(name))];
    const part = parameter.value['in'] === 'query' ? 'parameter' : 'header';
    const schema = api.child(parameter, 'schema')?.value ?? {};
    const ways = parameterWays(schema);
    const { break: _break, deep: _deep, ...others } = mark;
    return statedGroups(ways, mark, name, sourcePosition(parameter), problems).map((group) => {
      // The ways that a mark gives are to go without the header.
      const own = { ...(group === 'required' ? mark : others), id: `${mark.id}-${group}` };
      const statement = demandStatements[group](name, schema, waysOf(own, ways[group]).ways);
      return demand(parameter, own, part, name, ways[group], statement, group);
    });
  });
}

/** Demands of the method, the parameters, the media type and the body. */
export function requestSeeds(
  api: OpenApi,
  operation: Node,
  method: string,
  mediaType: string | null,
  problems: string[],
): UnlinkedClause[] {
  const seeds: UnlinkedClause[] = [];
  const format = bodyFormat(mediaType ?? '');
  const methodMark = markOf(operation, problems);
  if (methodMark) {
    const others = [...(method === 'GET' ? ['post'] : ['get']), ...(format === 'form' ? ['get-query'] : [])];
    const ways = [...others, method === 'PUT' ? 'post' : 'put'];
    seeds.push(demand(operation, methodMark, 'method', method, all(...ways), demandStatements.method(method)));
  }
  seeds.push(...parameterSeeds(api, operation, problems));
  if (mediaType === null) return seeds;
  const body = api.child(operation, 'requestBody');
  const content = body && api.child(body, 'content', mediaType);
  const bodyMark = body && markOf(body, problems);
  if (bodyMark) seeds.push(demand(body, bodyMark, 'body', format, bodyWays[format], demandStatements.body(mediaType)));
  const typeMark = content && markOf(content, problems);
  if (typeMark) {
    seeds.push(
      demand(
        content,
        typeMark,
        'media-type',
        format,
        all('absent', 'text', format === 'form' ? 'json' : 'form'),
        demandStatements['media-type'](mediaType),
      ),
    );
  }
  const schema = content && api.child(content, 'schema');
  if (schema) seeds.push(...fieldSeeds(api, schema, format, problems));
  return seeds;
}

function fieldSeeds(api: OpenApi, schema: Node, format: 'json' | 'form', problems: string[]): UnlinkedClause[] {
  const required = Array.isArray(schema.value['required']) ? schema.value['required'] : [];
  return api.children(schema, 'properties').flatMap(([name, field]) => {
    const mark = markOf(field, problems);
    if (!mark) return [];
    const ways = fieldWays(format, field.value, required.includes(name));
    return statedGroups(ways, mark, name, sourcePosition(field), problems).map((group) => ({
      id: `${mark.id}-${group}`,
      statement: demandStatements[group](name, field.value, ways[group].break),
      at: mark.at,
      where: sourcePosition(field),
      node: field.value,
      mark: group === 'length' || group === 'required' ? { gate: true, ...mark } : mark,
      ...(ways[group].stated === 'alike' ? { yields: true as const } : {}),
      judged: {
        kind: 'demand' as const,
        part: 'field' as const,
        name,
        ways: ways[group].break,
        deep: ways[group].deep,
        refusal: refusalOf(mark, group),
      },
    }));
  });
}

/** Promises of the response headers and of every marked member of the response bodies, one clause for all statuses. */
export function responseSeeds(api: OpenApi, operation: Node, problems: string[]): UnlinkedClause[] {
  // The mark belongs to one node, whichever statuses lead there.
  const found = new Map<Node['value'], UnlinkedClause>();
  for (const [status, response] of api.children(operation, 'responses')) {
    const on: On = [isSuccessKey(status) ? 'granted' : Number(status)];
    const seeds = [...headerSeeds(api, response, on, problems), ...bodySeeds(api, response, on, problems)];
    if (seeds.length > 0 && !/^\d{3}$/.test(status))
      problems.push(
        `${sourcePosition(response)}: clauses under the response "${status}" are judged on no answer; write its statuses`,
      );
    for (const seed of seeds) {
      const known = found.get(seed.node);
      if (known?.judged.kind === 'promise') known.judged.on.push(...on);
      else found.set(seed.node, seed);
    }
  }
  return [...found.values()];
}

function headerSeeds(api: OpenApi, response: Node, on: On, problems: string[]): UnlinkedClause[] {
  return api.children(response, 'headers').flatMap(([name, header]) => {
    const mark = markOf(header, problems);
    const schema = api.child(header, 'schema');
    if (!mark || !schema) return [];
    const parameters = { name, pattern: schema.value['pattern'] ?? '\\S', required: header.value['required'] === true };
    const judged = { kind: 'promise' as const, check: 'header', on: [...on], parameters };
    return [
      {
        id: mark.id,
        statement: mark.statement ?? name,
        at: mark.at,
        where: sourcePosition(header),
        node: header.value,
        mark,
        judged,
      },
    ];
  });
}

function bodySeeds(api: OpenApi, response: Node, on: On, problems: string[]): UnlinkedClause[] {
  const [content] = api.children(response, 'content');
  const schema = content && api.child(content[1], 'schema');
  const seeds: UnlinkedClause[] = [];
  // A schema may contain itself, and several may refer to one: each states its facts once.
  const walked = new Set<JsonObject>();
  const walk = (node: Node, pointer: string): void => {
    if (walked.has(node.value)) return;
    walked.add(node.value);
    const required = Array.isArray(node.value['required']) ? node.value['required'] : [];
    for (const [name, member] of api.children(node, 'properties')) {
      const mark = markOf(member, problems);
      const at = `${pointer}${pointerOf([name])}`;
      if (mark) {
        const mandatory = required.includes(name);
        const statement = mark.statement ?? memberStatement(shownPointer(at), member.value, mandatory);
        const parameters = { at, schema: ownKeywords(api, member), required: mandatory };
        const judged = { kind: 'promise' as const, check: 'value', on: [...on], parameters };
        seeds.push({
          id: mark.id,
          statement,
          at: mark.at,
          where: sourcePosition(member),
          node: member.value,
          mark,
          judged,
        });
      }
      walk(member, at);
    }
  };
  if (schema) walk(schema, '');
  return seeds;
}

/** The node's schema without what its marked members state: each fact is judged by one clause only. */
function ownKeywords(api: OpenApi, node: Node): Schema {
  const { 'x-clause': _mark, ...schema } = api.inline(node);
  const marked = api
    .children(node, 'properties')
    .filter(([, member]) => isMarked(member))
    .map(([name]) => name);
  if (isObject(schema['properties'])) {
    schema['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).filter(([name]) => !marked.includes(name)),
    );
  }
  if (Array.isArray(schema['required']))
    schema['required'] = schema['required'].filter((name) => !marked.includes(String(name)));
  return schema;
}
