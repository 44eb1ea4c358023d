/** Environment files that are tried against those of production. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { InputError } from '../../src/contract/problems.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget, type Target } from '../../src/target/target.ts';
import { newFolder } from './folders.ts';

/** Makes a folder of environment files for each test of a file, and loads what is written there. */
export function triedEnvironments() {
  let folder = '';
  test.beforeEach(() => {
    folder = newFolder('production');
  });

  const values = { U: 'user', P: 'canary-password' };

  /** Writes an environment file; `top` is its lines before the providers. */
  function file(name: string, kind: string, baseUrl: string, top = ''): string {
    const path = join(folder, `${name}.yaml`);
    // To write over a file makes some file systems wait for the disk.
    rmSync(path, { force: true });
    writeFileSync(
      path,
      `kind: ${kind}\n${top}providers:\n  pyng:\n    baseUrl: ${JSON.stringify(baseUrl)}\n    credentials: { username: $U, password: $P, scopes: [one] }\n`,
    );
    return path;
  }

  function resolved(path: string, variables: Record<string, string> = {}): Target {
    const environment = loadEnvironment(path, contracts);
    const [provider = ''] = Object.keys(environment.providers);
    return resolveTarget(environment, contractNamed(provider), { ...values, ...variables });
  }

  /** What is said of an environment file; empty where its target resolves. */
  function faults(path: string, variables: Record<string, string> = {}): string {
    try {
      resolved(path, variables);
    } catch (error) {
      return (error as InputError).message;
    }
    return '';
  }

  /** The same of an environment of that kind and address. */
  const at = (kind: string, baseUrl: string, variables: Record<string, string> = {}, top = ''): string =>
    faults(file('tried', kind, baseUrl, top), variables);

  return {
    get folder() {
      return folder;
    },
    file,
    faults,
    at,
  };
}
