/** Which operations are shown as a grant by all that a client sends and is given: with proof of its own, and a token out. */
import { isSuccess } from '../../../contract/status.ts';
import type { Statement } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { tokens } from '../blocks/sides.ts';
import { credentialKind } from '../values/values.ts';
import { lastLetters, lettersOf } from '../words/spellings.ts';

/** Whether a field proves who asks for a token, and is none itself. */
export const proves = (name: string): boolean =>
  name === 'granttype' || (credentialKind(name) === 'secret' && !/password|token$/.test(name));

/** Beginnings of names of tokens that show no right of the client to ask: of users, of forms, of what goes on, of goods. */
export const otherNames =
  /^(?:refresh|id|csrf|xsrf|link|public|processor|device|push|card|(?:next)?page|next|cursor|order|payment|checkout)/;

/** Whether a request goes on from what was given before: a token of another kind, to be exchanged. */
const isFromToken = (name: string): boolean => /(?:token|ticket|tiket)$/.test(name);

/** What statements about an operation show of it as a grant. */
export interface ShownGrant {
  /** It shows who asks: by what the client knows or by a scheme, and not by a token that was given before. */
  isProven: boolean;
  /** It takes the client's own secret and no token, and answers with one, whatever that is called. */
  isWhole: boolean;
  /** It answers with tokens of other names than one of access has, and with no other. */
  isOther: boolean;
}

/** What statements show of an operation as a grant. */
export function shownGrant(
  statements: Pick<Statement, 'request' | 'queries' | 'headers' | 'answers' | 'security'>[],
): ShownGrant {
  const names = statements.flatMap(({ request, queries, headers }) => [
    ...request.filter(({ pointer }) => !isInItems(pointer)).map(({ pointer }) => lastLetters(pointer)),
    ...[...queries, ...headers].map(({ name }) => lettersOf(name)),
  ]);
  const given = statements
    .flatMap(({ answers }) => answers.filter(({ status }) => isSuccess(status)).flatMap(({ members }) => members))
    .filter(({ pointer }) => !isInItems(pointer))
    .map(({ pointer }) => lastLetters(pointer));
  const isGrantType = names.includes('granttype');
  const isOnward = !isGrantType && names.some(isFromToken);
  const isSchemed = statements.some(
    ({ security, headers }) =>
      ['basic', 'mutual-tls'].includes(security?.value ?? '') || headers.some(({ credential }) => credential),
  );
  const issued = given.filter((name) => tokens.includes(name) || isFromToken(name));
  return {
    isOther: issued.length > 0 && issued.every((name) => otherNames.test(name)),
    isProven: !isOnward && (isGrantType || isSchemed || names.some((name) => credentialKind(name) !== null)),
    isWhole: !isOnward && names.some(proves) && issued.some((name) => !/^(?:refresh|id)/.test(name)),
  };
}

/** Whether an operation is beside another that is shown whole as a grant, and shows itself nothing of who asks. */
export const isOpenBeside = (one: ShownGrant, others: ShownGrant[]): boolean =>
  !one.isProven && others.some(({ isWhole }) => isWhole);
