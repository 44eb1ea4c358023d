/** The operation of a description that issues tokens: by more than its path, for a path may say anything. */
import { InputError } from '../../contract/problems.ts';
import { isSuccess } from '../../contract/status.ts';
import { atPointer } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import type { Statement } from '../facts/facts.ts';
import type { DeriveOptions } from '../facts/input.ts';
import { tokens } from '../page/blocks/sides.ts';
import { isOpenBeside, shownGrant } from '../page/operations/shown-grants.ts';
import { pathOf } from '../page/values/address.ts';
import { credentialKind } from '../page/values/values.ts';
import { asksForBusiness, namesOtherToken } from '../page/words/other-tokens.ts';
import { kebab, lastLetters, lettersOf } from '../page/words/spellings.ts';
import { fromApi } from './api.ts';
import {
  type Description,
  type OperationName,
  operationCalled,
  operationId,
  operationName,
  operationsOf,
  pathPointer,
} from './description.ts';
import { tokenUrls } from './security.ts';

/** Words for what is done to a token that was issued before. */
const later = /revoke|refresh|renew|introspect|validate|verify|delete|logout/;

/** A refresh token that is issued beside an access token, or a token that is either issued or refreshed, in kebab-case. */
const issuedBeside =
  /access(?:-tokens?)?(?:-and|-or|-dan)?-refresh|(?:create|get|issue|generate|obtain)-(?:and|or)-refresh/g;

const pathnameOf = (url: string): string => (isUrl(url) ? pathOf(url) : `/${url.replace(/^\/+/, '')}`);

/** How much a path alone says that tokens are issued there. */
const pathScore = (path: string): number =>
  /(^|[/_-])(access[-_]?token|token|b2b)$/i.test(path) ? 3 : /token|oauth|auth/i.test(path) ? 1 : 0;

/** Whether a field proves who asks for a token, and is none itself. */
const proves = (name: string): boolean => credentialKind(name) === 'secret' && !/password|token$/.test(name);

/** Whether a request shows who asks, by a scheme or by a header. */
const isProven = ({ headers, security }: Pick<Statement, 'headers' | 'security'>): boolean =>
  ['basic', 'mutual-tls'].includes(security?.value ?? '') ||
  headers.some(({ name, credential }) => credential || credentialKind(name) !== null);

