/** What the documents name exists: commands, their options, variables, files and headings; and the README stays short. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const documents = ['.', 'docs', '.github'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const { scripts, bin } = JSON.parse(text('package.json')) as Record<'scripts' | 'bin', Record<string, string>>;

const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');

/** The anchors of a page's headings, as GitHub gives them: one that is there already gets a number. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)) {
    const shown = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = shown.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    let [unique, number] = [anchor, 0];
    while (anchors.has(unique)) unique = `${anchor}-${++number}`;
    anchors.add(unique);
  }
  return anchors;
}

/** The relative links of a page that lead nowhere. */
function brokenLinks(file: string, markdown: string): string[] {
  const links = [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', fragment] = link.split('#');
    const target = path === '' ? file : relative(root, join(root, dirname(file), path));
    if (!existsSync(join(root, target))) return true;
    return fragment !== undefined && target.endsWith('.md') && !anchorsOf(text(target)).has(fragment);
  });
}

const folders = 'src|tests|docs|contracts|specs|environments|examples|scripts|mock|reporters|\\.github|\\.ci';
const path = new RegExp(`(?<![\\w/.@-])(?:${folders})/[\\w./-]*\\w`, 'g');

/** The files and folders of the project that a page names and that are not there; those of an invented provider are not. */
function missingPaths(markdown: string): string[] {
  const named = markdown.match(path) ?? [];
  return named.filter((name) => !/\b(?:acme|beta)\b/.test(name) && !existsSync(join(root, name)));
}

/** What a page says of commands that is not so: a script or program that is not there, an option that it does not take. */
function wrongCommands(markdown: string): string[] {
  const unwrapped = markdown.replaceAll('\\\n', ' ');
  const programs = [...unwrapped.matchAll(/\bnpx\s+(?!-)([\w@/-]+)/g)].map(([, name = '']) => name);
  const runs = [...unwrapped.matchAll(/\bnpm run (?:--silent |-s )?([\w:-]+)(?:[ \t]+--[ \t]([^`\n]*))?/g)];
  return [
    ...programs
      .filter((name) => !(name in bin) && !existsSync(join(root, 'node_modules/.bin', name)))
      .map((name) => `npx ${name}`),
    ...[...unwrapped.matchAll(/\bnpx conform ([a-z][\w-]*)([^`\n]*)/g)].flatMap(([, name = '', options = '']) => {
      const source = `src/cli/${name}.ts`;
      if (!existsSync(join(root, source))) return [`npx conform ${name}`];
      const wanted = [...options.matchAll(/(?:^|\s)(--[a-z-]+)/g)].map(([, option = '']) => option);
      return wanted.filter((option) => !text(source).includes(`'${option}`)).map((option) => `${name} ${option}`);
    }),
    ...runs.flatMap(([, name = '', options = '']) => {
      const script = scripts[name];
      if (script === undefined) return [`npm run ${name}`];
      const [command = ''] = /(?:main\.ts|conform\.mjs) ([\w-]+)/.exec(script)?.slice(1) ?? [];
      const [source = ''] =
        command === ''
          ? (/(?:bench|mock)\/[\w-]+\.ts/.exec(script.replace('mock/main', 'mock/serve')) ?? [])
          : [`src/cli/${command}.ts`];
      const wanted = [...options.matchAll(/(?:^|\s)(--[a-z-]+)/g)].map(([, option = '']) => option);
      return wanted.filter((option) => !text(source).includes(`'${option}`)).map((option) => `${name} ${option}`);
    }),
  ];
}

const variable = /\b(?:CONFORMANCE_[A-Z]+|ALLOW_PRODUCTION|TARGET_ENV|REQUIRE_BROWSER)\b/g;

/** The variables of ours that the code reads. */
const known = new Set(
  ['src', 'bench', 'reporters', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('documents.spec.ts'))
      .flatMap((name) => text(join(folder, name)).match(variable) ?? []),
  ),
);

test('the README is read in a few minutes, and leads to every page of docs/', () => {
  expect(text('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(90);
  const pages = documents.filter((file) => file.startsWith('docs'));
  const seen = new Set<string>(['README.md']);
  for (const file of seen) {
    for (const [, path = ''] of withoutCode(text(file)).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g))
      if (!/^[a-z]+:/.test(path)) seen.add(relative(root, join(root, dirname(file), path)));
  }
  expect(pages.filter((page) => !seen.has(page))).toEqual([]);
});

for (const file of documents)
  test(`${file}: each link, path, command, option and variable is there`, () => {
    const markdown = text(file);
    expect(brokenLinks(file, markdown)).toEqual([]);
    expect(wrongCommands(markdown)).toEqual([]);
    expect(missingPaths(markdown)).toEqual([]);
    expect((markdown.match(variable) ?? []).filter((name) => !known.has(name))).toEqual([]);
  });

test('one fact goes through at most 15 files, from its node to the red line', () => {
  const [walk = ''] =
    /\n## One fact, from its node to the red line\n[\s\S]*?(?=\n## )/.exec(text('ARCHITECTURE.md')) ?? [];
  const files = [...walk.matchAll(/`([\w./-]+\.(?:ts|yaml))`/g)].map(([, file = '']) => file.split('/').at(-1) ?? '');
  expect(new Set(files).size).toBeGreaterThan(10);
  expect(new Set(files).size).toBeLessThanOrEqual(15);
});

test('what is not there is found', () => {
  const wrong = [
    'See [a](docs/none.md), [b](README.md#none) and [c](#nowhere).',
    'Call `npm run nothing`, `npx nothing`, `npm run gate -- --selections @gate` and `npm run check`.',
  ].join('\n');
  expect(brokenLinks('README.md', wrong)).toEqual(['docs/none.md', 'README.md#none', '#nowhere']);
  expect(wrongCommands(wrong)).toEqual(['npx nothing', 'npm run nothing', 'gate --selections']);
  expect(missingPaths('`src/judge/`, `src/none.ts` and tests/unit/none.spec.ts')).toEqual([
    'src/none.ts',
    'tests/unit/none.spec.ts',
  ]);
});
