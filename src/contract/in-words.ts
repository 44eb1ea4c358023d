/** What is wrong with a part of a file that a person writes, in words; those of JSON Schema are for programs. */
import type { ErrorObject } from 'ajv';
import { atPointer, isJson, typeOfJson } from '../formats/json.ts';
import { faultText } from './schema.ts';
import { didYouMean } from './similar.ts';

/** Most keys that are listed where one is unknown. */
const mostKeys = 20;

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  null: 'nothing',
};

/** What a value is that has not the form of a pattern of the formats, in words. */
const ofPattern: Readonly<Record<string, string>> = {
  "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$": 'is no name of a header',
  '^(Z|[+-](0\\d|1[0-4]):[0-5]\\d)$': 'is Z or an offset as +07:00',
};

const isEmpty = ({ keyword, params }: ErrorObject): boolean =>
  ['minLength', 'minItems', 'minProperties'].includes(keyword) && params['limit'] === 1;

/** One error of a validator in words. Only a date is quoted: a value may be a secret. `known`: the keys in place of an unknown one. */
export function inWords(error: ErrorObject, whole: unknown, known: () => readonly string[]): string {
  const { instancePath, keyword, params } = error;
  const place = instancePath === '' ? '' : `${instancePath} `;
  const value = isJson(whole) ? atPointer(whole, instancePath) : undefined;
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (typeof unknown === 'string') {
    const keys = [...new Set(known())];
    const meant = didYouMean(unknown, keys);
    const list = keys.length > 0 && keys.length <= mostKeys ? `here is: ${keys.join(', ')}` : '';
    return `${faultText(error)}${meant}${list && `${meant === '' ? '; t' : ' T'}${list}`}`;
  }
  const form = keyword === 'pattern' ? ofPattern[String(params['pattern'])] : undefined;
  if (error.propertyName !== undefined)
    return form === undefined
      ? faultText(error)
      : `${place}holds the name ${JSON.stringify(error.propertyName)}, which ${form}`;
  if (keyword === 'required') return `${place}lacks ${params['missingProperty']}`;
  if (keyword === 'format' && params['format'] === 'date')
    return `${place}must be a day of the calendar as YYYY-MM-DD, and is ${JSON.stringify(value)}`;
  if (keyword === 'format' && params['format'] === 'uri') return `${place}must be a whole address, as https://…`;
  if (keyword === 'type') {
    const wanted = [params['type']].flat().map((type) => types[String(type)] ?? String(type));
    return `${place}must be ${wanted.join(' or ')}, and is ${value === undefined ? 'missing' : types[typeOfJson(value)]}`;
  }
  if (keyword === 'enum' && typeof value === 'string')
    return `${faultText(error)}${didYouMean(value, [params['allowedValues']].flat().map(String))}`;
  const isBlank = keyword === 'pattern' && typeof value === 'string' && value.trim() === '';
  if (isBlank || isEmpty(error)) return `${place}is empty`;
  return form === undefined ? faultText(error) : `${place}${form}`;
}
