/** The rules of ARCHITECTURE.md that a reader could break without noticing. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { providerNames } from '../../src/contract/load.ts';

const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path = '']) => relative(root, resolve(root, dirname(file), path)));
}

/** The rooms a file of the room may import from, beside its own. */
const allowed: Record<string, string[]> = {
  'src/formats': [],
  'src/files': ['src/formats'],
  'src/output': [],
  'src/contract': ['src/formats', 'src/output'],
  'src/scenario': ['src/formats', 'src/output', 'src/contract'],
  'src/wire': ['src/formats', 'src/contract', 'src/scenario'],
  'src/judge': ['src/formats', 'src/contract', 'src/scenario', 'src/wire', 'src/results'],
  'src/target': ['src/formats', 'src/files', 'src/output', 'src/contract', 'src/scenario', 'src/wire'],
  'src/results': ['src/formats', 'src/files', 'src/contract', 'src/scenario', 'src/judge', 'src/target', 'src/run'],
  'src/run': ['src'],
  reporters: [
    'src/formats',
    'src/files',
    'src/output',
    'src/results',
    'src/run/session.ts',
    'src/contract/problems.ts',
  ],
  mock: [],
};

for (const [room, others] of Object.entries(allowed)) {
  test(`${room} imports only ${others.join(', ') || 'itself'}`, () => {
    const files = sources(room);
    expect(files.length).toBeGreaterThan(0);
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => ![room, ...others].some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(strays).toEqual([]);
  });
}

test('no name of a provider occurs in the engine, the reporters or the spec file', () => {
  const names = new RegExp(providerNames().join('|'), 'i');
  const files = [...sources('src'), ...sources('reporters'), 'tests/conformance.spec.ts', 'playwright.config.ts'];
  const found = files.filter((file) => names.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});

test('only the gate says that a text is cleared', () => {
  const files = sources('src').filter((file) => !file.startsWith('src/wire/clear/'));
  const strays = files.filter((file) => /\bas (?:unknown as )?Cleared\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(strays).toEqual([]);
});

test('no check cuts a body before it is cleared', () => {
  const strays = sources('src/judge').filter((file) =>
    /body\s*\.(?:subarray|slice)|toString\([^)]*\)\s*\.(?:slice|substring)/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(strays).toEqual([]);
});

test('a module is at most 250 lines long, a check at most 60', () => {
  const long = [...sources('src'), ...sources('mock'), ...sources('reporters'), ...sources('scripts')].flatMap(
    (file) => {
      const text = readFileSync(join(root, file), 'utf8');
      if (text.startsWith('// Written by npm run formats')) return [];
      const lines = text.trimEnd().split('\n').length;
      const most = /^src\/judge\/checks\/(?!check\.ts|index\.ts)/.test(file) ? 60 : 250;
      return lines > most ? [`${file}: ${lines}`] : [];
    },
  );
  expect(long).toEqual([]);
});
