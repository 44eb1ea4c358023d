/** What the words of a page say of refusals as a whole, and how one fault is refused by them. */

import type { Ways } from '../../../contract/default-ways.ts';
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Access } from '../basis/good-request.ts';
import { kindAmong } from '../basis/halves.ts';
import type { Subject } from './fault-subjects.ts';
import { faultsApart, type OneEnd } from './limit-ends.ts';
import { type Fault, faultsNamed } from './named-faults.ts';
import { type OwnRefusal, ownRefusals } from './own-refusals.ts';
import { absent, spoken } from './refusal-words.ts';
import type { Refusals } from './refusals.ts';
import { faultsShown } from './shown-faults.ts';
import { statusOfEach } from './statuses-apart.ts';
import { type Refusing, whichRefuse } from './which-refuses.ts';
import type { Wrong } from './wrong-words.ts';

/**
 * The class of refusal of a fault; `own` is that of the header. Without a credential a client is not authenticated either
 * (RFC 6749, section 5.2): `either` takes both statuses of it, `or-empty` that of wrong credentials where it has no value.
 * `or-unknown` is that of a fault of which nothing is said, and of an unknown value where it has none. `absent` is that of a part of which words give the status where it is not there.
 * `body` is that of a body that cannot be read, where it has statuses of its own.
 * `or-short` and `or-long` are those of a value of which words name the other end alone.
 */
export type RefusedAs =
  | 'credentials'
  | 'parameters'
  | 'body'
  | 'unnamed'
  | 'own'
  | 'either'
  | 'or-empty'
  | 'or-unknown'
  | 'absent'
  | OneEnd;

/** The name of a class of refusal in a draft: that of parameters has one for each status, where words keep these apart. */
export type RefusedName = RefusedAs | `parameters-${number}`;

/** A fault with its class; `isProof` tells that it may be refused as wrong credentials as well. */
export interface Refused {
  fault: Fault;
  as: RefusedAs;
  /** The status that words give it, where those of wrong parameters have several for faults of their own. */
  only?: number;
  isProof: boolean;
  /** The ways by which a value is beyond its limits; none of another fault. */
  ways?: string[];
  /** A mark states it only where it names its refusal by itself. */
  isNamed?: true;
  /** The ways by which it has no value, where that may be refused as a wrong one too. */
  valueless?: ('empty' | 'null')[];
  /** Those of which words about what is not there say nothing: the code of that is perhaps none of theirs. */
  uncoded?: ('empty' | 'null')[];
}

/** The name of the class of a fault. */
export const refusedName = ({ as, only }: Pick<Refused, 'as' | 'only'>): RefusedName =>
  as === 'parameters' && only !== undefined ? `parameters-${only}` : as;

/** What the words of a page say of refusals as a whole. */
export interface Wording {
  facts: Facts;
  access: Access;
  refusals: Refusals;
  /** What the words about wrong parameters call a fault; empty where they do not name it. */
  naming: ReturnType<typeof faultsNamed>;
  /** What those about wrong credentials call it. */
  namingWrong: ReturnType<typeof faultsNamed>;
  /** The one status that they give a fault, where they keep several apart. */
  statusOf: ReturnType<typeof statusOfEach>;
  /** A person decided how wrong parameters are refused, or is asked. */
  isSettled: boolean;
  /** The page has each status of wrong credentials and of wrong parameters. */
  areBoth: boolean;
  /** The words about the statuses of wrong credentials. */
  ofCredentials: Refusing[];
  /** They speak of what is not there. */
  isAbsenceSaid: boolean;
  /** They speak of all credentials, as far as the draft knows. */
  areAll: boolean;
  /** How a credential is refused that is not there: of that nothing is said where the words speak of the wrong alone. */
  asMissing: 'credentials' | 'either';
  own: OwnRefusal[];
  /** Whether a member of the request is called as a kind of credential. */
  isKind(name: string): boolean;
}

