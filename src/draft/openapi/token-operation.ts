/** The operation of a description that issues tokens: by more than its path, for a path may say anything. */
import { InputError } from '../../contract/problems.ts';
import { atPointer } from '../../formats/json.ts';
import { credentialKind } from '../page/values.ts';
import { kebab } from '../page/words.ts';
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

/** How much the description says that an operation issues tokens. */
function tokenScore(api: Description, operation: OperationName): number {
  const { method, path } = operation;
  const node = atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}`);
  const text = (key: string): string => String(atPointer(node, `/${key}`) ?? '');
  const { request, answers, queries } = fromApi(api, operation);
  const named = (pointer: string): string => (pointer.split('/').at(-1) ?? '').replace(/[^a-z]/gi, '').toLowerCase();
  const granted = answers.filter(({ status }) => status < 300).flatMap(({ members }) => members);
  const asked = [...request.map(({ pointer }) => named(pointer)), ...queries.map(({ name }) => named(name))];
  const words = kebab(`${text('operationId')} ${text('summary')}`);
  return (
    (tokenUrls(api).some((url) => url === path || url.endsWith(path)) ? 8 : 0) +
    (granted.some(({ pointer }) => ['accesstoken', 'token', 'jwt'].includes(named(pointer))) ? 5 : 0) +
    (granted.some(({ pointer }) => /^(expiresin|expiresat|expiry|ttl|lifetime)/.test(named(pointer))) ? 2 : 0) +
    (asked.some((name) => name === 'granttype' || (credentialKind(name) === 'secret' && name !== 'password')) ? 3 : 0) +
    (/\btoken\b/.test(words) ? 3 : 0) +
    (/\b(create|get|issue|generate|obtain|request|fetch)\b.*\btoken\b/.test(words) ? 1 : 0) +
    (/(^|[/_-])(access[-_]?token|token|b2b)$/i.test(path) ? 3 : /token|oauth|auth/i.test(path) ? 1 : 0) +
    (method === 'POST' ? 1 : 0) -
    (/revoke|refresh|introspect|validate|verify|delete|logout/i.test(`${words} ${path}`) ? 8 : 0) -
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

/**
 * The operation that issues tokens: the one that is asked for, the only one, or the one whose facts say so.
 * @throws InputError that lists the candidates where none or several do.
 */
export function findTokenOperation(api: Description, wanted?: string): OperationName {
  const all = operationsOf(api);
  const asked = wanted === undefined ? undefined : operationCalled(api, all, wanted);
  if (asked) return asked;
  const [only] = all;
  if (wanted === undefined && only && all.length === 1) return only;
  const looked = all.length > mostLooked ? all.filter((one) => speaks(api, one)).slice(0, mostLooked) : all;
  const ranked = (looked.length > 0 ? looked : all.slice(0, mostLooked))
    .map((one) => ({ one, points: operationId(api, one) === 'token' ? 50 : tokenScore(api, one) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  if (wanted === undefined && first && first.points > 2 && first.points - (second?.points ?? 0) >= 2) return first.one;
  const listed = ranked.slice(0, 8).map(({ one }) => {
    const id = operationId(api, one);
    return id === '' || id === 'token' ? operationName(one) : `${operationName(one)} (${id})`;
  });
  throw new InputError(
    all.length === 0
      ? 'The description has no operation.'
      : wanted === undefined
        ? 'Several operations could be the one that issues tokens:'
        : `There is no operation "${wanted}".`,
    [
      all.length === 0
        ? 'give the description that holds the request for a token under paths'
        : `choose one with --operation; there is: ${listed.join(', ')}`,
    ],
  );
}

/** Whether the description says at all that an operation issues tokens. */
export function issuesTokens(api: Description, operation: OperationName): boolean {
  return operationId(api, operation) === 'token' || tokenScore(api, operation) > 2;
}
