/** The addresses that the environments of kind production use. They are production wherever else they stand. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mostBytes } from '../contract/bounds.ts';
import { type Place, readYamlText, sourceOf } from '../contract/yaml.ts';
import { builtInFolders, roots } from '../files/roots.ts';
import type { Json } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';

/** A base URL as a file of kind production gives it. */
interface Given {
  baseUrl: string;
  where: Place;
}

/** What a file gives; `fault` where it may be of kind production and cannot be read. */
interface ProductionFile {
  given: Given[];
  fault: string | null;
}

/** A character, or the end of a line, that a text in double quotes writes as an escape (YAML 1.2, section 5.7; JSON has the second form). */
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(?:\r\n?|\n)[ \t]*)/g;

/** The text with its escapes undone, so that a word is found however it is written. */
function plain(text: string): string {
  const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
  return text
    .replaceAll('\0', '')
    .replace(escaped, (_all, two?: string, four?: string, eight?: string) =>
      character(Number.parseInt(two ?? four ?? eight ?? '110000', 16)),
    );
}

/** Whether a text that no parser reads looks like an environment of kind production. */
function mayBeProduction(text: string): boolean {
  return /\bkind["']?\s*:[^\n]*production/i.test(text) || (/\bproviders\b/.test(text) && /\bproduction\b/i.test(text));
}

/** A file that spells its kind in another letter case does not load, and means what it says all the same. */
const isProduction = (kind: unknown): boolean => typeof kind === 'string' && kind.trim().toLowerCase() === 'production';

function textOf(file: string, problems: string[]): string | null {
  try {
    return readYamlText(file, problems);
  } catch {
    problems.push(`${file} cannot be read`);
    return null;
  }
}

/** What the settings of a provider give as addresses: the base URL, and what looks like one where the file has a slip. */
function addressesIn(settings: Json, keys: string[] = []): { text: string; keys: string[] }[] {
  if (typeof settings === 'string')
    return keys[0] === 'baseUrl' || /^https?:/i.test(settings.trim()) ? [{ text: settings, keys }] : [];
  if (settings === null || typeof settings !== 'object') return [];
  return Object.entries(settings).flatMap(([key, value]) => addressesIn(value, [...keys, key]));
}

/** Reads a file; `sure` where it stands in a folder that holds environments alone, so that what cannot be parsed is one. */
function read(file: string, sure: boolean): ProductionFile {
  const problems: string[] = [];
  const text = textOf(file, problems);
  const faulty = (): ProductionFile => ({ given: [], fault: problems[0] ?? `${file} cannot be read` });
  const other: ProductionFile = { given: [], fault: null };
  if (text === null) return faulty();
  const words = plain(text);
  // A folder of a user holds files of every kind, and to parse a large one takes its time.
  if (!sure && !/production/i.test(words)) return other;
  const yaml = sourceOf(file, text, problems);
  if (!yaml) return sure || mayBeProduction(words) ? faulty() : other;
  if (!isObject(yaml.value) || !isProduction(yaml.value['kind'])) return other;
  const providers = yaml.value['providers'];
  const given = Object.entries(isObject(providers) ? providers : {}).flatMap(([provider, settings]) =>
    addressesIn(settings).map(
      ({ text: baseUrl, keys }): Given => ({ baseUrl, where: yaml.place(['providers', provider, ...keys]) }),
    ),
  );
  return { given, fault: null };
}

/** The text with the variables it refers to, also in ways that no environment is read in; empty where one is not set. */
function expanded(text: string, variables: Record<string, string>): string {
  const parts = text.split(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/);
  // Between the texts stand the two groups, of which one is found.
  const values = parts.map((part, index) =>
    index % 3 === 0 ? part : part === undefined ? '' : (variables[part]?.trim() ?? null),
  );
  return values.includes(null) ? '' : values.join('');
}

/**
 * The address that a base URL of production may mean, however loosely it is written: it need not load in order to be kept
 * away from. Null where it means none.
 */
function meant(baseUrl: string): URL | null {
  const text = baseUrl.trim().replaceAll('\\', '/');
  // Of a scheme that is none of the web a URL keeps no port and no host in their usual form.
  const [, scheme = 'https', rest = ''] = /^(?:(http|https):|[a-z][a-z\d+.-]*:(?=\/\/))?\/*(.*)$/is.exec(text) ?? [];
  const bare = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(rest) ? `[${rest}]` : rest;
  const address = `${scheme}://${bare}`;
  return URL.canParse(address) ? new URL(address) : null;
}

const known = new Map<string, { stamp: string; found: ProductionFile }>();

function ofFile(file: string, sure: boolean): ProductionFile {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size} ${sure}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.found;
  // No environment of that size loads; only where nothing but environments stands is it a fault.
  const found = size > mostBytes && !sure ? { given: [], fault: null } : read(file, sure);
  known.set(file, { stamp, found });
  return found;
}

function filesOf(folder: string): string[] {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/i.test(name))
    : [];
  return names.map((name) => join(folder, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Folders beside our own in which environments are found: the one that CONFORMANCE_CONTRACTS names, and its environments/. */
export function foldersBeside(contractsParent: string | undefined): string[] {
  return contractsParent === undefined ? [] : [contractsParent, join(contractsParent, 'environments')];
}

/** An address of production, and the line that says so. */
export interface ProductionAddress {
  url: URL;
  where: Place;
}

/**
 * Every address of production in the folders in which environments are found and in the folder of the given file, those
 * given by a variable that is set included. `faults` names the files that cannot tell: those that cannot be read in a folder
 * of environments alone, and elsewhere those that look like an environment of kind production.
 */
export function productionAddresses(
  environmentFile: string,
  variables: Record<string, string>,
): { addresses: ProductionAddress[]; faults: string[] } {
  const elsewhere = variables['CONFORMANCE_CONTRACTS'];
  const beside = foldersBeside(elsewhere ? resolve(elsewhere) : undefined);
  // The built-in ones count also where no built-in provider is tested: to reach their production is never meant.
  const named = [roots().environments, builtInFolders.environments];
  const folders = new Set([...named, ...beside, dirname(resolve(environmentFile))]);
  const sure = new Set([...named, ...beside.slice(1)]);
  const found = [...folders].flatMap((folder) => filesOf(folder).map((file) => ofFile(file, sure.has(folder))));
  const faults = found.flatMap(({ fault }) => fault ?? []);
  const addresses = found.flatMap(({ given }) =>
    given.flatMap(({ baseUrl, where }): ProductionAddress[] => {
      const address = expanded(baseUrl, variables);
      const url = address === '' ? null : meant(address);
      if (address !== '' && url === null) faults.push(`${where}: baseUrl is no address; write https://host`);
      return url ? [{ url, where }] : [];
    }),
  );
  return { addresses, faults };
}