/** Reads what the words of a page say of refusals as a whole. */
export function wordingOf(facts: Facts, access: Access, refusals: Refusals): Wording {
  const isAsked = [...refusals.todos, ...facts.todos].some(
    ({ ask }) => ask?.about === 'refused' || (ask?.about === 'refusal' && ask.of === 'parameters'),
  );
  const isSettled = isAsked || facts.refused?.parameters !== undefined;
  const documented = facts.answers.map(({ status }) => status);
  const ofCredentials = whichRefuse(facts).filter(({ status }) => refusals.credentials.includes(status));
  const isAbsenceSaid = ofCredentials.some(({ own }) => absent.test(own));
  const isGuess = refusals.todos.some(({ ask }) => ask?.about === 'refusal' && ask.of === 'credentials');
  const areSome = ofCredentials.some(({ credentials }) => credentials === 'some');
  const names = facts.request.map(({ pointer }) => lastKeyOf(pointer));
  const ofParameters = [...refusals.parameters, ...refusals.unread];
  const [named, shown] = [faultsNamed(facts, ofParameters), faultsShown(facts, ofParameters)];
  return {
    ...{ facts, access, refusals, isSettled, ofCredentials, isAbsenceSaid },
    naming: (fault) => [...named(fault), ...shown(fault)],
    namingWrong: faultsNamed(facts, refusals.credentials),
    statusOf: isSettled ? () => null : statusOfEach(facts, refusals.parameters),
    areBoth: [...refusals.credentials, ...refusals.parameters].every((status) => documented.includes(status)),
    areAll: isSettled || (isGuess ? isAbsenceSaid : !areSome),
    asMissing: ofCredentials.length === 0 || ofCredentials.some((one) => one.absence) ? 'credentials' : 'either',
    own: ownRefusals(facts, access, refusals.credentials),
    isKind: (name) => kindAmong(name, names) !== null,
  };
}

/** How a fault is refused of which the words say nothing more than that they name it. */
export function refusedBy(
  { facts, refusals, naming, isSettled, statusOf }: Wording,
  fault: Fault,
  isProof = false,
): Refused {
  const isOfWhole = fault.of === 'body' || fault.of === 'media type' || fault.of === 'no media type';
  if (!isSettled && isOfWhole && refusals.unread.length > 0 && faultsNamed(facts, refusals.unread)(fault).length > 0)
    return { fault, isProof, as: 'body' };
  const only = statusOf(fault);
  const as = isSettled || naming(fault).length > 0 ? 'parameters' : 'unnamed';
  return { ...{ fault, isProof, as }, ...(only === null ? {} : { only }) };
}

/** Whether words name a fault in a part that may be disregarded: those about the whole request do not. */
const isSaidOf = ({ naming }: Wording, { fault }: Refused): boolean =>
  naming(fault).some(({ subject }) => subject !== 'request' && subject !== 'what it holds');

/**
 * How each fault of a group of keywords is refused: a value beyond its limits is one at either end. A group that a mark states
 * only where it names its refusal is one that words name.
 */
export function refusedApart(
  wording: Wording,
  fault: Extract<Fault, { name: string }>,
  ways: Ways,
  isProof = false,
): Refused[] {
  const isNamed = ways.stated === 'named' ? { isNamed: true as const } : {};
  const all = faultsApart(ways).map(
    ({ ways: own, ...end }): Refused => ({
      ...refusedBy(wording, { ...fault, ...end }, isProof),
      ...{ ways: own, ...isNamed },
    }),
  );
  return ways.stated === 'named' && !all.some((one) => isSaidOf(wording, one)) ? [] : all;
}

/** Whether words are about fields of any name, and not about headers. */
const isOfFields = (subject: Subject): boolean => typeof subject === 'string' && subject !== 'headers';

/** What is said to be wrong with a part whose value is empty, and with one whose value is null. */
const saidOf: Record<'empty' | 'null', Wrong[]> = {
  empty: ['empty', 'schema'],
  null: ['empty', 'schema', 'type', 'format'],
};

const valuelessWays = ['empty', 'null'] as const;

