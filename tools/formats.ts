/**
 * `npm run formats`: makes of formats, and of the schemas of the checks' parameters, what src/formats holds: the
 * types of the files, and their compiled validators. With `--check` it exits 1 when that is not what it would write.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { transformSync } from 'esbuild';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { CliCommand } from '../src/cli/command.ts';
import { runCli } from '../src/cli/run.ts';
import { ajvOptions } from '../src/contract/schema.ts';
import { atPointer, isObject, type Json, type JsonObject, own, parseJson } from '../src/formats/json.ts';
import { formatFiles, parameterName } from '../src/formats/validators.ts';
import { checks } from '../src/judge/checks/index.ts';
import { print, printError } from '../src/output/print.ts';

const root = join(import.meta.dirname, '..');
const folder = 'formats';
const note = '// Written by npm run formats; npm run check compares.';

function read(file: string): JsonObject {
  const schema = parseJson(readFileSync(join(root, folder, file), 'utf8'));
  if (!isObject(schema)) throw new Error(`${folder}/${file} is no object`);
  return schema;
}

/** A schema without what it says to people, which no validator needs: a member of that name would be a schema itself. */
function bare(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(bare);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'description' || typeof value !== 'string');
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

function validators(): string {
  const ajv = new Ajv2020({ ...ajvOptions, inlineRefs: false, code: { source: true } });
  formats.default(ajv);
  for (const file of Object.values(formatFiles)) ajv.addSchema({ ...Object(bare(read(file))), $id: file });
  const parameters = Object.entries(checks).map(([check, entry]): [string, string] => {
    const id = `${encodeURIComponent(check)}.parameters.json`;
    ajv.addSchema({ ...entry.parameters, $id: id });
    return [parameterName(check), id];
  });
  const all = { ...formatFiles, ...Object.fromEntries(parameters) };
  const { code } = transformSync(standalone.default(ajv, all), { minify: true, target: 'node20' });
  return `${note}\n${code}`;
}

/** The types that are made of a format, or of a part of it: the file, the format, the name of its root, and whether an object may hold more. */
const types = [
  ['auth.ts', formatFiles.auth, 'Auth', true],
  ['contract.ts', formatFiles.contract, 'ContractFile', true],
  ['clause-mark.ts', formatFiles.mark, 'ClauseMark', true],
  ['environment.ts', formatFiles.environment, 'EnvironmentFile', true],
  ['decisions.ts', formatFiles.decisions, 'DecisionsFile', true],
  ['exchange-record.ts', `${formatFiles.results}#/$defs/exchangeRecord`, 'ExchangeRecord', false],
  ['results.ts', formatFiles.results, 'Results', false],
] as const;

/** Keywords that restrict values in a way no type of TypeScript says. */
const untyped = ['$schema', 'if', 'then', 'else', 'oneOf', 'not', 'propertyNames', 'minProperties', 'maxProperties'];
const lengths = ['minItems', 'maxItems'];

/** What another file states, as a type and the module of src/formats that holds it. */
const elsewhere: Readonly<Record<string, { type: string; module: string }>> = {
  [formatFiles.schema]: { type: 'Schema', module: './json.ts' },
  [formatFiles.auth]: { type: 'Auth', module: './auth.ts' },
  '#/$defs/exchangeRecord': { type: 'ExchangeRecord', module: './exchange-record.ts' },
};

const jsonTypes = ['Json', 'JsonObject'].map((type) => ({ type, module: './json.ts' }));

const onlyRequires = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((key) => key === 'required');

