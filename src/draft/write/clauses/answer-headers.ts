/** The headers of an answer in the OpenAPI file of a draft. */
import type { Json, JsonObject, Schema } from '../../../formats/json.ts';
import type { AnswerFact, HeaderFact } from '../../facts/facts.ts';
import { isOfDirectives } from '../../page/values/directives.ts';
import { kebab } from '../../page/words/spellings.ts';
import { promise, type Row } from './row.ts';

const literal = (value: Json): string => String(value).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Characters of a header that a pattern counts at most. */
const mostCounted = 1000;

/** What a header is to match: its values, or its length; undefined where the page gives neither. */
function patternOf({ const: only, enum: listed, pattern, minLength, maxLength }: Schema): Json | undefined {
  if (pattern !== undefined) return pattern;
  const values = only === undefined ? listed : [only];
  if (Array.isArray(values)) return `^(?:${values.map(literal).join('|')})$`;
  if (maxLength === undefined || Number(maxLength) > mostCounted) return undefined;
  return `^.{${Number(minLength ?? 1)},${Number(maxLength)}}$`;
}

/** The directives that a header is said to hold; none of a header that is no list of them. */
const directivesOf = ({ name, schema }: HeaderFact): string[] =>
  typeof schema['const'] === 'string' && isOfDirectives(name)
    ? schema['const'].split(/\s*,\s*/).filter((one) => /^[\w-]+$/.test(one))
    : [];

/** The promises that answers hold the directives that the page gives them. */
export const directiveRows = (answers: AnswerFact[]): Row[] =>
  answers.flatMap(({ status, headers = [] }) =>
    headers.flatMap((header) =>
      directivesOf(header).map((directive): Row => {
        const { name, at, required } = header;
        const isCache = name.toLowerCase() === 'cache-control';
        const rest = {
          directive,
          ...(isCache ? {} : { header: name }),
          ...(required === true ? {} : { required: false }),
        };
        return {
          id: `answer-${status}-${kebab(name)}-${kebab(directive)}`,
          statement: `${name} of an answer ${status} holds ${directive}.`,
          at,
          rest: promise('cache-directive', { on: status < 400 ? 'granted' : [status], with: rest }),
        };
      }),
    ),
  );

/** The headers of an answer; each that is always there, or has a form, is a clause. Empty without any. */
export function headersOf({ headers = [] }: AnswerFact, idOf: (header: HeaderFact) => string): JsonObject {
  if (headers.length === 0) return {};
  const described = headers.map((header): [string, JsonObject] => {
    const { name, at, required, schema } = header;
    const isList = directivesOf(header).length > 0;
    const pattern = isList ? undefined : patternOf(schema);
    const isStated = (required === true && !isList) || (required === false && pattern !== undefined);
    const says = pattern === undefined ? '' : ` matching ${JSON.stringify(pattern)}`;
    const statement =
      required === true ? `The answer has ${name}${says}.` : `Where the answer has ${name}, it is one${says}.`;
    return [
      name,
      {
        ...(required === true ? { required } : {}),
        ...(isStated ? { 'x-clause': { id: idOf(header), at, statement } } : {}),
        schema: { ...schema, ...(pattern === undefined ? {} : { pattern }) },
      },
    ];
  });
  return { headers: Object.fromEntries(described) };
}
