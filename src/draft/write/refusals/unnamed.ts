/** The faults of a draft that no words about a refusal name: a refusal of their own, and one question. */
import { fieldWays } from '../../../contract/default-ways.ts';
import { type JsonObject, keysOf, lastKeyOf } from '../../../formats/json.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isForm, isOfSomeAlone, isRead } from '../basis/bodies.ts';
import { type Access, isCertified } from '../basis/good-request.ts';
import { kindAmong } from '../basis/halves.ts';
import { faultsInWords } from './fault-phrases.ts';
import { lateAs } from './late.ts';
import { type Fault, faultsNamed } from './named-faults.ts';
import { type OwnRefusal, ownRefusals } from './own-refusals.ts';
import { ofCertificate, absent as saysAbsent } from './refusal-words.ts';
import { isNoParameter, mediaTypeRefusal, otherTypes, type Refusals } from './refusals.ts';
import { absentAs } from './refused-absent.ts';
import { refusesAbsent, whichRefuse } from './which-refuses.ts';

/**
 * The class of refusal of a fault; `own` is that of the header. Without a credential a client is not authenticated either
 * (RFC 6749, section 5.2): `either` takes both statuses of it, `or-empty` that of wrong credentials where it has no value.
 */
export type RefusedAs = 'credentials' | 'parameters' | 'unnamed' | 'own' | 'either' | 'or-empty';

/** How each fault of a request is refused, as far as words name it. */
export interface Faults {
  /** Of a request whose body cannot be read, or that has another media type. */
  whole(of: 'body' | 'media type' | 'no media type'): RefusedAs;
  /** Whether words about a status say that a body that cannot be read has it. */
  saysBody: boolean;
  /** Of one without HTTP Basic, of one with another scheme, and of one whose credentials are not in their form. */
  basic: { absent: RefusedAs; scheme: RefusedAs; form: RefusedAs };
  /** Of a connection without a client certificate. */
  noCertificate: RefusedAs;
  /** Of one without a header or a parameter of the query. */
  without(fact: HeaderFact, place: 'header' | 'query'): RefusedAs;
  /** Of one in which a parameter of the query has another value than its only one. */
  otherInQuery(fact: HeaderFact): RefusedAs;
  /** Of one in which a member breaks what its keywords say: one for all of them, or one for each. */
  member(member: Member): RefusedAs | JsonObject;
  /** Of a form whose parameters stand in the query. */
  inQuery: RefusedAs;
  /** Of a signed request whose time is beyond the window. */
  late: RefusedAs;
  /** Of another value of a credential that has a refusal of its own. */
  own: OwnRefusal[];
  /** The statuses that the draft has for faults that no words name, a guess; none without such a fault. */
  statuses: number[];
  /** The statuses that such faults may have beside those that words name: of a code nothing is said there. */
  shared: number[];
  todos: Todo[];
}

/** A fault with its class; `isProof` tells that it may be refused as wrong credentials as well. */
interface Refused {
  fault: Fault;
  as: RefusedAs;
  isProof: boolean;
}

/** Words of refusals as a question shows them. */
function quoted({ answers }: Facts, statuses: number[]): string {
  return answers
    .filter(({ status }) => statuses.includes(status))
    .map(({ status, words = '' }) => `${status} for "${quotedWords(words)}"`)
    .join(', ');
}

/** The question about faults that no words name, with the statuses that the draft guesses. */
function questionOf(open: Refused[], facts: Facts, { credentials, parameters }: Refusals): [number[], Todo[]] {
  if (open.length === 0) return [[], []];
  const decided = facts.refused?.unnamed;
  if (decided !== undefined) return [[decided], []];
  const statuses = [...new Set([...parameters, ...(open.some(({ isProof }) => isProof) ? credentials : [])])];
  const documented = facts.answers.map(({ status }) => status).filter((status) => status >= 400 && status < 500);
  return [
    statuses,
    [
      {
        name: 'refusal parameters',
        what: `how these faults are refused, of which the page gives no status: ${faultsInWords(open.map(({ fault }) => fault))}; it has ${quoted(facts, parameters)}, and the draft ${statuses.join(' or ')} for them (refusals.unnamed)`,
        ask: {
          about: 'refusal',
          of: 'unnamed',
          statuses: [...new Set([...statuses, ...credentials, ...documented, 400, 422, 415])],
        },
      },
    ],
  ];
}

/** The parameters of the query that are always sent, and that have one value alone. */
export const withOnlyValue = ({ queries }: Pick<Facts, 'queries'>): HeaderFact[] =>
  queries.filter(({ required, schema }) => required === true && typeof schema['const'] === 'string');

