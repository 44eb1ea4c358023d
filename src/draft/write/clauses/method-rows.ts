/** Other methods at the path of the token: a page may give them services of their own, which are no refusals. */
import type { Facts } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { withoutNames } from '../../page/values/address.ts';
import { isForm } from '../basis/bodies.ts';
import { methodSaid } from '../refusals/other-method.ts';
import type { Row } from './row.ts';

/** Whether two paths are of one endpoint: a page may write one with what stands before the other. */
function isSamePath(one: string, other: string): boolean {
  const [long = '', short = ''] = [withoutNames(one), withoutNames(other)].sort((a, b) => b.length - a.length);
  return long.endsWith(short);
}

/** Most characters of a passage that are looked at. */
const most = 20_000;

/** A method beside an address: in a cell of its own, or as code. */
const addressed = /\b(GET|POST|PUT|PATCH|DELETE)\b[^\w\n/{]{1,12}(?:https?:\/\/[^\s/|`]{1,100})?(\/[\w{}./~-]{1,200})/g;

/** A method at the address that was given before. */
const atSame =
  /\b(GET|POST|PUT|PATCH|DELETE)\b[^.;\n]{0,40}(?:\bsame (?:address|path|endpoint|url|uri)\b|\b(?:alamat|path|endpoint|url) (?:yang )?(?:sama|ini|tersebut)\b)/gi;

const named = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/i;

/** The methods that a passage has beside the path, or at the same address. */
function toldIn(passage: string, path: string): string[] {
  const text = passage.slice(0, most);
  // A page has very many passages, and few of them name a method.
  if (!named.test(text)) return [];
  const beside = [...text.matchAll(addressed)].filter(([, , at = '']) => isSamePath(path, at.replace(/[./]+$/, '')));
  return [...beside, ...text.matchAll(atSame)].map(([, name = '']) => name.toUpperCase());
}

/** The methods by which the page has another service at the path of the token. */
export const servedMethods = once(({ method, path, others, account }: Facts): readonly string[] => {
  if (!method || !path) return [];
  const drafted = others.map((other) => [other.method?.value ?? '', other.path?.value ?? '']);
  const described = account.flatMap(({ kind, title }) => {
    const [, name = '', at = ''] = (kind === 'operation' && /^([A-Z]+) (\/\S*)$/.exec(title)) || [];
    return name === '' ? [] : [[name, at]];
  });
  const all = [...drafted, ...described].filter(([, at = '']) => at !== '' && isSamePath(path.value, at));
  const told = account.flatMap(({ passage }) => toldIn(passage, path.value));
  return [...new Set([...all.map(([name = '']) => name), ...told])].filter(
    (name) => name !== '' && name !== method.value,
  );
});

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

/** Whether another method may be refused with 405: no words give it another status, and one is tried that no operation has. */
export const mayHave405 = once(
  (facts: Facts): boolean =>
    facts.answers.some(({ status }) => status === 405) ||
    (methodSaid(facts).length === 0 && (servedMethods(facts).length === 0 || methodRows(facts).length > 0)),
);
