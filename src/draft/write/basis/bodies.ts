/** What a page shows of the bodies of requests and answers, and in which form they are. */
import { isSuccess } from '../../../contract/status.ts';
import { lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts, Member, Todo } from '../../facts/facts.ts';
import { isForSome } from '../../page/sentences/for-some.ts';
import { credentialKind } from '../../page/values/values.ts';
import { isForOtherGrants } from '../../page/words/for-other-grants.ts';
import { isNotAlwaysRead } from '../../page/words/not-read.ts';
import { flat } from '../../page/words/spellings.ts';
import { isBesideBasic } from './at-times.ts';
import type { Access } from './good-request.ts';

/** Whether a request has a body, as far as the page shows one. */
export function hasBody({ request, mediaType, bodyRequired }: Facts): boolean {
  return request.length > 0 || mediaType !== undefined || bodyRequired === true;
}

/** Whether a page shows that an answer has a body: one of which it says nothing gets no clause. */
export function isShown({ members, mediaType, status }: AnswerFact): boolean {
  return isSuccess(status) || members.length > 0 || mediaType !== undefined;
}

/** Whether a media type is another than that of JSON. */
export const isOtherThanJson = (mediaType: string): boolean => !/json$|^\*\/\*$/.test(mediaType);

/** Whether a request is a form. */
export const isForm = (mediaType: Facts['mediaType']): boolean =>
  mediaType?.value.endsWith('x-www-form-urlencoded') === true;

/** Whether a request has a body that is written as a form or as JSON, and that has to be sent. */
export function isRead(facts: Facts, { mechanism, body }: Pick<Access, 'mechanism' | 'body'>): boolean {
  const { mediaType, request, bodyRequired } = facts;
  const asserts = mechanism === 'private-key-jwt';
  // A media type alone shows no body that could be left out or sent otherwise.
  const isHeld = request.length > 0 || bodyRequired === true || asserts;
  return (
    isHeld &&
    !isLeftOut(facts, { mechanism, body }) &&
    (isForm(mediaType) || mediaType?.value.endsWith('json') === true)
  );
}

/**
 * Whether the body may be left out, since nothing demands it: a form without parameters, which is no text at all, or a body
 * with no member that a request needs. One that a sample alone shows is needed where it holds a credential or says the grant.
 */
export function isLeftOut(
  { mediaType, bodyRequired, request }: Facts,
  { mechanism, body }: Pick<Access, 'mechanism' | 'body'>,
): boolean {
  if (bodyRequired === true || mechanism === 'private-key-jwt') return false;
  if (isForm(mediaType) && Object.keys(body).length === 0) return true;
  const isFree = ({ pointer, required, origin }: Member): boolean => {
    const name = lastKeyOf(pointer);
    const isNeeded = origin !== 'sample' || flat(name) === 'granttype' || credentialKind(name) !== null;
    return required === false || (required === null && !isNeeded);
  };
  return request.length > 0 && request.every(isFree);
}

/** The question about a body that the draft lets be left out though it has members. */
export function leftOutTodos(facts: Facts, access: Pick<Access, 'mechanism' | 'body'>): Todo[] {
  // A description says of each body whether it has to be sent.
  const isOpen = facts.request.some(({ origin }) => origin !== 'openapi') && facts.method?.value !== 'GET';
  if (!isOpen || !isLeftOut(facts, access)) return [];
  const what =
    'whether a request is refused without a body, with one that cannot be read or of another media type, and how: the page calls none of its members mandatory, and the draft lets it be left out';
  return [{ name: 'body optional', what }];
}

/** Whether a member may be ignored, since some clients or another grant alone send it or nobody reads it: no request breaks it. */
export const mayBeIgnored = (member: Member, { security }: Pick<Facts, 'security'>): boolean => {
  const { required, notes = '' } = member;
  const isLoose = isForSome(notes) || isNotAlwaysRead(notes) || isForOtherGrants(notes);
  return (required !== true && isLoose) || isBesideBasic(member, security);
};

/** Whether an answer is shown as JSON: by its media type, or by its members where none is named. */
export function isJson({ members, mediaType, status }: AnswerFact): boolean {
  if (mediaType) return !isOtherThanJson(mediaType.value);
  return isSuccess(status) || members.length > 0;
}
