/** The addresses that the environments of kind production use. They are production wherever else they stand. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '../contract/types.ts';
import { readYaml } from '../contract/yaml.ts';
import { variableIn } from './reference.ts';

/** Folder of the environments that are called by name. */
export const environmentsFolder = fileURLToPath(new URL('../../environments', import.meta.url));

/** A base URL as a file of kind production gives it. */
interface Given {
  baseUrl: string;
  where: string;
}

/** What a file gives; `fault` where it may be of kind production and cannot be read. */
interface ProductionFile {
  given: Given[];
  fault: string | null;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function read(file: string): ProductionFile {
  const text = textOf(file);
  if (text === null) return { given: [], fault: `${file} cannot be read` };
  // Most files are of another kind, and to parse YAML takes its time.
  if (!text.includes('production')) return { given: [], fault: null };
  const problems: string[] = [];
  const yaml = readYaml(file, problems);
  if (!yaml) return { given: [], fault: problems[0] ?? null };
  if (!isObject(yaml.value) || yaml.value['kind'] !== 'production') return { given: [], fault: null };
  const providers = yaml.value['providers'];
  const given = Object.entries(isObject(providers) ? providers : {}).flatMap(([provider, settings]): Given[] => {
    const baseUrl = isObject(settings) ? settings['baseUrl'] : undefined;
    return typeof baseUrl === 'string' ? [{ baseUrl, where: yaml.where(['providers', provider, 'baseUrl']) }] : [];
  });
  return { given, fault: null };
}

const known = new Map<string, { stamp: string; found: ProductionFile }>();

function ofFile(file: string): ProductionFile {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.found;
  const found = read(file);
  known.set(file, { stamp, found });
  return found;
}

function filesOf(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  return names.map((name) => join(folder, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** An address of production, and the line that says so. */
export interface ProductionAddress {
  url: URL;
  where: string;
}

/**
 * Every address of production in the folder of the environments and in the folder of the given file, those given by a
 * variable that is set included. `faults` names the files of our own folder that cannot tell.
 */
export function productionAddresses(
  environmentFile: string,
  variables: Record<string, string>,
): { addresses: ProductionAddress[]; faults: string[] } {
  const own = filesOf(environmentsFolder);
  const beside = filesOf(dirname(environmentFile)).filter((file) => !own.includes(file));
  const addresses = [...own, ...beside].flatMap((file) =>
    ofFile(file).given.flatMap(({ baseUrl, where }): ProductionAddress[] => {
      const variable = variableIn(baseUrl);
      const address = variable === null ? baseUrl : (variables[variable]?.trim() ?? '');
      return URL.canParse(address) ? [{ url: new URL(address), where }] : [];
    }),
  );
  return { addresses, faults: own.flatMap((file) => ofFile(file).fault ?? []) };
}