/** A schema as json-schema-to-typescript reads it: drafts before 2020-12, without what no type says. */
function typed(schema: Json, open: boolean): Json {
  if (Array.isArray(schema)) return schema.map((one) => typed(one, open));
  if (schema === true) return { tsType: 'Json' };
  if (typeof schema !== 'object' || schema === null) return schema;
  const said = Object.keys(schema).filter((key) => !['description', 'default'].includes(key));
  const other = own(elsewhere, String(schema['$ref']));
  if (other) return { tsType: other.type };
  const [file = '', pointer] = String(schema['$ref'] ?? '').split('#');
  if (file !== '' && pointer !== undefined) return typed(atPointer(read(file), pointer) ?? null, open);
  if (said.length === 0) return { ...schema, tsType: 'Json' };
  const isOpen = schema['type'] === 'object' && said.every((key) => key === 'type' || key === 'properties');
  if (isOpen && (open || !said.includes('properties'))) return { tsType: 'JsonObject' };
  // Whichever of the two alternatives holds, the value is one of them.
  const { prefixItems, if: condition, then, else: otherwise, ...others } = schema;
  if (condition !== undefined && then !== undefined && otherwise !== undefined && schema['properties'] === undefined)
    return typed({ ...others, anyOf: [then, otherwise] }, open);
  if (Array.isArray(prefixItems))
    return { type: 'array', items: prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
  const named = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typed(one, open)]));
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
      if (untyped.includes(key) || lengths.includes(key)) return [];
      if ((key === 'anyOf' || key === 'allOf') && Array.isArray(value)) {
        const kept = value.filter((one) => !onlyRequires(one)).map((one) => typed(one, open));
        return kept.length > 0 ? [[key, kept]] : [];
      }
      if (
        (key === 'properties' || key === '$defs') &&
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value)
      )
        return [[key, named(value)]];
      return [[key, key === 'enum' || key === 'const' || key === 'required' ? value : typed(value, open)]];
    }),
  );
}

/** The lines that import what a module uses of others. */
function importsOf(source: string, root: string): string {
  const used = [...jsonTypes, ...Object.values(elsewhere)].filter(
    ({ type }) => type !== root && new RegExp(`\\b${type}\\b`).test(source),
  );
  const lines = [...new Set(used.map(({ module }) => module))].sort().map((module) => {
    const names = used.filter((one) => one.module === module).map(({ type }) => type);
    return `import type { ${names.join(', ')} } from '${module}';\n`;
  });
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

async function typesOf(format: string, name: string, open: boolean): Promise<string> {
  const [file = '', pointer = ''] = format.split('#');
  const whole = read(file);
  const { title, ...schema }: JsonObject = { ...Object(atPointer(whole, pointer)), $defs: whole['$defs'] ?? {} };
  const root: JSONSchema = Object(typed(schema, open));
  const source = await compile(root, name, {
    additionalProperties: false,
    bannerComment: '',
    style: { singleQuote: true, printWidth: 120 },
  });
  const imports = importsOf(source, name);
  return `${note}\n/** ${String(title)}. */\n${imports}${source.replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, '/** $1 */')}`;
}

async function writeFormats(check: boolean): Promise<number> {
  const made: [string, string][] = [['validators.cjs', validators()]];
  for (const [file, format, name, open] of types) made.push([file, await typesOf(format, name, open)]);
  const stale = made.filter(([name, text]) => {
    const file = join(root, 'src/formats', name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  for (const [name, text] of stale) {
    if (check) printError(`src/formats/${name}: not what ${folder} says today; run: npm run formats`);
    else writeFileSync(join(root, 'src/formats', name), text);
  }
  if (!check)
    print(stale.length === 0 ? 'src/formats is up to date' : `wrote ${stale.map(([name]) => name).join(', ')}`);
  return check && stale.length > 0 ? 1 : 0;
}

const command: CliCommand<{ check: boolean }> = {
  subject: 'The reading of the formats',
  define: (line) =>
    line
      .description(`Makes types and validators of ${folder} and writes them to src/formats.`)
      .option('--check', 'write nothing; exit 1 when a file is not what would be written', false),
  run: (_args, { check }) => writeFormats(check),
};

await runCli('formats', command, process.argv.slice(2));
