/** Other methods at the path of the token: a page may give them services of their own, which are no refusals. */
import type { Facts } from '../facts/facts.ts';
import { withoutNames } from '../page/address.ts';
import { isForm } from './bodies.ts';
import type { Row } from './row.ts';

/** Whether two paths are of one endpoint: a page may write one with what stands before the other. */
function isSamePath(one: string, other: string): boolean {
  const [long = '', short = ''] = [withoutNames(one), withoutNames(other)].sort((a, b) => b.length - a.length);
  return long.endsWith(short);
}

/** The methods by which the page has another service at the path of the token. */
export function servedMethods({ method, path, others, account }: Facts): string[] {
  if (!method || !path) return [];
  const drafted = others.map((other) => [other.method?.value ?? '', other.path?.value ?? '']);
  const described = account.flatMap(({ kind, title }) => {
    const [, name = '', at = ''] = (kind === 'operation' && /^([A-Z]+) (\/\S*)$/.exec(title)) || [];
    return name === '' ? [] : [[name, at]];
  });
  const all = [...drafted, ...described].filter(([, at = '']) => at !== '' && isSamePath(path.value, at));
  return [...new Set(all.map(([name = '']) => name))].filter((name) => name !== '' && name !== method.value);
}

/** Ways to ask by another method, each with the method that it uses. */
const ways: [way: string, method: string][] = [
  ['get', 'GET'],
  ['get-query', 'GET'],
  ['post', 'POST'],
  ['put', 'PUT'],
];

/** The clause about other methods where some have services of their own: those are never tried. */
export function methodRows(facts: Facts): Row[] {
  const { method, mediaType } = facts;
  const served = servedMethods(facts);
  if (!method || served.length === 0) return [];
  const tried = ways
    .filter(([way, name]) => ![method.value, ...served].includes(name) && (way !== 'get-query' || isForm(mediaType)))
    .map(([way]) => way);
  if (tried.length === 0) return [];
  return [
    {
      id: 'method',
      statement: `The endpoint takes no other method than ${[method.value, ...served].join(', ')}.`,
      at: method.at,
      rest: { demand: { method: method.value, break: tried }, refusal: 'method' },
    },
  ];
}
