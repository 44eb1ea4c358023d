/** Deviations of the header of an answer, by check. */
import { withHeader } from './answers.ts';
import { type Deviation, type Maker, one } from './mutant.ts';

const lines = (name: string, values: string[]): Deviation[] =>
  values.map((value) => one(`${name}: ${value}`, (faithful) => withHeader(faithful, name, value)));

const absent = (name: string): Deviation => one(`no ${name}`, (faithful) => withHeader(faithful, name));

const challengesWithout: Record<string, string[]> = {
  any: ['', ','],
  Basic: [
    'Bearer realm="basic"',
    'X-Basic realm="api"',
    'Basically realm="api"',
    'Digest realm="Basic realm=api", nonce="x"',
    'Bearer realm="a, Basic b"',
    'Bearer scope="basic"',
    'realm="basic"',
  ],
};

const challenge: Maker = (clause) => {
  const scheme = String(clause.parameters['scheme'] ?? 'any');
  const name = 'WWW-Authenticate';
  return [absent(name), ...lines(name, challengesWithout[scheme] ?? [])];
};

/** By check. */
export const headerTables: Record<string, Maker> = {
  header: (clause) => {
    const name = String(clause.parameters['name']);
    const pattern = new RegExp(String(clause.parameters['pattern']), 'i');
    return [
      ...(clause.parameters['required'] === false ? [] : [absent(name)]),
      ...lines(
        name,
        ['', ' ', 'other', 'no'].filter((value) => !pattern.test(value)),
      ),
    ];
  },
  'cache-directive': (clause) => {
    const name = String(clause.parameters['header'] ?? 'Cache-Control');
    const directive = String(clause.parameters['directive']);
    return [
      ...(clause.parameters['required'] === false ? [] : [absent(name)]),
      ...lines(name, [
        '',
        'max-age=0',
        'public, max-age=60',
        `${directive}front`,
        `x="${directive}"`,
        `x="a, ${directive}"`,
      ]),
    ];
  },
  allow: (clause) => {
    const method = String(clause.parameters['method']);
    return [absent('Allow'), ...lines('Allow', ['', 'GET, HEAD', `${method}ED`, method.toLowerCase(), `X-${method}`])];
  },
  challenge,
  'challenge-parameter': (clause) => {
    const { scheme, parameter } = clause.parameters;
    return lines('WWW-Authenticate', [
      String(scheme),
      `${scheme} charset="UTF-8"`,
      `${scheme}, Bearer ${parameter}="api"`,
      `Bearer ${parameter}="api", ${scheme} charset="UTF-8"`,
      `${scheme} x="${parameter}=api"`,
    ]);
  },
};
