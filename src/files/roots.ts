/** Where a run finds what it is given: the configuration says it, else the working directory. Only built-in data lies in this package. */
import { join, resolve } from 'node:path';
import { packageFolder } from '../package/place.ts';
import { shared } from '../package/shared.ts';

/** What a configuration may say of the folders of a project. */
export interface RootOptions {
  /** Folder that the other paths start from. Default: the working directory. */
  root?: string;
  /** Folder of your contracts, one folder for each provider. Default: `./contracts`. */
  contracts?: string;
  /** Folder of your OpenAPI descriptions, which your contracts name. Default: `./specs`. */
  specs?: string;
  /** Folder of the environments that are called by name. Default: `./environments`. */
  environments?: string;
  /** Folder of the report; `CONFORMANCE_REPORT` wins. Default: `conformance-report` in the working directory. */
  report?: string;
  /** The built-in providers: all of them, none, or those of these names. Default: all. */
  builtIn?: boolean | readonly string[];
}

/** A Playwright project that is no target. */
export interface OwnProject {
  name: string;
  /** Names of the projects that Playwright runs before it; a target may be among them. */
  dependencies: readonly string[];
  /** Runs when no project is named. */
  default: boolean;
}

/** The folders of a project as absolute paths, but for the report's, which is shown as it was given. */
export interface Roots {
  contracts: string;
  specs: string;
  environments: string;
  report: string;
  builtIn: boolean | readonly string[];
  /** The folders that the configuration named, beside those that count without being named. */
  named: readonly string[];
  /** The Playwright projects that are no targets. */
  ownProjects: readonly OwnProject[];
}

/** Folders of the built-in providers and of their environments. */
export const builtInFolders = {
  contracts: join(packageFolder, 'contracts'),
  environments: join(packageFolder, 'environments'),
} as const;

/** Each is called so where the configuration says nothing else. */
const folders = ['contracts', 'specs', 'environments'] as const;

/** The folders that options name. */
export function rootsOf(options: RootOptions, ownProjects: readonly OwnProject[] = []): Roots {
  const { root, report, builtIn = true } = options;
  const base = resolve(root ?? '.');
  const folder = (name: (typeof folders)[number]): string => resolve(base, options[name] ?? name);
  const found = { contracts: folder('contracts'), specs: folder('specs'), environments: folder('environments') };
  return {
    ...found,
    report: report === undefined ? 'conformance-report' : root === undefined ? report : resolve(base, report),
    builtIn,
    // A folder that is named as it is called anyway may come to be later, as by `conform derive`.
    named: [
      ...(root === undefined ? [] : [base]),
      ...folders.map((name) => found[name]).filter((path, index) => path !== join(base, folders[index] ?? '')),
    ],
    ownProjects,
  };
}

const state: { configured: Roots | null } = shared('roots', { configured: null });

/** Says where this process finds what it is given. */
export function configureRoots(roots: Roots): void {
  state.configured = roots;
}

/** Where this process finds what it is given; without a configuration, in the working directory. */
export function roots(): Roots {
  return state.configured ?? rootsOf({});
}

/** Folders of the environments that are called by name, the first that has one counting. */
export function environmentFolders(): string[] {
  const { environments, builtIn } = roots();
  return [...new Set([environments, ...(builtIn === false ? [] : [builtInFolders.environments])])];
}
