/** The addresses that environments of kind production use. They count as production in every other environment too. */

import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mostBytes } from '../contract/bounds.ts';
import { type Place, readYamlText, sourceOf } from '../contract/yaml.ts';
import { entryAt } from '../files/read.ts';
import { builtInFolders, roots } from '../files/roots.ts';
import type { Json, JsonObject } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { isUrl } from '../formats/url.ts';
import { contractsParent, foldersBeside } from './folders.ts';

/** What a file says of itself: that it is production, or a kind that there is not and that may mean it. */
type Meaning = 'production' | 'unclear';

/** A base URL in a file that is of production, or may be. */
interface Given {
  baseUrl: string;
  where: Place;
  meaning: Meaning;
}

/** The addresses in a file; `fault` where it may be of kind production and cannot be read. */
interface ProductionFile {
  given: Given[];
  fault: string | null;
}

/**
 * A character or line end that a text in double quotes writes as an escape (YAML 1.2, section 5.7; JSON has the second
 * form).
 */
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(?:\r\n?|\n)[ \t]*)/g;

/** The text with its escapes undone, so that a word is found in any spelling. */
function plain(text: string): string {
  const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
  return text
    .replaceAll('\0', '')
    .replace(escaped, (_all, two?: string, four?: string, eight?: string) =>
      character(Number.parseInt(two ?? four ?? eight ?? '110000', 16)),
    );
}

