/** Every check and every parameter of it: one that is misspelt, of another type or missing is refused with its line. */
import { expect, test } from '@playwright/test';
import type { Json, JsonObject } from '../../../src/formats/json.ts';
import { checks } from '../../../src/judge/checks/index.ts';
import { runServed } from '../../support/example.ts';
import { type ChangedExample, changedExample } from '../../support/variant.ts';

/** Good parameters of every check that takes any, every parameter given. */
const good: Record<string, JsonObject> = {
  allow: { method: 'POST' },
  'cache-directive': { directive: 'no-store', header: 'Cache-Control', required: false },
  'certificate-days': { least: 14 },
  challenge: { scheme: 'Basic', to: 'Basic', notTo: 'Bearer' },
  'challenge-parameter': { scheme: 'Basic', parameter: 'realm' },
  'claims-types': { types: { string: ['iss'], audience: ['aud'] } },
  'default-scope': { field: 'grant_type' },
  header: { name: 'Allow', pattern: '\\bpost\\b', required: false, if: 'Authorization' },
  lifetime: { most: 3600 },
  'media-type': { equals: 'application/json' },
  'no-echo': { besides: ['/refresh_token'] },
  'one-envelope': { besides: ['/error_code', '/errors'] },
  'repeats-status': { at: '/access_token', digits: 3, optional: true },
  status: { equals: 200 },
  value: { at: '/access_token', schema: { type: 'string' }, required: true },
};

/** Values that mean nothing to the parameter, beside an object and a list. */
const wrong: Record<string, Json[]> = {
  'allow method': [7, 'PO ST', ''],
  'cache-directive directive': [7, 'no store', 'max-age=0'],
  'cache-directive header': [7, 'Cache Control', ''],
  'cache-directive required': ['false', 0],
  'certificate-days least': ['fourteen', 0, 1.5],
  'challenge scheme': [7, 'Basic realm', ''],
  'challenge to': [true, 'Basic,'],
  'challenge notTo': [7, 'two words'],
  'challenge-parameter scheme': [7, 'Basic realm', ''],
  'challenge-parameter parameter': [7, 'realm="x"'],
  'claims-types types': ['string', 7, { text: ['iss'] }, { string: 'iss' }],
  'default-scope field': [7, '', 'grant_typ'],
  'header name': [7, 'Content Type', ''],
  'header pattern': [7, '(', '', '(?=a)b', '(a)\\1', 'a{2000}'],
  'header required': ['false', 0],
  'header if': [7, 'Content Type', ''],
  'lifetime most': ['3600', 0, -1],
  'media-type equals': [7, 'json', 'Application/JSON', 'application/json; charset=utf-8'],
  'no-echo besides': ['/error', [], [7], ['error']],
  'one-envelope besides': ['/error', [], [7], ['error']],
  'repeats-status at': [7, 'status', '/status'],
  'repeats-status digits': ['3', 2, 4],
  'repeats-status optional': ['true', 1],
  'status equals': ['200', 99, 20],
  'value at': [7, 'access_token', '/acces_token'],
  'value schema': ['string', 7, { type: 'text' }, { mots: 1 }, { pattern: '(?<!a)b' }],
  'value required': ['true', 1],
};

const names = (check: string): string[] => Object.keys((checks[check]?.parameters['properties'] ?? {}) as JsonObject);

const taking = Object.keys(checks).filter((check) => names(check).length > 0);

/** A promise that is judged by a check with these parameters. */
type Row = [check: string, parameters: JsonObject];

/** The example with one more promise for each row at its end: to load it tells what is wrong with each. */
function withRows(rows: Row[]): ChangedExample {
  const promises = rows.map(([check, parameters], nth) => {
    const given = Object.entries(parameters).map(([name, value]) => `\n        ${name}: ${JSON.stringify(value)}`);
    return `
  - id: EXAMPLE-extra-${nth}
    statement: It holds.
    level: may
    source: page
    at: Response
    promise:
      check: ${check}
      on: granted${given.length > 0 ? `\n      with:${given.join('')}` : ''}`;
  });
  const example = changedExample();
  const text = example.text();
  return example.replace(text, `${text.trimEnd()}${promises.join('')}\n`);
}

/** Line of a parameter of the promise for a row. */
function lineOf(example: ChangedExample, nth: number, parameter: string): number {
  const lines = example.text().split('\n');
  const start = lines.findIndex((line) => line.endsWith(`EXAMPLE-extra-${nth}`));
  return lines.findIndex((line, at) => at > start && line.startsWith(`        ${parameter}:`)) + 1;
}

