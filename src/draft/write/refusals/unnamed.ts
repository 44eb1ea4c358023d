/** The faults of a draft that no words about a refusal name: a refusal of their own, and one question. */
import type { JsonObject } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { isForm, isRead } from '../basis/bodies.ts';
import { type Access, isCertified, isUnsent } from '../basis/good-request.ts';
import { type OfAssertion, withoutAssertion } from './asserted.ts';
import { faultsOfMember, faultsOfMembers } from './faults-of-members.ts';
import {
  beyondPart,
  isDemanded,
  isUntypedLacking,
  isUntypedRefused,
  mayBeEmpty,
  otherInQuery,
  withOnlyValue,
  withoutPart,
} from './faults-outside.ts';
import {
  type Refused,
  type RefusedAs,
  type RefusedName,
  refusedBy,
  refusedName,
  type Wording,
  wordingOf,
} from './how-refused.ts';
import { lateAs, withLate } from './late.ts';
import type { OneEnd } from './limit-ends.ts';
import type { Fault } from './named-faults.ts';
import { namedWays, type WayFault } from './named-ways.ts';
import { byGroup, type EndWays, endWays } from './one-end.ts';
import { sharedWithMethod } from './other-method.ts';
import type { OwnRefusal } from './own-refusals.ts';
import { mediaTypeRefusal, otherTypes, type Refusals } from './refusals.ts';
import { certificateTodos, type OfCertificate, ofCertificates } from './refused-certificates.ts';
import { apartTodos } from './statuses-apart.ts';
import { withoutBasic, withoutCertificate } from './unauthenticated.ts';
import { unnamedQuestion } from './unnamed-question.ts';

/** How each fault of a request is refused, as far as words name it. */
export interface Faults {
  /** Of a request whose body cannot be read, or that has another media type. */
  whole(of: 'body' | 'media type' | 'no media type'): RefusedName;
  /** Whether words about a status say that a body that cannot be read has it. */
  saysBody: boolean;
  /** Whether one without its Content-Type may be refused as one that lacks a header, beside another media type. */
  isUntypedLacking: boolean;
  /** Whether words refuse it as such, where the page gives another media type no status. */
  isUntypedRefused: boolean;
  /** Of one without HTTP Basic, of one with another scheme, and of one whose credentials are not in their form. */
  basic: { absent: RefusedAs; scheme: RefusedAs; form: RefusedAs };
  /** Of a client assertion that is not there, and of one that is none. */
  assertion: OfAssertion;
  /** Of a connection without a client certificate. */
  noCertificate: RefusedAs;
  /** Of client certificates that have statuses of their own. */
  certificates: OfCertificate | null;
  /** Of one without a header or a parameter of the query. */
  without(fact: HeaderFact, place: 'header' | 'query'): RefusedName;
  /** Whether a header or a parameter of the query may be there without a value. */
  mayBeEmpty(fact: HeaderFact, place: 'header' | 'query'): boolean;
  /** Of one in which a header or a parameter is beyond its limits, by groups of keywords; none where no words name that. */
  beyond(fact: HeaderFact, place: 'header' | 'query'): JsonObject;
  /** Of one in which a parameter of the query has another value than its only one. */
  otherInQuery(fact: HeaderFact): RefusedName;
  /** Of one in which a member breaks what its keywords say: one for all of them, or one for each. */
  member(member: Member): RefusedName | JsonObject;
  /** The ways of the values of which words name one end alone. */
  oneEnd: Partial<Record<OneEnd, EndWays>>;
  /** Of a form whose parameters stand in the query. */
  inQuery: RefusedAs;
  /** Of a signed request whose time is beyond the window, and of one whose time is in another form than that of BI SNAP. */
  late: RefusedAs;
  timeForm: RefusedName | null;
  /** The statuses of wrong parameters that words give to faults of their own. */
  divided: number[];
  /** Of another value of a credential that has a refusal of its own. */
  own: OwnRefusal[];
  /** Of what no keyword states and words name. */
  ways: WayFault[];
  /** The statuses that the draft has for faults that no words name, a guess; none without such a fault. */
  statuses: number[];
  /** The statuses that such faults may have beside those that words name: of a code nothing is said there. */
  shared: number[];
  /** The ways by which credentials have no value that may be refused as wrong ones too. */
  valueless: string[];
  /** Those of parts that are no credentials, of which words that give what is not there a code say nothing. */
  uncoded: string[];
  /** Whether words name each fault that may have the statuses of wrong parameters as well as those of credentials. */
  areMissingNamed: boolean;
  /** The questions about all wrong credentials and parameters, and about these faults. */
  ofRefusals: Todo[];
  todos: Todo[];
}

