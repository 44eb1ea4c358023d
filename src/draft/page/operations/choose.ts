/** Which of the operations of a page issues tokens: the one that is asked for, or the one that most of its facts speak for. */

import { InputError } from '../../../contract/problems.ts';
import { isSuccess } from '../../../contract/status.ts';
import { lastKeyOf } from '../../../formats/json.ts';
import { isInItems } from '../../facts/list-items.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Reading } from '../blocks/reading.ts';
import { tokens } from '../blocks/sides.ts';
import { withoutNames } from '../values/address.ts';
import { bearsToken } from '../words/bearer.ts';
import { asksForBusiness, namesOtherToken, readsKeys } from '../words/other-tokens.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { lastLetters, lettersOf } from '../words/spellings.ts';
import { isForBrowser } from './browser-calls.ts';
import type { PageOperation } from './operation.ts';
import { isOpenBeside, otherNames, proves, type ShownGrant } from './shown-grants.ts';

/** What a request holds that a user consented to, or that goes on from a token. */
const ofUser = ['authcode', 'authorizationcode', 'code', 'refreshtoken'];

/** Words of an operation that grants. */
const ofGrant = /token|oauth|authenticat|log-?[io]n\b|sign-?[io]n\b|\b(?:sessions?|sesi)\b/;

/** Words for what is done with a token that was issued before. */
const ofLater = /revoke|refresh|perpanjang|introspect|log-?o(?:ut|ff)|sign-?o(?:ut|ff)/;

/** Words for looking at what was issued before, at the beginning of a title. */
const looking =
  /^\W*(?:\d[\d.]*\s+)?(?:check|verify|validate|inspect|cek|periksa|memeriksa|pengecekan|validasi|verifikasi)\b/;

/** Words for what is done with the secret of a client that has one. */
const ofSecret = oneOf(word.secret, word.key, 'credentials?', 'kredensial');
const changes = ['change', 'modify', 'update', 'rotate', 'renew', 'reset', 'ubah', 'ganti'];
const changesSecret = pattern`\b${oneOf(...changes)}\s(?:\p{L}+\s){0,3}${ofSecret}\b`;

const wordsOf = ({ title, path }: Pick<PageOperation, 'title' | 'path'>): string =>
  `${title} ${path ?? ''}`.toLowerCase();

/** Whether the words of an operation say that it grants, or that it does nothing else. */
const speaks = (one: PageOperation): boolean =>
  ofGrant.test(wordsOf(one)) && !readsKeys(one) && !namesOtherToken(wordsOf(one)) && !ofLater.test(wordsOf(one));

/** Whether a member holds what a client is granted, by the end of its name. */
const isGranted = (name: string): boolean => /(?:token|ticket|tiket)$/.test(name) && !otherNames.test(name);

/**
 * How much the facts of an operation speak for a grant of tokens.
 * @param sendsBrowser whether its words say that a browser is sent there
 */