/** Whether an unreadable text looks like an environment of kind production. */
function mayBeProduction(text: string): boolean {
  return /\bkind["']?\s*:[^\n]*production/i.test(text) || (/\bproviders\b/.test(text) && /\bproduction\b/i.test(text));
}

/** A key of a mapping at the beginning of a line, as YAML writes it. */
const keyAtLeft = /^["']?[\w-]+["']?\s*:(?:\s|$)/;

/**
 * Whether an unreadable text, in a file that is not named like one of YAML or JSON, is laid out as an environment of kind
 * production: notes, guides and logs beside the environments use the same words.
 */
function isLaidOutAsProduction(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => !/^\s*(?:#|$)|^(?:---|%)/.test(line));
  if (/^\s*\{/.test(lines[0] ?? '')) return mayBeProduction(text);
  const has = (key: string): boolean =>
    lines.some((line) => keyAtLeft.test(line) && line.replace(/["']/g, '').toLowerCase().startsWith(key));
  return keyAtLeft.test(lines[0] ?? '') && has('kind') && has('providers') && mayBeProduction(text);
}

/** Kinds of environments that are not production. */
const harmless = ['mock', 'sandbox'];

/**
 * What the kind of a file means; null where it is not of production, or no environment. A kind that is written otherwise than it
 * should be does not load, but what it means is clear; what `prod` or `live` means is not.
 */
function meaningOf(value: JsonObject, sure: boolean): Meaning | null {
  const kinds = Object.entries(value).flatMap(([key, one]) =>
    key.trim().toLowerCase() === 'kind' ? [one].flat() : [],
  );
  const words = kinds.map((kind) => String(kind).trim().toLowerCase());
  if (words.includes('production')) return 'production';
  const isKnown = words.length > 0 && words.every((word) => harmless.includes(word));
  return isKnown || (words.length === 0 && !sure) ? null : 'unclear';
}

function textOf(file: string, problems: string[]): string | null {
  try {
    return readYamlText(file, problems);
  } catch {
    problems.push(`${file} cannot be read`);
    return null;
  }
}

/** The addresses in the settings of a provider: the base URL, and anything like it where the file has a slip. */
function addressesIn(settings: Json, keys: string[] = []): { text: string; keys: string[] }[] {
  if (typeof settings === 'string')
    return keys[0] === 'baseUrl' || /^https?:/i.test(settings.trim()) ? [{ text: settings, keys }] : [];
  if (settings === null || typeof settings !== 'object') return [];
  return Object.entries(settings).flatMap(([key, value]) => addressesIn(value, [...keys, key]));
}

/** Reads a file; `sure` where its folder holds only environments, so that an unparsable one is an environment too. */
function read(file: string, sure: boolean): ProductionFile {
  const problems: string[] = [];
  const text = textOf(file, problems);
  const faulty = (): ProductionFile => ({ given: [], fault: problems[0] ?? `${file} cannot be read` });
  const other: ProductionFile = { given: [], fault: null };
  if (text === null) return sure || isNamed(file) ? faulty() : other;
  const words = plain(text);
  // A user's folder holds files of every kind, and parsing a large one takes time.
  if (!sure && !/production/i.test(words) && !(/\bkind\b/i.test(words) && /\bproviders\b/.test(words))) return other;
  const yaml = sourceOf(file, text, problems);
  if (!yaml) return sure || (isNamed(file) ? mayBeProduction : isLaidOutAsProduction)(words) ? faulty() : other;
  const meaning = isObject(yaml.value) ? meaningOf(yaml.value, sure) : null;
  if (!isObject(yaml.value) || meaning === null) return other;
  const providers = yaml.value['providers'];
  const given = Object.entries(isObject(providers) ? providers : {}).flatMap(([provider, settings]) =>
    addressesIn(settings).map(
      ({ text: baseUrl, keys }): Given => ({ baseUrl, where: yaml.place(['providers', provider, ...keys]), meaning }),
    ),
  );
  return { given, fault: null };
}

/** The text with its variables replaced, also in forms that no environment supports; empty where one is not set. */
function expanded(text: string, variables: Record<string, string>): string {
  const parts = text.split(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/);
  // Between the texts are the two groups, of which one matches.
  const values = parts.map((part, index) =>
    index % 3 === 0 ? part : part === undefined ? '' : (variables[part]?.trim() ?? null),
  );
  return values.includes(null) ? '' : values.join('');
}

/**
 * The address that a base URL of production may mean, however loosely it is written: the guard must know it even where
 * it would not load. Null where it means none.
 */
function meant(baseUrl: string): URL | null {
  const text = baseUrl.trim().replaceAll('\\', '/');
  // With a scheme other than http and https, a URL does not normalise its port and host.
  const [, scheme = 'https', rest = ''] = /^(?:(http|https):|[a-z][a-z\d+.-]*:(?=\/\/))?\/*(.*)$/is.exec(text) ?? [];
  const bare = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(rest) ? `[${rest}]` : rest;
  const address = `${scheme}://${bare}`;
  return isUrl(address) ? new URL(address) : null;
}

const known = new Map<string, { stamp: string; found: ProductionFile }>();

/** Most bytes of a file that is not named like one of YAML or JSON: a folder may hold anything beside environments. */
const mostOtherBytes = 1024 * 1024;

/** Whether a file is named like one of YAML or JSON. An environment that is asked for by its path may have any name. */
const isNamed = (file: string): boolean => /\.(?:ya?ml|json)$/i.test(file);

function ofFile(file: string, sure: boolean): ProductionFile {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size} ${sure}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.found;
  // No environment of that size loads; it is a fault only in a folder of environments alone.
  const isLarge = size > (isNamed(file) ? mostBytes : mostOtherBytes);
  const found = isLarge && !sure ? { given: [], fault: null } : read(file, sure);
  known.set(file, { stamp, found });
  return found;
}

/** The files in a folder and in `levels` of folders below it. */
function filesOf(folder: string, levels = 0): string[] {
  if (!entryAt(folder)?.isDirectory()) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const entry = entryAt(path);
    const isBelow = levels > 0 && entry?.isDirectory() && name !== 'node_modules' && !name.startsWith('.');
    return entry?.isFile() ? [path] : isBelow ? filesOf(path, levels - 1) : [];
  });
}

/** Levels of folders below one of environments that are looked into: one for each team or provider, and for each stage. */
const levelsBelow = 2;

/** An address of production, or of a file that leaves open whether it is, and its line. */
export interface ProductionAddress {
  url: URL;
  where: Place;
  meaning: Meaning;
}

/**
 * Every address of production in the folders in which environments are found, those below them, and the folder of the given
 * file, also those from a variable that is set. `faults` names the files that leave it open: unreadable ones in a folder of
 * environments alone, and elsewhere those that look like an environment of kind production.
 */
export function productionAddresses(
  environmentFile: string,
  variables: Record<string, string>,
): { addresses: ProductionAddress[]; faults: string[] } {
  const beside = foldersBeside(contractsParent(variables));
  // The built-in ones count also where no built-in provider is tested: to reach their production is never meant.
  const named = [roots().environments, builtInFolders.environments];
  const folders = new Set([...named, ...beside, dirname(resolve(environmentFile))]);
  const sure = new Set([...named, ...beside.slice(1)]);
  const found = [...folders].flatMap((folder) =>
    filesOf(folder, sure.has(folder) ? levelsBelow : 0).map((file) =>
      ofFile(file, isNamed(file) && sure.has(dirname(file))),
    ),
  );
  const faults = found.flatMap(({ fault }) => fault ?? []);
  const addresses = found.flatMap(({ given }) =>
    given.flatMap(({ baseUrl, where, meaning }): ProductionAddress[] => {
      const address = expanded(baseUrl, variables);
      const url = address === '' ? null : meant(address);
      if (address !== '' && url === null && meaning === 'production')
        faults.push(`${where}: baseUrl is not an address; write https://host`);
      return url ? [{ url, where, meaning }] : [];
    }),
  );
  return { addresses, faults };
}