/** A row, and what is to be said of it in the example where it is the nth. */
type Wanted = [...Row, said: (example: ChangedExample, nth: number) => string[]];

/** The rows of which not all is said that is wanted. What the first look at a contract refuses hides what a later one would. */
function unsaid(rows: Wanted[]): Wanted[] {
  const example = withRows(rows.map(([check, parameters]) => [check, parameters]));
  const problems = example.problems();
  const isSaid = (text: string): boolean => problems.includes(text);
  const left = rows.filter(([, , said], nth) => !said(example, nth).every(isSaid));
  return left.length === 0 || left.length === rows.length ? left : unsaid(left);
}

test('every check is in the tables of this file with every parameter it takes', () => {
  expect(Object.keys(good).sort()).toEqual(taking.sort());
  for (const check of taking) expect(Object.keys(good[check] ?? {}).sort(), check).toEqual(names(check).sort());
  expect(Object.keys(wrong).sort()).toEqual(
    taking.flatMap((check) => names(check).map((name) => `${check} ${name}`)).sort(),
  );
});

const needed = (check: string): string[] => (checks[check]?.parameters['required'] ?? []) as string[];
const without = (parameters: JsonObject, name: string): JsonObject => {
  const { [name]: _gone, ...rest } = parameters;
  return rest;
};

test('every check is taken with all of its parameters, and with none where it needs none', () => {
  const whole = Object.keys(checks).map((check): Row => [check, good[check] ?? {}]);
  const bare = Object.keys(checks).filter((check) => needed(check).length === 0);
  expect(withRows([...whole, ...bare.map((check): Row => [check, {}])]).problems()).toBe('');
});

test('a check that takes no parameter is refused with one', () => {
  const none = Object.keys(checks).filter((check) => !taking.includes(check));
  expect(none.length).toBeGreaterThan(5);
  const said = (check: string) => [`the check ${check} has no parameter "least"; it takes none`];
  expect(unsaid(none.map((check) => [check, { least: 1 }, () => said(check)]))).toEqual([]);
});

const misspelt = (name: string): string =>
  name.length > 2 ? `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}` : `${name}s`;

test('a parameter that is misspelt is refused with its line and the name that was meant', () => {
  const rows = taking.flatMap((check) =>
    names(check).map(
      (name): Wanted => [
        check,
        { ...without(good[check] ?? {}, name), [misspelt(name)]: good[check]?.[name] ?? null },
        (example, nth) => [
          `contract.yaml:${lineOf(example, nth, misspelt(name))}: the check ${check} has no parameter "${misspelt(name)}"; it takes ${names(check).join(', ')}${name.length > 2 ? `; did you mean "${name}"?` : ''}`,
        ],
      ],
    ),
  );
  expect(unsaid(rows)).toEqual([]);
});

test('a parameter of another type is refused with its line', () => {
  const rows = taking.flatMap((check) =>
    names(check).flatMap((name) =>
      [...(wrong[`${check} ${name}`] ?? []), null, [['x']], { x: { y: 1 } }].map(
        (value): Wanted => [
          check,
          { ...good[check], [name]: value },
          (example, nth) => [`contract.yaml:${lineOf(example, nth, name)}: `],
        ],
      ),
    ),
  );
  expect(unsaid(rows)).toEqual([]);
});

test('a check without a parameter that it needs is refused', () => {
  const rows = taking.flatMap((check) =>
    needed(check).map(
      (name): Wanted => [
        check,
        without(good[check] ?? {}, name),
        () => [`the check ${check} needs the parameter "${name}"`],
      ],
    ),
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(unsaid(rows)).toEqual([]);
});

test('a header that is documented for some requests is judged on these alone', async () => {
  const judged = async (sent: string): Promise<string | undefined> => {
    const example = withRows([['header', { name: 'X-Never-Sent', pattern: '.', if: sent }]]);
    const result = await runServed(example.load(), `${example.folder}/environment.yaml`, {
      select: ({ id }) => id === 'control',
    });
    return result.clauses.find(({ id }) => id.endsWith('-extra-0'))?.verdict;
  };
  expect(await judged('user-agent')).toBe('fail');
  expect(await judged('X-Not-Sent')).toBe('not-exercised');
});
