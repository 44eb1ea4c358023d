/** Compares what a contract gives a check under `with` with the schema of the check's parameters. */
import type { ErrorObject } from 'ajv';
import type { JsonObject, Schema } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { parameterFormat } from '../formats/validators.ts';
import { inWords } from './in-words.ts';
import { patternFault, patternFaults } from './pattern.ts';
import { requiredFaults } from './required.ts';
import { errorPath, specificErrors } from './schema.ts';
import { didYouMean, slipOf } from './similar.ts';

type Keys = (string | number)[];

/** A fault of parameters, and the keys of the faulty one. */
export interface ParameterFault {
  keys: Keys;
  fault: string;
}

function faultOf(check: string, takes: string[], error: ErrorObject, parameters: JsonObject): ParameterFault {
  const keys = errorPath(error);
  const [name, ...inner] = keys;
  if (error.keyword === 'required' && name === undefined)
    return { keys: [], fault: `the check ${check} needs the parameter "${error.params['missingProperty']}"` };
  if (error.keyword === 'additionalProperties' && inner.length === 0) {
    const known = takes.length > 0 ? `it takes ${takes.join(', ')}` : 'it takes none';
    return { keys, fault: `the check ${check} has no parameter "${name}"; ${known}${didYouMean(String(name), takes)}` };
  }
  return { keys, fault: `the parameter of the check ${check} at ${inWords(error, parameters, () => [])}` };
}

/** Values one slip away from the usual ones, which the schema lists as its examples; any other value is free. */
function slipFaults(schema: Schema, parameters: JsonObject): ParameterFault[] {
  return Object.entries(isObject(schema['properties']) ? schema['properties'] : {}).flatMap(([name, property]) => {
    const usual = isObject(property) && Array.isArray(property['examples']) ? property['examples'].map(String) : [];
    const given = own(parameters, name);
    const slip = typeof given === 'string' ? slipOf(given, usual) : null;
    return slip === null ? [] : [{ keys: [name], fault: `${name} "${given}" is not known; did you mean "${slip}"?` }];
  });
}

/** The faults of the parameters a contract gives a check, `schema` being the one of its parameters. */
export function parameterFaults(check: string, schema: Schema, parameters: JsonObject): ParameterFault[] {
  const takes = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  const validate = parameterFormat(check);
  if (!validate(parameters))
    return specificErrors(validate.errors ?? []).map((error) => faultOf(check, takes, error, parameters));
  const pattern = own(parameters, 'pattern');
  const fault = typeof pattern === 'string' ? patternFault(pattern) : null;
  return [
    ...(fault === null ? [] : [{ keys: ['pattern'], fault: `${JSON.stringify(pattern)} ${fault}` }]),
    ...slipFaults(schema, parameters),
    ...[...patternFaults(own(parameters, 'schema')), ...requiredFaults(own(parameters, 'schema'))].map(
      ({ keys, fault }) => ({ keys: ['schema', ...keys], fault }),
    ),
  ];
}
