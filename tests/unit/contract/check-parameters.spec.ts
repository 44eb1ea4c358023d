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

/** The example with one more promise at its end, judged by the check with these parameters. */
function withRow(check: string, parameters: JsonObject): ChangedExample {
  const row = `
  - id: EXAMPLE-extra
    statement: It holds.
    level: may
    source: page
    at: Response
    promise:
      check: ${check}
      on: granted${Object.keys(parameters).length > 0 ? '\n      with:\n' : ''}${Object.entries(parameters)
        .map(([name, value]) => `        ${name}: ${JSON.stringify(value)}`)
        .join('\n')}`;
  const example = changedExample();
  const text = example.text();
  return example.replace(text, `${text.trimEnd()}${row}\n`);
}

/** Line of a parameter of the promise at the end. */
function lineOf(example: ChangedExample, parameter: string): number {
  const lines = example.text().split('\n');
  return lines.findLastIndex((line) => line.startsWith(`        ${parameter}:`)) + 1;
}

test('every check is in the tables of this file with every parameter it takes', () => {
  const taking = Object.keys(checks).filter((check) => names(check).length > 0);
  expect(Object.keys(good).sort()).toEqual(taking.sort());
  for (const check of taking) expect(Object.keys(good[check] ?? {}).sort(), check).toEqual(names(check).sort());
  expect(Object.keys(wrong).sort()).toEqual(
    taking.flatMap((check) => names(check).map((name) => `${check} ${name}`)).sort(),
  );
});

for (const check of Object.keys(checks)) {
  const parameters = good[check] ?? {};
  if (names(check).length === 0) {
    test(`${check} takes no parameter`, () => {
      expect(withRow(check, { least: 1 }).problems()).toContain(
        `the check ${check} has no parameter "least"; it takes none`,
      );
    });
    continue;
  }
  test(`${check} with its parameters is taken`, () => {
    expect(withRow(check, parameters).problems()).toBe('');
  });
  for (const name of names(check)) {
    test(`${check}: a misspelt ${name} is refused with its line and the name that was meant`, () => {
      const misspelt = name.length > 2 ? `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}` : `${name}s`;
      const { [name]: value = null, ...rest } = parameters;
      const example = withRow(check, { ...rest, [misspelt]: value });
      const said = example.problems();
      expect(said).toContain(
        `contract.yaml:${lineOf(example, misspelt)}: the check ${check} has no parameter "${misspelt}"; it takes ${names(check).join(', ')}`,
      );
      if (name.length > 2) expect(said).toContain(`did you mean "${name}"?`);
    });
    test(`${check}: a ${name} of another type is refused with its line`, () => {
      for (const value of [...(wrong[`${check} ${name}`] ?? []), null, [['x']], { x: { y: 1 } }]) {
        const example = withRow(check, { ...parameters, [name]: value });
        expect(example.problems(), JSON.stringify(value)).toContain(`contract.yaml:${lineOf(example, name)}: `);
      }
    });
  }
  const required = (checks[check]?.parameters['required'] ?? []) as string[];
  test(`${check} without ${required.join(' or ') || 'any parameter'}`, () => {
    for (const name of required) {
      const { [name]: _without, ...rest } = { ...parameters };
      expect(withRow(check, { ...rest }).problems()).toContain(`the check ${check} needs the parameter "${name}"`);
    }
    if (required.length === 0) expect(withRow(check, {}).problems()).toBe('');
  });
}

test('a header that is documented for some requests is judged on these alone', async () => {
  const judged = async (sent: string): Promise<string | undefined> => {
    const example = withRow('header', { name: 'X-Never-Sent', pattern: '.', if: sent });
    const result = await runServed(example.load(), `${example.folder}/environment.yaml`, {
      select: ({ id }) => id === 'control',
    });
    return result.clauses.find(({ id }) => id.endsWith('-extra'))?.verdict;
  };
  expect(await judged('user-agent')).toBe('fail');
  expect(await judged('X-Not-Sent')).toBe('not-exercised');
});
