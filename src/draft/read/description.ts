/** Descriptions in JSON or YAML: OpenAPI 3, and what kept libraries convert to it. */

import { mostDepth } from '../../contract/bounds.ts';
import { InputError } from '../../contract/problems.ts';
import { mergingSchema, parseYaml } from '../../contract/yaml.ts';
import type { JsonObject } from '../../formats/json.ts';
import { isDeeper, isObject, parseJson } from '../../formats/json.ts';
import { convertedFrom, withoutScheme } from '../openapi/description.ts';
import { readFlags } from '../openapi/flags.ts';
import { fromPostman } from '../openapi/postman.ts';
import { keepExampleTypes, keepFormKeywords, withParameters, withTypes } from '../openapi/swagger.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { withWholeTexts } from './cut-words.ts';

const languages = ['yaml', 'yml', 'json', 'openapi', 'swagger', 'json5', ''];

/** Characters of a text in which the column of a fault is looked up. */
const mostLocated = 200_000;

/** A text in JSON or YAML. A large description is JSON as a rule, and JSON reads a hundred times faster as JSON. */
function parsed(text: string): ReturnType<typeof parseYaml> {
  if (text.trimStart().startsWith('{')) {
    try {
      const value = parseJson(text);
      // The other parser names the line of what is nested too deeply.
      if (!isDeeper(value, mostDepth)) return { value };
    } catch {
      // The flow style of YAML begins as JSON does.
    }
  }
  const found = parseYaml(text, mergingSchema);
  return 'value' in found ? { ...found, value: withWholeTexts(found.value) } : found;
}

/** The kinds of description that are read. */
export type DescriptionKind = 'OpenAPI' | 'Swagger 2.0' | 'Postman';

/** A description with its version as text: without quotes, YAML has `swagger: 2.0` as a number. */
function withVersion(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [name, version] = Object.entries(value).find(([key]) => key === 'openapi' || key === 'swagger') ?? [];
  if (name === undefined || typeof version !== 'number') return value;
  return { ...value, [name]: Number.isInteger(version) ? version.toFixed(1) : String(version) };
}

function kindOf(value: unknown): DescriptionKind | null {
  if (!isObject(value)) return null;
  if (typeof value['openapi'] === 'string') return 'OpenAPI';
  if (String(value['swagger']).startsWith('2')) return 'Swagger 2.0';
  const info = isObject(value['collection']) ? value['collection']['info'] : value['info'];
  return isObject(info) && /postman/i.test(String(info['schema'] ?? info['_postman_id'] ?? '')) ? 'Postman' : null;
}

/** Reads a Swagger 2.0 file or a Postman collection as OpenAPI; the library of each is loaded only here. */
async function converted(value: JsonObject, kind: DescriptionKind, base: string): Promise<JsonObject> {
  if (kind !== 'Postman') readFlags(value);
  if (kind === 'OpenAPI') return value;
  try {
    const swagger = kind === 'Swagger 2.0' ? withTypes(withParameters(value)) : value;
    const result: unknown =
      kind === 'Postman'
        ? fromPostman(
            isObject(value['collection']) ? value['collection'] : value,
            (await import('@scalar/postman-to-openapi')).convert,
          )
        : (await import('@scalar/openapi-upgrader')).upgrade(structuredClone(swagger), '3.1');
    // A body that stands in it as a text is a value of its own now.
    if (isDeeper(result, mostDepth)) throw new RangeError();
    if (isObject(result) && kind === 'Swagger 2.0') {
      keepFormKeywords(swagger, result);
      keepExampleTypes(result);
    }
    // A Swagger file without schemes is served by that of its own address, which a file has not got.
    const schemeless = kind === 'Swagger 2.0' && value['host'] !== undefined && !Array.isArray(value['schemes']);
    if (isObject(result)) return { ...result, [convertedFrom]: kind, ...(schemeless ? { [withoutScheme]: true } : {}) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Some versions of Node.js parse what the converter cannot walk through.
    const reason = error instanceof RangeError ? `what it holds is nested deeper than ${mostDepth} levels` : said;
    throw new InputError(`${base} is ${kind}, and cannot be converted to OpenAPI:`, [
      `${reason}; correct it, or export OpenAPI 3 and give that`,
    ]);
  }
  throw new InputError(`${base} is ${kind}, and cannot be converted to OpenAPI:`, ['export OpenAPI 3 and give that']);
}

/** Why a text does not load, with line and column of the file, which has so many lines before it. */
async function faultOf(
  text: string,
  base: string,
  faults: { line: number; reason: string }[],
  before = 0,
): Promise<InputError> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const [first] = faults;
  // What is beyond all bounds is not parsed a second time for a column.
  const short = text.length < mostLocated && first !== undefined && !/alias|nested|larger/.test(first.reason);
  const [error] = short ? parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors : [];
  const place = error ? lines.linePos(error.pos[0]) : null;
  const problems = faults.map(({ line, reason }) => `line ${line + before}: ${reason}`);
  return new InputError(
    `${base} does not load:`,
    place
      ? [`line ${place.line + before}, column ${place.col}: ${error?.message ?? ''}`, ...problems.slice(1)]
      : problems,
  );
}

/** The description that a block of code holds, as OpenAPI; null for a block that is a sample of something else. */
export async function describedIn(
  { text, language, line }: Extract<Block, { kind: 'code' }>,
  base: string,
): Promise<JsonObject | null> {
  if (!languages.includes(language.toLowerCase()) || !/openapi|swagger|postman/i.test(text)) return null;
  const found = parsed(text);
  if ('faults' in found && /^[\s"'{]*(openapi|swagger)["']?\s*:/.test(text))
    throw await faultOf(text, base, found.faults, line);
  const value = 'value' in found ? withVersion(found.value) : null;
  const kind = kindOf(value);
  return kind && isObject(value) ? converted(value, kind, base) : null;
}

/** The description that a file is, as OpenAPI. @throws InputError where it is none, with line and column of a fault. */
export async function descriptionIn(text: string, base: string): Promise<JsonObject> {
  const found = parsed(text);
  if ('faults' in found) throw await faultOf(text, base, found.faults);
  const value = withVersion(found.value);
  const kind = kindOf(value);
  if (!kind || !isObject(value)) throw new InputError(`Nothing was read of ${base}:`, [whatItIs(value)]);
  return converted(value, kind, base);
}

function whatItIs(value: unknown): string {
  if (isObject(value) && isObject(value['log']))
    return 'it seems to be a HAR file, which records exchanges and documents none; give the documentation, or OpenAPI (npm har-to-openapi drafts one of it)';
  if (isObject(value) && 'resourceType' in value)
    return 'it seems to be an Insomnia export; export OpenAPI 3 and give that';
  if (isObject(value) && 'swagger' in value)
    return `it is Swagger ${value['swagger']}; export Swagger 2.0 or OpenAPI 3 and give that`;
  return 'it is no OpenAPI 3, Swagger 2.0 or Postman description in YAML or JSON; a page of text is given as .md or .html';
}