/** A body that cannot be read. */
const unread = ({ mediaType }: Facts): Fault => ({ of: 'body', isForm: isForm(mediaType) });

/** How a body is refused that cannot be read, or has another media type, where the request has one. */
function faultsOfBody(wording: Wording): Refused[] {
  const { facts, access } = wording;
  if (!isRead(facts, access)) return [];
  const isOwn = mediaTypeRefusal(facts) !== null;
  return [
    refusedBy(wording, unread(facts)),
    ...(isOwn ? [] : [refusedBy(wording, { of: 'media type' })]),
    ...(otherTypes(facts).length > 0 ? [refusedBy(wording, { of: 'no media type' })] : []),
  ];
}

/** How a signed request is refused whose time is beyond the window. */
function beyondWindow({ facts, refusals, isSettled }: Wording): Refused {
  const said = lateAs(facts, refusals.credentials);
  // Who decides how wrong parameters are refused says nothing of a proof that came late.
  const as = isSettled && said !== 'credentials' ? 'either' : said;
  return { fault: { of: 'late' }, isProof: true, as };
}

/** How a signed request is refused whose X-TIMESTAMP is in another form; null where no clause sends one. */
function inOtherForm(wording: Wording): Refused | null {
  const { access, facts } = wording;
  const isTime = (name: string | undefined): boolean => name?.toLowerCase() === 'x-timestamp';
  const { signature } = access;
  const isTried = signature?.isFormShown === false || signature?.clocks.some(({ says }) => says === 'no UTC') === true;
  if (access.mechanism !== 'snap-signature' && !(isTried && isTime(signature?.row.timestamp?.header))) return null;
  const name = facts.headers.find((one) => isTime(one.name))?.name ?? 'X-TIMESTAMP';
  return refusedBy(wording, { of: 'form', name, place: 'header', isCredential: false }, true);
}

/** The class of each group of keywords. */
const classesOf = (faults: readonly Refused[]): JsonObject =>
  Object.fromEntries(byGroup(faults).map(({ of, as }) => [of, as]));

/** The class of a member: one for all of its faults where they are refused alike, or one for each. */
function classOf(faults: readonly Refused[], all: Refused[]): RefusedName | JsonObject {
  const [first] = faults;
  // One whose keywords nothing breaks has no clause of its own.
  if (!first) return all.find(({ as }) => as === 'unnamed')?.as ?? 'parameters';
  const name = refusedName(first);
  const isOne = faults.every((one) => refusedName(one) === name && !one.isNamed);
  return isOne ? name : classesOf(faults);
}