/** The ways by which a part is there without a value of which words about wrong parameters leave it open how it is refused: an empty or null one is wrong as well. */
export const openWays = ({ naming }: Wording, fault: Fault, tried: string[]): ('empty' | 'null')[] => {
  // Words about any field that is wrong are about each that is, be it a credential or not.
  const named = [fault, ...('name' in fault ? [{ ...fault, of: 'type' as const }] : [])].flatMap(naming);
  const isSaid = (wrongs: Wrong[]): boolean =>
    named.some(({ subject, wrong }) => wrongs.includes(wrong) || (wrong === 'any' && typeof subject === 'object'));
  return valuelessWays.filter((way) => tried.includes(way) && !isSaid(saidOf[way]));
};

/** A fault of a part that is not there, with the ways of which its words say nothing: those about another value are of each. */
export function withUncoded(wording: Wording, one: Refused, tried: string[]): Refused {
  const { fault } = one;
  const isOther =
    'name' in fault &&
    wording.naming({ ...fault, of: 'value' }).some(({ wrong }) => !['absent', 'empty'].includes(wrong));
  const uncoded = one.as !== 'parameters' || wording.isSettled || isOther ? [] : openWays(wording, one.fault, tried);
  return uncoded.length > 0 ? { ...one, uncoded } : one;
}

/** Whether words about wrong credentials call a part by its name, and say that it is not there as well as that it is wrong. */
function isSaidMissing({ namingWrong }: Wording, fault: Fault): boolean {
  if (!('name' in fault)) return false;
  const isOf = (of: 'required' | 'value', isWrong: (wrong: Wrong) => boolean): boolean =>
    namingWrong({ ...fault, of }).some(({ subject, wrong }) => typeof subject === 'object' && isWrong(wrong));
  return isOf('required', (wrong) => wrong === 'absent') && isOf('value', () => true);
}

/** Whether what stands in the table of a header is called by a word that words about a refusal have: `Parameter` is its head. */
function isCalledSo({ account }: Facts, fault: Fault, said = ''): boolean {
  if (!('name' in fault)) return false;
  const start = `request header ${fault.name} `.toLowerCase();
  const tables = account.filter(({ kind, facts: read }) => {
    return kind === 'table' && read.some(([fact]) => fact.toLowerCase().startsWith(start));
  });
  return tables.some(({ heads: [head = ''] }) => /\p{L}{4}/u.test(head) && spoken(head).test(said));
}

/** Whether all words about wrong credentials are of some that are there, and wrong. */
const namesWrong = ({ ofCredentials }: Wording): boolean =>
  ofCredentials.length > 0 &&
  ofCredentials.every(({ silent, absence, credentials }) => !silent && !absence && credentials !== null);

/**
 * How a member or a header is refused that is not there: a credential as one that is wrong, unless words say it of parameters.
 * @param tried the ways in which it is left out or has no value
 */
export function asAbsent(wording: Wording, one: Refused, tried: string[]): Refused {
  const { facts, naming, isSettled, areBoth, isAbsenceSaid } = wording;
  const named = naming(one.fault);
  if (one.isProof && one.as === 'unnamed' && isSaidMissing(wording, one.fault)) return { ...one, as: 'credentials' };
  if (!one.isProof || one.as !== 'parameters' || !areBoth) return withUncoded(wording, one, tried);
  // Who decides how wrong parameters are refused says nothing of a client that does not authenticate.
  if (isSettled) return isAbsenceSaid ? one : { ...one, as: 'either' };
  // Words about fields are of those of the body, and perhaps of no header.
  const isInHeader = 'place' in one.fault && one.fault.place === 'header';
  const isOfBody = named.every(({ subject, said }) => isOfFields(subject) && !isCalledSo(facts, one.fault, said));
  const isOfOthers =
    isInHeader &&
    facts.request.length > 0 &&
    named.every(({ subject }) => isOfFields(subject)) &&
    (isOfBody || !namesWrong(wording));
  const isOfAll = named.every(({ subject }) => subject === 'request' || subject === 'what it holds');
  if (isOfOthers || isOfAll) return { ...one, as: 'either' };
  const valueless = valuelessWays.filter((way) => tried.includes(way));
  return openWays(wording, one.fault, tried).length > 0 ? { ...one, as: 'or-empty', valueless } : one;
}
