/** Credentials that a description leaves to the client: a request that shows nobody is seldom granted. */
import { keysOf, lastKeyOf } from '../../formats/json.ts';
import type { Member, Statement } from '../facts/facts.ts';
import { credentialKind } from '../page/values/values.ts';

const kindOf = ({ pointer }: Member): ReturnType<typeof credentialKind> =>
  keysOf(pointer).length === 1 ? credentialKind(lastKeyOf(pointer)) : null;

/** A statement with the credentials of a body as open, where it requires none of their secrets and no scheme stands for them. */
export function withOpenSecrets(statement: Statement): Statement {
  const { request, security, unclear } = statement;
  const secrets = request.filter((member) => kindOf(member) === 'secret');
  const isElsewhere = (security !== null && security.value !== 'none') || unclear.length > 0;
  if (isElsewhere || secrets.length === 0 || secrets.some(({ required }) => required !== false)) return statement;
  const isOpen = (member: Member): boolean => kindOf(member) !== null && member.required === false;
  const open = request.filter(isOpen);
  const names = open.map(({ pointer }) => lastKeyOf(pointer)).join(', ');
  const what = `whether ${names} ${open.length > 1 ? 'are' : 'is'} mandatory (${open[0]?.at}): the description requires none of them, and their names are those of credentials`;
  const facts = open.map(({ pointer }) => `request ${pointer}`);
  return {
    ...statement,
    request: request.map((member) => (isOpen(member) ? { ...member, required: null } : member)),
    todos: [...(statement.todos ?? []), { name: 'mandatory credentials', what, ask: { about: 'mandatory', facts } }],
  };
}
