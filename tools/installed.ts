/**
 * `npm run test:installed`: packs the package and installs it from the registry, as a team does, with npm on each line of
 * Node.js that it supports and with pnpm; then runs what docs/package.md names. Needs the registry, so `npm test` leaves it out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from '../src/output/print.ts';

const root = join(import.meta.dirname, '..');

/** An installation: the line of Node.js that runs it, null for the one that runs this, and what installs. */
interface Installation {
  node: string | null;
  by: 'npm' | 'pnpm';
}

const installations: Installation[] = [
  { node: '20', by: 'npm' },
  { node: '22', by: 'npm' },
  { node: '24', by: 'npm' },
  { node: null, by: 'pnpm' },
];

const installer: Record<Installation['by'], string[]> = {
  npm: ['npm', 'install', '--no-audit', '--no-fund', '--save-dev'],
  pnpm: ['npx', '--yes', 'pnpm@10', 'add', '--save-dev'],
};

/** Nothing of the command that runs this; neither does a team's shell know it. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(npm_|CONFORMANCE_|PLAYWRIGHT|FORCE_COLOR)/.test(key)),
);

const { name, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  devDependencies: Record<string, string>;
};
const beside = ['@playwright/test', 'typescript', '@types/node'].map((one) => `${one}@${devDependencies[one]}`);

const typeChecked = '--noEmit --strict --module nodenext --target es2023 --types node'.split(' ');

/** Runs a program to its end. @throws Error with what it printed where it ends otherwise than expected. */
function run(cwd: string, [program = '', ...args]: string[], expected = 0): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status === expected) return stdout;
  throw new Error(
    `${args.join(' ')}: exit code ${status} in place of ${expected}\n${`${stdout}${stderr}${error ?? ''}`.slice(-2000)}`,
  );
}

/** The program of a line of Node.js, from npm's package `node`. */
function nodeOf(line: string | null, folder: string): string {
  if (line === null) return process.execPath;
  const place = join(folder, 'node');
  mkdirSync(place, { recursive: true });
  run(folder, ['npm', 'install', '--no-audit', '--no-fund', '--no-save', '--prefix', place, `node@${line}`]);
  return join(place, 'node_modules/node/bin/node');
}

/** Installs the package into a folder of a team, and uses it there. */
function use({ node: line, by }: Installation, packed: string, folder: string): string {
  const node = nodeOf(line, folder);
  // A blank, and letters beyond ASCII.
  const team = join(folder, 'Zahlungs-Prüfung ü 試験');
  mkdirSync(team);
  writeFileSync(join(team, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(team, [...installer[by], packed, ...beside]);
  const conform = (args: string[], expected = 0): string =>
    run(team, [node, join('node_modules', name, 'dist/src/cli/main.js'), ...args], expected);
  conform(['init']);
  const files = ['playwright.config.ts', 'tests/conformance.spec.ts'];
  run(team, [node, 'node_modules/typescript/bin/tsc', ...typeChecked, ...files]);
  const ran = run(team, [node, 'node_modules/@playwright/test/cli.js', 'test', '--project=pyng']);
  if (!/pyng@mock\s.*conforms/.test(ran)) throw new Error(`pyng@mock does not conform:\n${ran}`);
  conform(['gate']);
  conform(['report', 'conformance-report/results.json']);
  conform(['doctor', 'pyng']);
  copyFileSync(join(root, 'examples/rimba/page.md'), join(team, 'page.md'));
  conform(['derive', 'page.md', '--provider', 'acme']);
  // What the page does not state is a TODO, with file and line.
  conform(['doctor', 'acme'], 3);
  return run(team, [node, '--version']).trim();
}

const place = mkdtempSync(join(tmpdir(), 'installed-'));
try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', place], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const packed = join(place, readdirSync(place).find((file) => file.endsWith('.tgz')) ?? '');
  for (const one of installations) {
    const folder = mkdtempSync(join(place, 'team-'));
    const version = use(one, packed, folder);
    print(`${one.by}, Node.js ${version}: installed, begun, run, decided, drafted`);
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