/** Reads how each fault of the draft is refused; those that no words name are one question. */
export function faultsOfDraft(facts: Facts, access: Access, refusals: Refusals): Faults {
  const wording = wordingOf(facts, access, refusals);
  const { basic, faults: ofBasic } = withoutBasic(wording);
  const certificates =
    isCertified(access) && facts.refused?.credentials === undefined
      ? ofCertificates(facts, access, refusals.credentials)
      : null;
  const without = withoutCertificate(wording);
  const noCertificate: Refused = certificates === null ? without : { ...without, as: 'own' };
  const members = faultsOfMembers(wording);
  const isTimed = access.mechanism === 'snap-signature' || access.signature?.row.timestamp !== undefined;
  const late = beyondWindow(wording);
  const timeForm = inOtherForm(wording);
  const parts = [
    ...facts.headers.map((fact) => beyondPart(wording, fact, 'header')),
    ...facts.queries.map((fact) => beyondPart(wording, fact, 'query')),
  ];
  const isNeeded = (fact: HeaderFact): boolean => fact.required !== false && !isUnsent(fact);
  const all = [
    ...faultsOfBody(wording),
    ...ofBasic,
    noCertificate,
    ...facts.headers.filter((fact) => isDemanded(facts, fact)).map((fact) => withoutPart(wording, fact, 'header')),
    ...facts.queries.filter(isNeeded).map((fact) => withoutPart(wording, fact, 'query')),
    ...withOnlyValue(facts).map((fact) => otherInQuery(wording, fact)),
    ...members.all,
    ...parts.flat(),
    ...(timeForm ? [timeForm] : []),
    ...(isTimed ? [late] : []),
  ];
  const unnamed = all.filter(({ as }) => as === 'unnamed' || as === 'or-unknown');
  const [statuses, todos] = unnamedQuestion(wording, unnamed);
  const missing = all.filter(({ as }) => as === 'either');
  const isBasicMissing = access.mechanism === 'basic' && Object.values(basic).includes('either');
  const areMissingNamed = !isBasicMissing && missing.every(({ fault }) => wording.naming(fault).length > 0);
  const ofMissing = [
    ...(missing.length > 0 || isBasicMissing ? refusals.credentials : []),
    ...(areMissingNamed ? [] : refusals.parameters),
  ];
  const isUndivided = all.some(({ as, only }) => as === 'parameters' && only === undefined) && !wording.isSettled;
  const ofOpen = certificates?.open === undefined ? [] : certificates.other;
  const absences = members.absences.map(({ as }) => as);
  return {
    ...{
      statuses,
      todos: [...todos, ...certificateTodos(certificates), ...apartTodos(facts, refusals.parameters, isUndivided)],
      basic,
      areMissingNamed,
      assertion: withoutAssertion(wording),
    },
    shared: [...statuses, ...ofMissing, ...ofOpen, ...sharedWithMethod(facts)],
    ...{ noCertificate: noCertificate.as, certificates },
    whole: (of) => refusedName(refusedBy(wording, of === 'body' ? unread(facts) : { of })),
    isUntypedLacking: isUntypedLacking(wording),
    isUntypedRefused: isUntypedRefused(wording),
    saysBody: wording.naming(unread(facts)).length > 0,
    without: (fact, place) => refusedName(withoutPart(wording, fact, place)),
    mayBeEmpty: (fact, place) => mayBeEmpty(wording, fact, place),
    beyond: (fact, place) => classesOf(beyondPart(wording, fact, place)),
    otherInQuery: (fact) => refusedName(otherInQuery(wording, fact)),
    member: (member) => classOf(faultsOfMember(wording, member), members.all),
    oneEnd: endWays([...members.each, ...parts]),
    valueless: (['empty', 'null'] as const).filter((way) => all.some(({ valueless }) => valueless?.includes(way))),
    uncoded: (['empty', 'null'] as const).filter((way) => all.some(({ uncoded }) => uncoded?.includes(way))),
    late: late.as,
    ofRefusals: isTimed ? withLate(refusals.todos, late.as) : refusals.todos,
    timeForm: timeForm && refusedName(timeForm),
    divided: [...new Set(all.flatMap((one) => (one.as === 'parameters' ? (one.only ?? []) : [])))],
    own: wording.own,
    ways: namedWays(facts, access, refusals, wording.own),
    inQuery: (['unnamed', 'either'] as const).find((as) => absences.includes(as)) ?? 'parameters',
  };
}
