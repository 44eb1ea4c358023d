/** What the converter of Swagger 2.0 leaves out: parameters by reference, and of the fields of a form every keyword but the type. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';
import { follow, nowhere } from './follow.ts';
import { collections, textOf } from './lists-as-text.ts';

const own = ['name', 'in', 'required', 'collectionFormat', 'allowEmptyValue', 'type'];

/** The parameters of an operation or of a path, their references followed. */
function parametersAt(swagger: JsonObject, node: Json | undefined): JsonObject[] {
  const list = atPointer(node, '/parameters');
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const found = follow(swagger, one, nowhere);
    return found ? [found.value] : [];
  });
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** The file with all parameters that each operation has in the operation itself: those of its path too, and none as a reference. */
export function withParameters(swagger: JsonObject): JsonObject {
  const paths = isObject(swagger['paths']) ? swagger['paths'] : {};
  const whole = (item: Json): Json => {
    if (!isObject(item)) return item;
    const shared = parametersAt(swagger, item);
    const operations = Object.entries(item).filter(([key]) => methods.includes(key));
    const full = operations.map(([method, operation]): [string, Json] => {
      const own = parametersAt(swagger, operation);
      const isOwn = (one: JsonObject): boolean =>
        own.some((other) => other['name'] === one['name'] && other['in'] === one['in']);
      const parameters = [...own, ...shared.filter((one) => !isOwn(one))];
      return [method, isObject(operation) && parameters.length > 0 ? { ...operation, parameters } : operation];
    });
    const { parameters: _shared, ...rest } = item;
    return { ...rest, ...Object.fromEntries(full) };
  };
  return { ...swagger, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, whole(item)])) };
}

/** The responses of an operation, their references followed: those of the whole file have no media type of an operation. */
function responsesOf(swagger: JsonObject, operation: JsonObject): JsonObject {
  const given = operation['responses'];
  const all = Object.entries(isObject(given) ? given : {});
  return Object.fromEntries(all.map(([status, one]) => [status, follow(swagger, one, nowhere)?.value ?? one]));
}

/** Any media type: the converter makes JSON of a body that has none. */
const anyType = '*/*';

/** The media types that an operation has: its own, or those of the file, or any where a body that is described has none. */
function typesOf(swagger: JsonObject, operation: JsonObject, key: 'produces' | 'consumes', isDescribed: boolean): Json {
  const own = operation[key];
  const types = Array.isArray(own) && own.length > 0 ? own : swagger[key];
  if (Array.isArray(types) ? types.length > 0 : types !== undefined) return types ?? [];
  return isDescribed ? [anyType] : [];
}

/** The file with the media types in each operation: its own, or those of the file, which the converter takes before them. */
export function withTypes(swagger: JsonObject): JsonObject {
  const { produces: _produces, consumes: _consumes, ...rest } = swagger;
  const paths = isObject(swagger['paths']) ? swagger['paths'] : {};
  const ofOperation = (operation: Json): Json => {
    if (!isObject(operation)) return operation;
    const responses = responsesOf(swagger, operation);
    const isShown = Object.values(responses).some((one) => isObject(one) && one['schema'] !== undefined);
    const hasBody = parametersAt(swagger, operation).some((one) => one['in'] === 'body');
    const produces = typesOf(swagger, operation, 'produces', isShown);
    const consumes = typesOf(swagger, operation, 'consumes', hasBody);
    return { ...operation, ...(isObject(operation['responses']) ? { responses } : {}), produces, consumes };
  };
  const ofPath = (item: Json): Json =>
    isObject(item)
      ? Object.fromEntries(
          Object.entries(item).map(([key, one]) => [key, methods.includes(key) ? ofOperation(one) : one]),
        )
      : item;
  return { ...rest, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, ofPath(item)])) };
}

/** Gives an answer without a media type those of its examples, as its converted content has them beside any type. */
export function keepExampleTypes(converted: JsonObject): void {
  const { paths } = converted;
  for (const item of Object.values(isObject(paths) ? paths : {}))
    for (const operation of Object.values(isObject(item) ? item : {})) {
      const responses = atPointer(operation, '/responses');
      for (const response of Object.values(isObject(responses) ? responses : {})) {
        const content = atPointer(response, '/content');
        if (!isObject(content) || Object.keys(content).length === 1) continue;
        const { [anyType]: any, ...named } = content;
        if (!isObject(response) || !isObject(any)) continue;
        response['content'] = Object.fromEntries(
          Object.entries(named).map(([type, one]) => [type, isObject(one) ? { ...any, ...one } : one]),
        );
      }
    }
}

/** Makes a text of a list that a form sends as one: one value alone is such a list as well. */
function asText(field: JsonObject, property: JsonObject): void {
  const sign = collections[String(field['collectionFormat'] ?? 'csv')];
  if (field['type'] !== 'array' || sign === undefined) return;
  const text = textOf(property, sign);
  for (const key of ['items', 'minItems', 'maxItems', 'uniqueItems', 'default']) delete property[key];
  Object.assign(property, text);
}

/** Puts the keywords of form fields into a description that was converted from Swagger 2.0. */
export function keepFormKeywords(swagger: JsonObject, converted: JsonObject): void {
  const paths = isObject(swagger['paths']) ? swagger['paths'] : {};
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      const fields = parametersAt(swagger, operation);
      const content = atPointer(converted, pointerOf(['paths', path, method, 'requestBody', 'content']));
      for (const field of fields.filter((one) => one['in'] === 'formData')) {
        for (const body of Object.values(isObject(content) ? content : {})) {
          const property = atPointer(body, `/schema/properties${pointerOf([String(field['name'])])}`);
          if (!isObject(property)) continue;
          const kept = Object.entries(field).filter(([key]) => !own.includes(key) && !key.startsWith('x-'));
          for (const [key, value] of kept) property[key] ??= value;
          asText(field, property);
        }
      }
    }
  }
}