/** Reads how each fault of the draft is refused; those that no words name are one question. */
export function faultsOfDraft(facts: Facts, access: Access, refusals: Refusals): Faults {
  const isNamed = faultsNamed(facts, refusals.parameters);
  const isAsked = [...refusals.todos, ...facts.todos].some(
    ({ ask }) => ask?.about === 'refused' || (ask?.about === 'refusal' && ask.of === 'parameters'),
  );
  const isSettled = isAsked || facts.refused?.parameters !== undefined;
  const refused = (fault: Fault, isProof = false): Refused => ({
    ...{ fault, isProof },
    as: isSettled || isNamed(fault).length > 0 ? 'parameters' : 'unnamed',
  });
  const documented = facts.answers.map(({ status }) => status);
  const areBoth = [refusals.credentials, refusals.parameters].every((all) =>
    all.every((one) => documented.includes(one)),
  );
  /** How a member is refused that is not there: a credential as one that is wrong, unless words say it of parameters. */
  const asAbsent = (one: Refused, hasEmpty: boolean): Refused => {
    const named = isNamed(one.fault);
    if (!one.isProof || one.as !== 'parameters' || isSettled || !areBoth) return one;
    if (named.every(({ subject }) => subject === 'request')) return { ...one, as: 'either' };
    return hasEmpty && !named.some(({ wrong }) => wrong === 'empty' || wrong === 'any')
      ? { ...one, as: 'or-empty' }
      : one;
  };
  const ofCredentials = whichRefuse(facts).filter(({ status }) => refusals.credentials.includes(status));
  const isGuess = refusals.todos.some(({ ask }) => ask?.about === 'refusal' && ask.of === 'credentials');
  const areSome = ofCredentials.some((one) => one.credentials === 'some');
  const isAbsenceSaid = ofCredentials.some(({ words }) => saysAbsent.test(words));
  // Of what is not there nothing is said where the words speak of the wrong alone.
  const asMissing = ofCredentials.length === 0 || ofCredentials.some(refusesAbsent) ? 'credentials' : 'either';
  const names = facts.request.map(({ pointer }) => lastKeyOf(pointer));
  const isKind = (name: string): boolean => kindAmong(name, names) !== null;
  const isProof = (name: string): boolean => access.fields.includes(name) && isKind(name);
  const areAll = isSettled || (isGuess ? isAbsenceSaid : !areSome);
  const signs = access.mechanism === 'snap-signature' ? ['x-signature'] : (access.signature?.makes.slice(0, 1) ?? []);

  const own = ownRefusals(facts, access, refusals.credentials);
  const without = (fact: HeaderFact, place: 'header' | 'query'): Refused => {
    const one = refused({ of: 'required', name: fact.name, place, isCredential: false }, true);
    const isDoubted = own.some((it) => it.isDoubted && it.place === place && it.name === fact.name);
    const said = absentAs(fact, facts, refusals) ?? (isDoubted && !isSettled ? 'own' : null);
    // Without the key that a security scheme names nobody knows who asks: HTTP has 401 for that, and no other status.
    const isOther = ofCredentials.some(
      ({ status, words }) => status !== 401 && words !== '' && !saysAbsent.test(words),
    );
    if (said === null && fact.credential && isOther && !isSettled) return one;
    // One status is for what is missing, and the other for what is wrong: a key that is missing may have either.
    const isEither = said === null && one.as === 'parameters' && !isSettled && areBoth && !isAbsenceSaid;
    if (isEither && fact.credential && ofCredentials.every(({ silent }) => !silent)) return { ...one, as: 'either' };
    if (said !== null || fact.credential) return { ...one, as: said ?? asMissing };
    const isSignature = signs.some((name) => name.toLowerCase() === fact.name.toLowerCase());
    const isKey = access.known.headers.includes(fact.name) && isNoParameter(facts, fact.name);
    if (place === 'query' || !(isSignature || isKey)) return { ...one, isProof: false };
    return areAll && (isSettled || one.as === 'unnamed') ? { ...one, as: asMissing } : one;
  };
  const otherInQuery = ({ name }: HeaderFact): Refused =>
    refused({ of: 'value', name, place: 'query', isCredential: false });
  const inMember = (member: Member): Refused[] => {
    if (isOfSomeAlone(member)) return [];
    const name = lastKeyOf(member.pointer);
    const ways = fieldWays(isForm(facts.mediaType) ? 'form' : 'json', member.schema, member.required === true);
    // One that may be no credential is refused as any other field.
    const isCredential = isKind(name) && (keysOf(member.pointer).length > 1 || access.fields.includes(name));
    const isOptional = member.required === false;
    return (['required', 'type', 'length', 'value'] as const)
      .filter((of) => ways[of].break.length > 0)
      .map((of) => {
        const hasEmpty = of === 'required' && ways.required.break.includes('empty');
        const one = refused({ of, name, place: 'body', isCredential, isOptional, hasEmpty }, isProof(name));
        return of === 'required' ? asAbsent(one, hasEmpty) : one;
      });
  };
  const ofBasic = (['authorization', 'scheme', 'basic form'] as const).map((of) => refused({ of }, true));
  const isApart = access.mechanism === 'basic' && !isSettled && ofBasic.some(({ as }) => as === 'parameters');
  // What no words name is as 401 says of itself: no usable credentials.
  const isSilent = !isApart || ofCredentials.some(({ silent }) => silent);
  const [absent = asMissing, scheme = asMissing, form = asMissing] = ofBasic.map(({ as }) =>
    isApart && (as === 'parameters' || !isSilent) ? as : asMissing,
  );
  // Words about another certificate say nothing of none; a client that is not known may have none.
  const isOfCertificate = ofCredentials.some(({ words }) => ofCertificate.test(words));
  const noCertificate: Refused = {
    ...{ fault: { of: 'certificate' }, isProof: true },
    as: isCertified(access) && !areAll && !isAbsenceSaid && isOfCertificate ? 'unnamed' : 'credentials',
  };
  const members = facts.request.filter(({ pointer }) => keysOf(pointer).length === 1);
  const inBody = members.flatMap(inMember);
  const lacking = inBody.filter(({ fault }) => fault.of === 'required');
  // Where the page calls none mandatory, a request without all of them lacks each.
  const isAnyLacking = isForm(facts.mediaType) && lacking.length === 0;
  const unsaid = (isAnyLacking ? members : []).map((member): Refused => {
    const name = lastKeyOf(member.pointer);
    const isCredential = isKind(name);
    return asAbsent(refused({ of: 'required', name, place: 'body', isCredential }, isProof(name)), false);
  });
  const absences = [...lacking, ...unsaid].map(({ as }) => as);
  const body = isRead(facts, access)
    ? ([
        'body',
        ...(mediaTypeRefusal(facts) === null ? ['media type' as const] : []),
        ...(otherTypes(facts).length > 0 ? ['no media type' as const] : []),
      ] as const)
    : [];
  const isTimed = access.mechanism === 'snap-signature' || access.signature?.row.timestamp !== undefined;
  const late: Refused = {
    ...{ fault: { of: 'late' }, isProof: true },
    as: isSettled ? 'credentials' : lateAs(facts, refusals.credentials),
  };
  const all = [
    ...body.map((of) => refused({ of })),
    ...(isApart && !isSilent ? ofBasic : []),
    noCertificate,
    ...facts.headers.filter(({ required }) => required !== false).map((fact) => without(fact, 'header')),
    ...facts.queries.filter(({ required }) => required !== false).map((fact) => without(fact, 'query')),
    ...withOnlyValue(facts).map(otherInQuery),
    ...inBody,
    ...unsaid,
    ...(isTimed ? [late] : []),
  ];
  const [statuses, todos] = questionOf(
    all.filter(({ as }) => as === 'unnamed'),
    facts,
    refusals,
  );
  const isMissing = [...all.map(({ as }) => as), absent, scheme, form].includes('either');
  return {
    ...{ statuses, todos },
    shared: [...statuses, ...(isMissing ? refusals.credentials : [])],
    basic: { absent, scheme, form },
    noCertificate: noCertificate.as,
    whole: (of) => refused({ of }).as,
    saysBody: isNamed({ of: 'body' }).length > 0,
    without: (fact, place) => without(fact, place).as,
    otherInQuery: (fact) => otherInQuery(fact).as,
    member: (member) => {
      const faults = inMember(member);
      const [first] = faults;
      // One whose keywords nothing breaks has no clause of its own.
      if (!first) return inBody.find(({ as }) => as === 'unnamed')?.as ?? 'parameters';
      if (faults.every(({ as }) => as === first.as)) return first.as;
      return Object.fromEntries(faults.map(({ fault, as }) => [fault.of, as]));
    },
    late: late.as,
    own,
    inQuery: (['unnamed', 'either'] as const).find((as) => absences.includes(as)) ?? 'parameters',
  };
}