export function scoreOf(
  operation: Pick<PageOperation, 'title' | 'method' | 'path'>,
  readings: Reading[],
  sendsBrowser = false,
): number {
  const statements = readings.map(({ statement }) => statement);
  const answered = statements.flatMap(({ answers }) =>
    answers.filter(({ status }) => isSuccess(status)).flatMap(({ members }) => members),
  );
  const asked = statements.flatMap(({ request, queries }) => [
    ...request.map(({ pointer }) => lastKeyOf(pointer)),
    ...queries.map(({ name }) => name),
  ]);
  const names = asked.map(lettersOf);
  const sent = statements.flatMap(({ headers }) => headers.map(({ name }) => lettersOf(name)));
  const showsWho = names.some(proves);
  const bears = statements.some(({ security, unclear }) =>
    [security, ...unclear].some((one) => one !== null && bearsToken(one.value)),
  );
  const words = wordsOf(operation);
  const path = (operation.path ?? '').toLowerCase();
  const issued = answered.filter(({ pointer }) => !isInItems(pointer)).map(({ pointer }) => lastLetters(pointer));
  const isToken = issued.some((name) => tokens.includes(name) || isGranted(name));
  const isOfBrowser = (sendsBrowser && !names.includes('granttype')) || isForBrowser({ asked: names, given: issued });
  return (
    (issued.some((name) => tokens.includes(name)) ? 4 : issued.some(isGranted) ? 3 : 0) +
    (names.some((name) => ['granttype', 'clientsecret'].includes(name)) ? 3 : showsWho || sent.some(proves) ? 1 : 0) +
    (ofGrant.test(words) ? 2 : 0) +
    (/token$|access-token|token\/(?:create|generate|issue|new|request|obtain|get)$/.test(path) ? 1 : 0) +
    (operation.method === 'POST' ? 1 : 0) +
    (issued.includes('accesstoken') ? 1 : 0) -
    // What is asked with a token, and with nothing that shows who asks, issues none.
    (!showsWho && (names.includes('accesstoken') || bears) ? 4 : 0) -
    (looking.test(words) ? 4 : 0) -
    (isOfBrowser && !isToken ? 6 : 0) -
    (namesOtherToken(words) || readsKeys(operation) ? 6 : 0) -
    (asksForBusiness(asked) ? 8 : 0) -
    (isOtherTopic(words) || ofLater.test(path) || changesSecret.test(words.replaceAll('_', ' ')) ? 6 : 0) -
    (operation.method === 'DELETE' ? 4 : 0) -
    (/[{:]/.test(path) ? 2 : 0) -
    (names.some((name) => ofUser.includes(name)) ? 3 : 0)
  );
}

/** Whether the part of a page that gives an address shows it with a token, and nothing of the address says that it grants one. */
export const isShownInUse = ({ path }: Pick<PageOperation, 'path'>, readings: Reading[]): boolean =>
  !ofGrant.test((path ?? '').toLowerCase()) &&
  readings.some(
    ({ statement: { path: given, servers, security, unclear } }) =>
      (given !== undefined || servers.length > 0) &&
      [...(security ? [security] : []), ...unclear].some(({ value }) => /^(?:authorization:\s*)?bearer\b/i.test(value)),
  );

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
  const called = unnamed(wanted).replace(/\s+/g, ' ');
  const [method = '', place = ''] = called.split(' ');
  const found = operations.filter(
    ({ name, title, path }) =>
      [unnamed(name), unnamed(path ?? name), unnamed(title)].includes(called) ||
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
  const name = wanted.trim().toLowerCase();
  const is = (test: (one: PageOperation) => boolean): PageOperation | undefined => operations.find(test);
  return (
    is((one) => one.name.toLowerCase() === name) ??
    is(({ title }) => title.toLowerCase() === name) ??
    is(({ method, path }) => {
      const [first = '', place = ''] = name.split(/\s+/);
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
  shown: (operation: PageOperation) => ShownGrant,
  wanted: string | undefined,
): { chosen: PageOperation; certain: boolean } {
  const ranked = operations.map((one) => ({ one, points: score(one) })).sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  const asked = wanted === undefined ? undefined : called(operations, wanted);
  if (asked) return { chosen: asked, certain: true };
  // What another operation is called may speak for it as much as little that is said of the first.
  const isOpen =
    first &&
    !speaks(first.one) &&
    ranked.some(({ one, points }) => speaks(one) && points > 0 && first.points - points < 6);
  const named = ranked.filter(({ one, points }) => one !== first?.one && points > 0 && speaks(one));
  const isBeside =
    (first && shown(first.one).isOther && named.length > 0) ||
    (first &&
      isOpenBeside(
        shown(first.one),
        ranked.filter(({ one, points }) => one !== first.one && points > 0).map(({ one }) => shown(one)),
      ));
  const isFirst = first && !isOpen && !isBeside && first.points > 1 && first.points - (second?.points ?? 0) >= 2;
  if (first && (!second || (wanted === undefined && isFirst))) return { chosen: first.one, certain: first.points > 1 };
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
