/** What the converter of Swagger 2.0 leaves out of the fields of a form: every keyword but the type. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';

const own = ['name', 'in', 'required', 'collectionFormat', 'allowEmptyValue', 'type'];

/** A parameter of an operation, its reference followed. */
function parametersAt(swagger: JsonObject, node: Json | undefined): JsonObject[] {
  const list = atPointer(node, '/parameters');
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const reference = isObject(one) ? one['$ref'] : undefined;
    const found = typeof reference === 'string' ? atPointer(swagger, reference.replace(/^#/, '')) : one;
    return isObject(found) ? [found] : [];
  });
}

/** Puts the keywords of form fields into a description that was converted from Swagger 2.0. */
export function keepFormKeywords(swagger: JsonObject, converted: JsonObject): void {
  const paths = isObject(swagger['paths']) ? swagger['paths'] : {};
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      const fields = [...parametersAt(swagger, operation), ...parametersAt(swagger, item)];
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
