/** Credentials that are refused otherwise than all of them: by what words about a status name. */
import { pointerOf } from '../../../formats/json.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import type { Access } from '../basis/good-request.ts';
import type { Names } from '../basis/names.ts';
import { type Named, namesFor } from './called-names.ts';
import { mayRefuse } from './left-open.ts';
import { spoken } from './refusal-words.ts';
import { ownStatus } from './refusals.ts';
import { calledWrong, type Given, givenIn, inPath, isTaken, notIssuedAs } from './refused-names.ts';
import { namesWhole, whichRefuse } from './which-refuses.ts';

/** The statuses that refuse another value of a credential; `isDoubted` tells that some of them may be those of another request. */
export interface OwnRefusal extends Pick<Given, 'name' | 'place'> {
  statuses: number[];
  isDoubted: boolean;
}

/** What the words about statuses that are asked about name: they may refuse it as well, unless those of `credentials` name it or all. */
function doubtedOf(all: Given[], facts: Facts, { mechanism }: Access, credentials: number[]): OwnRefusal[] {
  const left = facts.todos
    .flatMap(({ doubted }) => doubted?.refusals ?? [])
    .filter(({ status }) => status >= 400 && status < 500);
  if (left.length === 0) return [];
  const isOf = (status: number): boolean => credentials.includes(status);
  if (whichRefuse(facts).some((one) => isOf(one.status) && namesWhole(one))) return [];
  const linesOf = facts.answers.filter(({ status }) => isOf(status)).flatMap(({ words = '' }) => words.split('\n'));
  // Beside a mechanism with an id and a secret of its own `the key` may be that.
  const isNamed = (one: Given): boolean =>
    mechanism === null
      ? calledWrong(one, all, facts, isOf) !== null
      : linesOf.some((line) => spoken(one.name).test(line));
  return all
    .filter((one) => !isNamed(one))
    .flatMap((one) => {
      const forms = namesFor(one, all);
      const statuses = left
        .filter(
          ({ status, words }) =>
            !isOf(status) && words.split('\n').some((line) => forms.some((form) => form.test(line))),
        )
        .map(({ status }) => status);
      const both = [...new Set([...credentials, ...statuses])];
      return statuses.length === 0 ? [] : [{ name: one.name, place: one.place, statuses: both, isDoubted: true }];
    });
}

/** What words about other statuses name, and say more of than that it is not there: another value may have each of these. */
const openOf = (all: Given[], beside: Named[], facts: Facts, credentials: number[]): OwnRefusal[] =>
  all.flatMap((one) => {
    const statuses = mayRefuse(one, beside, facts, credentials).map(({ status }) => status);
    const both = [...new Set([...credentials, ...statuses])];
    return statuses.length === 0 ? [] : [{ name: one.name, place: one.place, statuses: both, isDoubted: false }];
  });

/** The credentials of a draft that have a refusal of their own, each once. */
export function ownRefusals(facts: Facts, access: Access, credentials: number[]): OwnRefusal[] {
  const all = givenIn(facts, access).filter((one) => isTaken(one, access));
  const beside = inPath(facts, access, all);
  const said = all.flatMap(({ notes, ...one }): OwnRefusal[] => {
    const status =
      (one.place === 'header' ? ownStatus(facts, one.name) : null) ??
      notIssuedAs({ name: one.name, notes }, beside, facts, credentials);
    return status === null ? [] : [{ ...one, statuses: [status], isDoubted: false }];
  });
  const besides = (found: OwnRefusal[], more: OwnRefusal[]): OwnRefusal[] => [
    ...found,
    ...more.filter(({ name, place }) => !found.some((one) => one.name === name && one.place === place)),
  ];
  const open = facts.refused?.credentials === undefined ? openOf(all, beside, facts, credentials) : [];
  return besides(besides(said, doubtedOf(all, facts, access, credentials)), open);
}

/** The name of such a refusal. */
export const ownName = ({ name, place }: OwnRefusal, names: Names): string =>
  place === 'body' ? names.request({ pointer: pointerOf([name]) }) : names[place](name);

/** The questions, where that about such statuses says what the draft has of them. */
export function withDoubted(
  todos: Todo[],
  own: OwnRefusal[],
  drafted: { credentials: number[]; parameters: number[] },
): Todo[] {
  const ofOwn = own
    .filter((one) => one.isDoubted)
    .map(({ name, statuses }) => `${statuses.join(' or ')} for another ${name}`);
  return todos.map((todo) => {
    const { refusals = [], asks = null } = todo.doubted ?? {};
    const ofKind = (kind: 'credentials' | 'parameters'): string[] => {
      const statuses = drafted[kind].filter((status) => refusals.some((one) => one.status === status));
      return statuses.length === 0 ? [] : [`${statuses.join(' or ')} for wrong ${kind}`];
    };
    const has = [...ofOwn, ...ofKind('credentials'), ...ofKind('parameters')];
    return asks === null || has.length === 0 ? todo : { ...todo, what: `${asks}; the draft has ${has.join(', and ')}` };
  });
}
