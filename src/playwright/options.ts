/** What a configuration gives `defineConformance`. A slip there would test other targets than were meant, and no compiler need have seen it. Pure. */
import type { PlaywrightTestConfig } from '@playwright/test';
import { didYouMean } from '../contract/similar.ts';
import type { RootOptions } from '../files/roots.ts';

/**
 * What a configuration says of its project. Relative paths start from `root`.
 *
 * @example
 * ```ts
 * import type { ConformanceOptions } from 'payment-token-conformance';
 * export const options: ConformanceOptions = { root: 'targets', builtIn: false, report: 'report' };
 * ```
 */
export interface ConformanceOptions extends RootOptions {
  /** Folder that holds `conformance.spec.ts`, which imports `payment-token-conformance/spec`. Default: `./tests`. */
  tests?: string;
}

/** What a message on such arguments begins with. */
export const wrongArguments = 'The configuration gives defineConformance what it does not take:';

/** What can be used of the arguments of `defineConformance`, and what is wrong with the rest. */
export interface Arguments {
  options: ConformanceOptions;
  config: PlaywrightTestConfig;
  faults: string[];
}

const folders = ['root', 'contracts', 'specs', 'environments', 'report', 'tests'] as const;
// An option that is added above and not here does not compile.
const all: Readonly<Record<keyof ConformanceOptions, true>> = {
  ...{ root: true, contracts: true, specs: true, environments: true, report: true, tests: true },
  builtIn: true,
};
const names = Object.keys(all);

/** What Playwright takes, and is easily given to us. */
const theirNames: readonly (keyof PlaywrightTestConfig)[] = [
  ...(['expect', 'forbidOnly', 'fullyParallel', 'globalSetup', 'globalTeardown', 'grep', 'grepInvert'] as const),
  ...(['maxFailures', 'metadata', 'outputDir', 'projects', 'repeatEach', 'reporter', 'retries', 'shard'] as const),
  ...(['testDir', 'testIgnore', 'testMatch', 'timeout', 'use', 'webServer', 'workers'] as const),
];

type Given = Readonly<Record<string, unknown>>;

/** Whether a value is an object that names things: no list, no promise, no module. */
function isNaming(value: unknown): value is Given {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** What a value is, without what it holds. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return value === '' ? 'an empty text' : String(value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Promise) return 'a promise, which await would read';
  const kinds: Partial<Record<string, string>> = { string: 'a text', function: 'a function', object: 'an object' };
  return kinds[typeof value] ?? `the ${typeof value} ${String(value)}`;
}

function unknownNames(given: Given): string[] {
  return Object.keys(given).flatMap((name) => {
    if (names.includes(name)) return [];
    if (theirNames.some((known) => known === name))
      return [`"${name}" is an option of Playwright's; give it in the second argument`];
    const similar = didYouMean(name, names);
    return [`there is no option "${name}"${similar || `; there is: ${names.join(', ')}`}`];
  });
}

/** The built-in providers that are named; undefined where that says nothing. */
function builtInOf(given: unknown, faults: string[]): ConformanceOptions['builtIn'] {
  if (given === undefined || typeof given === 'boolean') return given;
  if (!Array.isArray(given)) {
    const example = typeof given === 'string' && given !== '' ? given : 'acme';
    faults.push(`builtIn is ${kindOf(given)}; give true, false, or a list of names, as ["${example}"]`);
    return undefined;
  }
  return Array.from(given, (name: unknown, index) => {
    if (typeof name === 'string') return [name];
    faults.push(`builtIn[${index}] is ${kindOf(name)}; give the name of a built-in provider`);
    return [];
  }).flat();
}

function optionsOf(given: unknown, faults: string[]): ConformanceOptions {
  const read: ConformanceOptions = {};
  if (!isNaming(given)) {
    faults.push(`the options are ${kindOf(given)}; give an object, as { contracts: './contracts' }, or nothing`);
    return read;
  }
  faults.push(...unknownNames(given));
  for (const name of folders) {
    const value = given[name];
    if (typeof value === 'string' && value !== '') read[name] = value;
    else if (value !== undefined)
      faults.push(`${name} is ${kindOf(value)}; give the path of a folder, or leave it out`);
  }
  const builtIn = builtInOf(given['builtIn'], faults);
  return builtIn === undefined ? read : { ...read, builtIn };
}

function projectFaults(project: unknown, place: string): string[] {
  if (!isNaming(project)) return [`${place} is ${kindOf(project)}; give a project, as { name: 'shop' }`];
  const { name, dependencies } = project;
  const isList = dependencies === undefined || Array.isArray(dependencies);
  const wrong = Array.isArray(dependencies) ? Array.from(dependencies, (one: unknown) => one) : [];
  return [
    ...(name === undefined || typeof name === 'string' ? [] : [`${place}.name is ${kindOf(name)}; give a text`]),
    ...(isList ? [] : [`${place}.dependencies is ${kindOf(dependencies)}; give a list of names of projects`]),
    ...wrong.flatMap((one, index) =>
      typeof one === 'string' ? [] : [`${place}.dependencies[${index}] is ${kindOf(one)}; give the name of a project`],
    ),
  ];
}

function reporterFaults(reporter: unknown): string[] {
  const isOne = (one: unknown): boolean => Array.isArray(one) && typeof one[0] === 'string';
  if (reporter === undefined || (typeof reporter === 'string' && reporter !== '')) return [];
  const should = `give a name, or a list of lists, as [['html', { open: 'never' }]]`;
  if (!Array.isArray(reporter)) return [`reporter is ${kindOf(reporter)}; ${should}`];
  return Array.from(reporter, (one: unknown, index) =>
    isOne(one) ? [] : [`reporter[${index}] is ${kindOf(one)}; ${should}`],
  ).flat();
}

/** What is wrong with what we read of a Playwright configuration; the rest Playwright looks at itself. */
function configFaults(given: unknown): string[] {
  const faults: string[] = [];
  if (!isNaming(given)) faults.push(`is ${kindOf(given)}; give a Playwright configuration, or nothing`);
  else {
    const { projects = [], reporter } = given;
    for (const name of Object.keys(given).filter((one) => names.includes(one)))
      faults.push(`has the option "${name}", which belongs in the first argument`);
    if (!Array.isArray(projects)) faults.push(`has projects that are ${kindOf(projects)}; give a list of projects`);
    else
      faults.push(
        ...Array.from(projects, (one: unknown, index) => projectFaults(one, `projects[${index}]`))
          .flat()
          .map((fault) => `has a wrong project: ${fault}`),
      );
    faults.push(...reporterFaults(reporter).map((fault) => `has a wrong reporter: ${fault}`));
  }
  return faults.map((fault) => `the second argument ${fault}`);
}

/** Reads the arguments of `defineConformance`; each fault says what was expected, what was found, and what to do. */
export function readArguments(options: ConformanceOptions, config: PlaywrightTestConfig): Arguments {
  const faults: string[] = [];
  const read = optionsOf(options, faults);
  const ofConfig = configFaults(config);
  return { options: read, config: ofConfig.length === 0 ? config : {}, faults: [...faults, ...ofConfig] };
}
