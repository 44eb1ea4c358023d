/** Which of the operations of a page issues tokens: the one that is asked for, or the one that most of its facts speak for. */
import { InputError } from '../../contract/problems.ts';
import { withoutNames } from './address.ts';
import { asksForBusiness, namesOtherToken } from './other-tokens.ts';
import { isOtherTopic, type PageOperation } from './outline.ts';
import type { Reading } from './reading.ts';
import { tokens } from './sides.ts';
import { lettersOf } from './words.ts';

const last = (pointer: string): string => lettersOf(pointer.split('/').at(-1) ?? '');

/** What a request holds that a user consented to, or that goes on from a token. */
const ofUser = ['authcode', 'authorizationcode', 'code', 'refreshtoken'];

/** How much the facts of an operation speak for a grant of tokens. */
export function scoreOf(operation: Pick<PageOperation, 'title' | 'method' | 'path'>, readings: Reading[]): number {
  const statements = readings.map(({ statement }) => statement);
  const answered = statements.flatMap(({ answers }) =>
    answers.filter(({ status }) => status < 300).flatMap(({ members }) => members),
  );
  const asked = statements.flatMap(({ request, queries }) => [
    ...request.map(({ pointer }) => pointer),
    ...queries.map(({ name }) => name),
  ]);
  const words = `${operation.title} ${operation.path ?? ''}`.toLowerCase();
  const path = (operation.path ?? '').toLowerCase();
  return (
    (answered.some(({ pointer }) => tokens.includes(last(pointer))) ? 4 : 0) +
    (asked.some((name) => ['granttype', 'clientsecret'].includes(last(name))) ? 3 : 0) +
    (/token|oauth|authenticat|log-?[io]n\b|sign-?[io]n\b|\b(?:sessions?|sesi)\b/.test(words) ? 2 : 0) +
    (/token$|access-token/.test(path) ? 1 : 0) +
    (operation.method === 'POST' ? 1 : 0) +
    (answered.some(({ pointer }) => last(pointer) === 'accesstoken') ? 1 : 0) -
    (namesOtherToken(words) ? 6 : 0) -
    (asksForBusiness(asked.map((name) => name.split('/').at(-1) ?? '')) ? 8 : 0) -
    (isOtherTopic(words) || /revoke|refresh|perpanjang|introspect|log-?o(?:ut|ff)|sign-?o(?:ut|ff)/.test(path)
      ? 6
      : 0) -
    (operation.method === 'DELETE' ? 4 : 0) -
    (/[{:]/.test(path) ? 2 : 0) -
    (asked.some((name) => ofUser.includes(last(name))) ? 3 : 0)
  );
}

/** How a message lists an operation. */
export function shownOperation({ name, title }: Pick<PageOperation, 'name' | 'title'>): string {
  return name === title || title === '' ? name : `${name} ("${title}")`;
}

/** A heading without the number and the marks before it: `2.1 Get balance` → `get balance`. */
const plainTitle = (title: string): string =>
  title
    .replace(/[`*]/g, '')
    .replace(/^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+/i, '')
    .trim()
    .toLowerCase();

const unnamed = (name: string): string => withoutNames(name).trim().toLowerCase();

/**
 * The operations that are called so: by method and path, whatever the parameters in it are called, by the path alone or by
 * the heading; or the only one whose path is written with another beginning.
 */
export function calledOn(operations: PageOperation[], wanted: string): PageOperation[] {
  const word = unnamed(wanted).replace(/\s+/g, ' ');
  const [method = '', place = ''] = word.split(' ');
  const found = operations.filter(
    ({ name, title, path }) =>
      [unnamed(name), unnamed(path ?? name), unnamed(title)].includes(word) ||
      (title !== '' && plainTitle(title) === plainTitle(wanted)),
  );
  if (found.length > 0 || !place.startsWith('/')) return found;
  const alike = operations.filter((one) => {
    const path = unnamed(one.path ?? '');
    const isOther = one.method !== null && one.method.toLowerCase() !== method;
    return !isOther && path.length > 1 && place.length > 1 && (path.endsWith(place) || place.endsWith(path));
  });
  return alike.length === 1 ? alike : [];
}

function called(operations: PageOperation[], wanted: string): PageOperation | undefined {
  const word = wanted.trim().toLowerCase();
  const is = (test: (one: PageOperation) => boolean): PageOperation | undefined => operations.find(test);
  return (
    is(({ name }) => name.toLowerCase() === word) ??
    is(({ title }) => title.toLowerCase() === word) ??
    is(({ method, path }) => {
      const [first = '', place = ''] = word.split(/\s+/);
      return (
        path !== null &&
        place !== '' &&
        (method === null || method.toLowerCase() === first) &&
        (path.toLowerCase().endsWith(place) || place.endsWith(path.toLowerCase()))
      );
    })
  );
}

/**
 * The operation that issues tokens.
 * @throws InputError that lists the candidates, where none is called so, or several could be it.
 */
export function chooseOperation(
  operations: PageOperation[],
  score: (operation: PageOperation) => number,
  wanted: string | undefined,
): { chosen: PageOperation; certain: boolean } {
  const ranked = operations.map((one) => ({ one, points: score(one) })).sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  const asked = wanted === undefined ? undefined : called(operations, wanted);
  if (asked) return { chosen: asked, certain: true };
  if (first && (!second || (wanted === undefined && first.points > 1 && first.points - second.points >= 2)))
    return { chosen: first.one, certain: first.points > 1 };
  throw new InputError(
    wanted === undefined
      ? 'Several operations of the page could be the one that issues tokens:'
      : `There is no operation "${wanted}".`,
    [
      `choose one with --operation; there is: ${ranked
        .slice(0, 8)
        .map(({ one }) => shownOperation(one))
        .join(', ')}`,
    ],
  );
}
