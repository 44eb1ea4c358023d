/** The rules of ARCHITECTURE.md that a reader could break without noticing. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { providerNames } from '../../../src/contract/load.ts';

const root = resolve(import.meta.dirname, '../../..');

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

/** The rooms from the lowest to the highest: each may import from those before it. */
const rooms = [
  'src/package',
  'src/output',
  'src/formats',
  'src/files',
  'src/contract',
  'src/scenario',
  'src/wire',
  'src/target',
  'src/judge',
  'src/run',
  'src/results',
  'src/doctor',
  'src/draft',
  'src/docs',
  'mock',
  'src/playwright',
  'reporters',
  'proof',
  'src/cli',
];

/** Rooms beside each other, of which none may import from another. */
const apart = ['src/doctor', 'src/draft', 'src/docs'];

/** Folders that share no code with the engine: a shared mistake would pass. */
const alone = ['mock'];

/** The folders that make a contract from a page, from the lowest to the highest. */
const draftFolders = [
  'vocabulary',
  'facts',
  ...['page/words', 'page/values', 'page/blocks', 'page/sentences', 'page/tables', 'page/operations', 'page/text'],
  'page/readers',
  'openapi',
  'merge',
  'read',
  ...['write/basis', 'write/refusals', 'write/clauses', 'write/files'],
  'drift',
].map((folder) => `src/draft/${folder}`);

const roomOf = (path: string, all = rooms): string | undefined =>
  all.find((room) => path === room || path.startsWith(`${room}/`));

test('every folder of the engine is a room, and imports go down, types included', () => {
  const folders = [...new Set(sources('src').map((file) => dirname(file).split('/').slice(0, 2).join('/')))];
  // src/index.ts, which users of the package import, is in no room.
  expect(folders.filter((folder) => !rooms.includes(folder))).toEqual(['src']);
  expect(readdirSync(join(root, 'src')).filter((name) => name.endsWith('.ts'))).toEqual(['index.ts']);
  const strays = rooms.flatMap((room) =>
    sources(room).flatMap((file) =>
      importsOf(file)
        .filter((path) => {
          const other = roomOf(path);
          if (other === room) return false;
          if (other === undefined || alone.includes(room)) return true;
          return rooms.indexOf(other) > rooms.indexOf(room) || (apart.includes(room) && apart.includes(other));
        })
        .map((path) => `${file} imports ${path}`),
    ),
  );
  expect(strays).toEqual([]);
});

test('imports go down in what makes a contract from a page, too', () => {
  const files = sources('src/draft');
  expect(files.filter((file) => !draftFolders.includes(dirname(file)))).toEqual([]);
  const level = (path: string): number => draftFolders.indexOf(roomOf(path, draftFolders) ?? '');
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => level(path) > level(file))
      .map((path) => `${file} imports ${path}`),
  );
  expect(strays).toEqual([]);
});

test('npm test runs every test, and each once', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = [...String(scripts.test).matchAll(/--project=(\S+)/g)].map(([, name]) => name);
  const run = test
    .info()
    .config.projects.filter(({ name }) => named.includes(name))
    .flatMap(({ testMatch }) => testMatch);
  const specs = sources('tests').filter((file) => file.endsWith('.spec.ts') && file !== 'tests/conformance.spec.ts');
  expect(specs.length).toBeGreaterThan(200);
  const times = (file: string): number =>
    run.filter((one) => one instanceof RegExp && one.test(join(root, file))).length;
  expect(specs.filter((file) => times(file) !== 1)).toEqual([]);
});

test('at most ten casts are in the engine', () => {
  const cast = /\bas (?!const\b)(?:unknown as )?[A-Z{[(a-z]/;
  const found = sources('src').flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      // A text, a comment and an import hold no cast.
      const code = line
        .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/(?:[^/\\\s]|\\.)+\/[a-z]*|`[^`]*`?/g, '')
        .replace(/\/\/.*|^\s*\/?\*.*/, '');
      const renames = /^\s*(?:import|export)\b|\* as |^\s*(?:type )?\w+ as \w+,$/.test(code);
      return cast.test(code) && !renames ? [`${file}:${index + 1}: ${line.trim()}`] : [];
    });
  });
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(10);
});

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

test('one place starts processes, and says which of them get the credentials', () => {
  const startsProcesses = (file: string): boolean =>
    /^import (?!type ).* from 'node:child_process'/m.test(readFileSync(join(root, file), 'utf8'));
  const starters = [...sources('src'), ...sources('reporters')].filter(startsProcesses);
  expect(starters).toEqual(['src/files/processes.ts']);
  expect(sources('tests').filter(startsProcesses)).toEqual(['tests/support/process.ts']);
});

test('no check cuts a body before it is cleared', () => {
  const strays = sources('src/judge').filter((file) =>
    /body\s*\.(?:subarray|slice)|toString\([^)]*\)\s*\.(?:slice|substring)/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(strays).toEqual([]);
});

test('a module is at most 250 lines long, tests included, and a check at most 60', () => {
  const long = [
    ...sources('src'),
    ...sources('mock'),
    ...sources('reporters'),
    ...sources('proof'),
    ...sources('bench'),
    ...sources('interop'),
    ...sources('tools'),
    ...sources('tests'),
  ].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.trimEnd().split('\n').length;
    const most = /^src\/judge\/checks\/(?!check\.ts|index\.ts)/.test(file) ? 60 : 250;
    return lines > most ? [`${file}: ${lines}`] : [];
  });
  expect(long).toEqual([]);
});

test('an address is tried by the one function that answers alike however often it is asked', () => {
  const all = [...rooms, 'src', 'tools', 'tests'].flatMap(sources);
  const found = all.filter((file) => /\bURL\.canParse\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});