/** How much the description says that an operation issues tokens. */
function tokenScore(api: Description, operation: OperationName): number {
  const { method, path } = operation;
  const node = atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}`);
  const text = (key: string): string => String(atPointer(node, `/${key}`) ?? '');
  const { request, answers, queries, headers, security } = fromApi(api, operation);
  const granted = answers.filter(({ status }) => isSuccess(status)).flatMap(({ members }) => members);
  const asked = [...request.map(({ pointer }) => lastLetters(pointer)), ...queries.map(({ name }) => lettersOf(name))];
  const words = `${kebab(text('operationId'))} ${kebab(text('summary'))}`;
  const issues = granted.some(({ pointer }) => tokens.includes(lastLetters(pointer)));
  const isLater = later.test(`${words} ${kebab(path)}`.replace(issuedBeside, ''));
  const isAddressed = tokenUrls(api).some((url) => path !== '/' && pathnameOf(url).endsWith(path));
  const showsWho = request.some(({ pointer }) => credentialKind(lastLetters(pointer)) !== null);
  const isAsked = asked.some((name) => name === 'granttype' || proves(name));
  return (
    (isAddressed ? 8 : 0) -
    // What is asked with a token, and with nothing that shows who asks, issues none.
    (['oauth2', 'bearer'].includes(security?.value ?? '') && !isAddressed && !isAsked && !showsWho ? 9 : 0) +
    (issues ? 5 : 0) +
    (granted.some(({ pointer }) => lastLetters(pointer) === 'accesstoken') ? 1 : 0) +
    (granted.some(({ pointer }) => /^(expiresin|expiresat|expiry|ttl|lifetime)/.test(lastLetters(pointer))) ? 2 : 0) +
    (isAsked ? 3 : 0) +
    (/\b(?:log-?[io]n|sign-?[io]n|masuk)\b/.test(words) ? 1 : 0) +
    (/\btoken\b/.test(words) ? 3 : 0) +
    (/\b(create|get|issue|generate|obtain|request|fetch)\b.*\btoken\b/.test(words) ? 1 : 0) +
    pathScore(path) +
    (method === 'POST' ? 1 : 0) -
    // Whoever asks for a token shows who asks: what anybody may read is no grant.
    (method === 'GET' && asked.length === 0 && !isProven({ headers, security }) ? 8 : 0) -
    (namesOtherToken(words) ? 6 : 0) -
    (asksForBusiness(asked) ? 12 : 0) -
    (isLater ? 8 : 0) -
    // What is given a token and answers with none does something with it.
    (asked.includes('token') && !issues ? 4 : 0) -
    (path.includes('{') ? 3 : 0) -
    (['DELETE', 'PATCH'].includes(method) ? 4 : 0)
  );
}

/** Operations whose bodies are looked into: those of a large description whose names do not speak of tokens are not. */
const mostLooked = 40;

const speaks = (api: Description, one: OperationName): boolean =>
  /token|oauth|auth|login|sign-?in|session|credential/i.test(
    `${one.path} ${operationId(api, one)} ${String(atPointer(api, `${pathPointer(one.path)}/${one.method.toLowerCase()}/summary`) ?? '')}`,
  );

/** An operation of a description, and how much it speaks for being the one that issues tokens. */
interface Ranked {
  api: Description;
  one: OperationName;
  points: number;
}

function rankedOf(api: Description): Ranked[] {
  const all = operationsOf(api);
  const byPath = (one: OperationName, other: OperationName): number => pathScore(other.path) - pathScore(one.path);
  const speaking = all.length > mostLooked ? all.filter((one) => speaks(api, one)).sort(byPath) : all;
  const looked = speaking.length > mostLooked ? speaking.slice(0, mostLooked) : speaking;
  return (looked.length > 0 ? looked : all.slice(0, mostLooked)).map((one) => ({
    ...{ api, one },
    points: operationId(api, one) === 'token' ? 50 : tokenScore(api, one),
  }));
}

/** Least points of an operation that a description says issues tokens. */
const telling = 3;

const shownOf = ({ api, one }: Ranked): string => {
  const id = operationId(api, one);
  return id === '' || id === 'token' ? operationName(one) : `${operationName(one)} (${id})`;
};

function candidates(ranked: Ranked[]): string {
  return `there is: ${[...new Set(ranked.map(shownOf))].slice(0, 8).join(', ')}`;
}

/** The operation that is called so, in the first description that has it. */
function called(apis: Description[], name: string | undefined): OperationName | undefined {
  if (name === undefined) return undefined;
  return apis.flatMap((api) => operationCalled(api, operationsOf(api), name) ?? [])[0];
}

/**
 * The operation that issues tokens among those of some descriptions of one provider: the one that is asked for, the only
 * one, or the one whose facts say so.
 * @throws InputError that lists the candidates where none or several do, or that says where the description of it should be.
 */
export function findTokenOperation(
  apis: Description[],
  { operation: wanted, likely }: Pick<DeriveOptions, 'operation' | 'likely'> = {},
): OperationName {
  const asked = called(apis, wanted ?? likely);
  if (asked) return asked;
  const ranked = apis.flatMap(rankedOf).sort((a, b) => b.points - a.points);
  const [first] = ranked;
  if (!first)
    throw new InputError('The description has no operation.', [
      'give the description that holds the request for a token under paths',
    ]);
  if (wanted !== undefined)
    throw new InputError(`There is no operation "${wanted}".`, [`choose one with --operation; ${candidates(ranked)}`]);
  const isTelling = first.points >= telling;
  const addresses = [...new Set(apis.flatMap(tokenUrls))];
  if (!isTelling && addresses.length > 0)
    throw new InputError('The operation that issues tokens is not described:', [
      `tokens are issued at ${addresses.join(', ')}, as the security schemes say, which is none of the paths; give the page that describes it too, or choose an operation with --operation; ${candidates(ranked)}`,
    ]);
  // Two descriptions may describe one operation.
  const others = ranked.filter(({ one }) => operationName(one) !== operationName(first.one));
  const [second] = others;
  const shown = ({ api, one }: Ranked) => shownGrant([fromApi(api, one)]);
  const isBeside = isOpenBeside(shown(first), others.filter(({ points }) => points >= telling).map(shown));
  if (!second || (isTelling && !isBeside && first.points - second.points >= 2)) return first.one;
  // Where everything speaks against all others, one that shows who asks is a question of the draft.
  if (
    first.points > 0 &&
    second.points <= 0 &&
    first.points - second.points >= 4 &&
    isProven(fromApi(first.api, first.one))
  )
    return first.one;
  throw new InputError('Several operations could be the one that issues tokens:', [
    `choose one with --operation; ${candidates(ranked)}`,
  ]);
}

/** Whether descriptions say of any of their operations that it issues tokens. */
export function mayIssueTokens(apis: Description[]): boolean {
  return apis.flatMap(rankedOf).some(({ points }) => points >= telling);
}

/** Whether the description says at all that an operation issues tokens. */
export function issuesTokens(api: Description, operation: OperationName): boolean {
  return operationId(api, operation) === 'token' || tokenScore(api, operation) >= telling;
}
