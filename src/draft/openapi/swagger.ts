/** What the converter of Swagger 2.0 leaves out: parameters by reference, and of the fields of a form every keyword but the type. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';
import { follow, nowhere } from './follow.ts';

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

/** The file with the media types of answers in each operation: its own, or those of the file, which the converter takes before them. */
export function withProduced(swagger: JsonObject): JsonObject {
  const { produces, ...rest } = swagger;
  const paths = isObject(swagger['paths']) ? swagger['paths'] : {};
  const ofOperation = (operation: Json): Json => {
    if (!isObject(operation)) return operation;
    const own = operation['produces'];
    const types = Array.isArray(own) && own.length > 0 ? own : produces;
    const responses = isObject(operation['responses']) ? { responses: responsesOf(swagger, operation) } : {};
    return { ...operation, ...responses, ...(types === undefined ? {} : { produces: types }) };
  };
  const ofPath = (item: Json): Json =>
    isObject(item)
      ? Object.fromEntries(
          Object.entries(item).map(([key, one]) => [key, methods.includes(key) ? ofOperation(one) : one]),
        )
      : item;
  return { ...rest, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, ofPath(item)])) };
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
        }
      }
    }
  }
}
