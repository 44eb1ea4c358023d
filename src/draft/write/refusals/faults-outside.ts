/** How a request is refused that lacks a header or a parameter of the query, or has another value of one. */
import { parameterWays } from '../../../contract/default-ways.ts';
import { breaksPattern } from '../../../contract/limits.ts';
import { type JsonObject, typesNamed } from '../../../formats/json.ts';
import type { Facts, HeaderFact } from '../../facts/facts.ts';
import { onceEach } from '../../facts/once.ts';
import { credentialKind, isFresh } from '../../page/values/values.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isProofOf, isUnsent } from '../basis/good-request.ts';
import type { Subject } from './fault-subjects.ts';
import { isOfBodyAlone } from './fields-of-body.ts';
import { asAbsent, openWays, type Refused, refusedApart, refusedBy, type Wording, withUncoded } from './how-refused.ts';
import type { Named } from './named-faults.ts';
import { absent as saysAbsent, spoken } from './refusal-words.ts';
import { isNoParameter } from './refusals.ts';
import { absentAs } from './refused-absent.ts';
import { calledWrong, givenOf, isIssued } from './refused-names.ts';

/** The parameters of the query that are always sent, and that have one value alone. */
export const withOnlyValue = ({ queries }: Pick<Facts, 'queries'>): HeaderFact[] =>
  queries.filter(({ required, schema }) => required === true && typeof schema['const'] === 'string');

/**
 * Whether a header shows who the client is: the signature, or a key that the environment gives; `other` where no clause of the
 * draft makes or replaces it.
 */
const showsClient = onceEach((wording: Wording, { name, notes }: HeaderFact): 'signature' | 'key' | 'other' | null => {
  const { access, facts, refusals } = wording;
  const isSnap = access.mechanism === 'snap-signature';
  const signs = isSnap ? ['x-signature'] : (access.signature?.makes.slice(0, 1) ?? []);
  if (signs.some((one) => one.toLowerCase() === name.toLowerCase())) return 'signature';
  const isKey =
    [...access.known.headers, ...access.untold].includes(name) || (isSnap && name.toLowerCase() === 'x-client-key');
  if (isKey) return 'key';
  const all = givenOf(wording);
  const given = all.find((one) => one.place === 'header' && one.name === name);
  // Whether one that is called as a credential is one may be asked: then nobody knows who sends a request without it.
  const isCalled = isIssued(name) || credentialKind(name) !== null;
  // One that words about wrong credentials name is one, though no clause replaces it.
  const isOf = (status: number): boolean => refusals.credentials.includes(status);
  const isGiven = given !== undefined && (isCalled || calledWrong(given, all, facts, isOf) !== null);
  return (isProofOf(access, name, notes) && !isFresh(name)) || isGiven ? 'other' : null;
});

/** Whether the draft signs its requests. */
const isSigned = ({ access }: Wording): boolean => access.mechanism === 'snap-signature' || access.signature !== null;

/** What a client likes best of an answer (RFC 9110, section 12.5): a server may disregard it. */
const negotiates = /^accept-(?:language|encoding|charset)$/i;

/** Whether a request without a header is refused for it, as far as the words about refusals let it be. */
export const isDemanded = ({ answers }: Pick<Facts, 'answers'>, fact: HeaderFact): boolean =>
  fact.required !== false &&
  !isUnsent(fact) &&
  !(
    negotiates.test(fact.name) &&
    !answers.some(({ status, words = '' }) => status >= 400 && spoken(fact.name).test(words))
  );

/** Whether an empty text is a value of a schema. */
const takesEmpty = (schema: JsonObject): boolean =>
  !schema['minLength'] &&
  schema['format'] === undefined &&
  (schema['type'] === undefined || typesNamed(schema).includes('string')) &&
  !breaksPattern(schema, '') &&
  (schema['const'] ?? '') === '' &&
  (!Array.isArray(schema['enum']) || schema['enum'].includes(''));

/**
 * Whether a part may be empty, as far as the page says: nobody knows who sends an empty credential, and words that refuse what
 * is not there say nothing of what is there without a value.
 */
export function mayBeEmpty(wording: Wording, fact: HeaderFact, place: 'header' | 'query'): boolean {
  const fault = { of: 'required' as const, name: fact.name, place, isCredential: false };
  const isGiven = fact.credential || (place === 'header' && showsClient(wording, fact) !== null);
  const isSigned = place === 'header' && isFresh(fact.name);
  return !isGiven && !isSigned && takesEmpty(fact.schema) && openWays(wording, fault, ['empty']).length > 0;
}

/** A fault of a header as no words name it, where those about it are of the fields of the body. */
function unlessOfBody(wording: Wording, one: Refused, fact: HeaderFact, place: 'header' | 'query'): Refused {
  const { facts, naming, refusals, isSettled } = wording;
  const isNone = place === 'header' && one.as === 'parameters' && !isSettled;
  return isNone && isOfBodyAlone(fact, naming(one.fault), facts, refusals.parameters) ? { ...one, as: 'unnamed' } : one;
}

/** How a request without a header or a parameter of the query is refused. */
export function withoutPart(wording: Wording, fact: HeaderFact, place: 'header' | 'query'): Refused {
  const { facts, refusals, isSettled, areBoth, ofCredentials, isAbsenceSaid, areAll, asMissing, own } = wording;
  const one = refusedBy(wording, { of: 'required', name: fact.name, place, isCredential: false }, true);
  const ofOwn = own.find((it) => it.place === place && it.name === fact.name);
  const isDoubted = ofOwn?.isDoubted === true;
  const said = absentAs(fact, facts, refusals, ofOwn) ?? (isDoubted && !isSettled ? 'own' : null);
  // Words that give what is not there a status say nothing of what is there without a value: that is another value of it too.
  const isEmptyOpen =
    said === 'parameters' && ofOwn !== undefined && openWays(wording, one.fault, ['empty']).length > 0;
  if (isEmptyOpen) return { ...one, as: 'or-empty', valueless: ['empty'] };
  if (said !== null) return { ...one, as: said };
  // A status for a value that is not known says nothing of one that is not there.
  const isUnknown =
    ofOwn !== undefined && !isDoubted && !ofOwn.statuses.some((status) => refusals.credentials.includes(status));
  if (fact.credential) {
    // Without the key that a security scheme names nobody knows who asks: HTTP has 401 for that, and no other status.
    const isOther = ofCredentials.some(
      ({ status, words, own }) => status !== 401 && words !== '' && !saysAbsent.test(own),
    );
    if (isOther && !isSettled) return one;
    if (isUnknown && !isAbsenceSaid && (isSettled || one.as === 'unnamed')) return { ...one, as: 'or-unknown' };
    // One status is for what is missing, or was not read, and the other for what is wrong: a key that is missing may have either.
    const isEither = one.as === 'parameters' && areBoth && !isAbsenceSaid;
    return { ...one, as: isEither ? 'either' : asMissing };
  }
  if (isUnknown && !isAbsenceSaid && one.as === 'unnamed') return { ...one, as: 'or-unknown' };
  const shows = place === 'header' ? showsClient(wording, fact) : null;
  const tried = mayBeEmpty(wording, fact, place) ? ['absent'] : parameterWays(fact.schema).required.break;
  // Nor have the other credentials anything to do with it, where words are of the fields of the body alone.
  if (isUnknown && !isAbsenceSaid && !isSettled && shows === 'key' && asAbsent(wording, one, tried).as === 'either')
    return { ...one, isProof: false, as: 'or-unknown' };
  // How wrong parameters are refused was not read: a person decides it, which says nothing of a missing credential.
  if (shows !== null && isSettled && !isAbsenceSaid) return { ...one, as: isUnknown ? 'or-unknown' : 'either' };
  // It is sent without a value as well, which is there and wrong; what is signed with another time does not verify.
  const isSignedTime = place === 'header' && isFresh(fact.name) && isSigned(wording);
  const ofTime = isSignedTime ? asAbsent(wording, one, tried) : null;
  if (ofTime?.as === 'or-empty') return { ...withUncoded(wording, one, tried), ...ofTime };
  const plain = (): Refused => withUncoded(wording, unlessOfBody(wording, one, fact, place), tried);
  const absent = shows === null ? plain() : asAbsent(wording, one, tried);
  const isProof = shows === 'signature' || (shows === 'key' && isNoParameter(facts, fact.name));
  if (!isProof) return { ...absent, isProof: false };
  return areAll && (isSettled || one.as === 'unnamed') ? { ...one, as: asMissing } : absent;
}

/** How a value of a header or a parameter is refused that is beyond its limits, where words about such parts name it; none of a proof. */
export function beyondPart(wording: Wording, fact: HeaderFact, place: 'header' | 'query'): Refused[] {
  const { access } = wording;
  const isGiven = Object.hasOwn(place === 'header' ? access.headers : access.query, fact.name);
  const isProof = fact.credential === true || isProofOf(access, fact.name, fact.notes);
  if (!isGiven || isProof || fact.required === false) return [];
  const ways = parameterWays(fact.schema);
  const { name } = fact;
  return (['type', 'length', 'value'] as const).flatMap((of) =>
    refusedApart(wording, { of, name, place, isCredential: false }, ways[of]).map((one) =>
      unlessOfBody(wording, one, fact, place),
    ),
  );
}

/** How a request is refused in which a parameter of the query has another value than its only one. */
export const otherInQuery = (wording: Wording, { name }: HeaderFact): Refused =>
  refusedBy(wording, { of: 'value', name, place: 'query', isCredential: false });

/** Whether the page lists the media type among the headers of a request. */
const isTypeListed = ({ mediaType }: Facts): boolean => /, content-type$/i.test(mediaType?.at ?? '');

/** Whether words are about the fields of a request, where its Content-Type is one. */
const isFieldsOf = (subject: Subject, facts: Facts): boolean =>
  (subject === 'fields' || subject === 'mandatory fields') && isTypeListed(facts);

/** How a request without its Content-Type is refused, where words name that. */
const untypedBy = ({ naming }: Wording): Named[] =>
  naming({ of: 'required', name: 'Content-Type', place: 'header', isCredential: false }).filter(
    ({ wrong }) => wrong === 'absent',
  );

/** Whether words refuse a request without one of its headers, where the page lists its Content-Type as one that has to be there. */
export const isUntypedRefused = (wording: Wording): boolean =>
  wording.facts.mediaType?.isMandatory === true &&
  isTypeListed(wording.facts) &&
  untypedBy(wording).some(({ subject }) => subject === 'headers');

/** Words for a request without its Content-Type. */
const untyped = pattern`\b${word.without} \W?content[- ]?type\b`;

/**
 * Whether a request without its Content-Type may be refused as one that lacks a header, and not as one of another media type:
 * words refuse missing headers, and those about another media type say nothing of a missing one.
 */
export function isUntypedLacking(wording: Wording): boolean {
  const { facts, naming } = wording;
  const { words = '' } = facts.answers.find(({ status }) => status === 415) ?? {};
  if (saysAbsent.test(words) || untyped.test(words)) return false;
  return (
    naming({ of: 'media type' }).some(({ subject, wrong }) => subject === 'media type' && wrong === 'absent') ||
    untypedBy(wording).some(({ subject }) => subject === 'headers' || isFieldsOf(subject, facts))
  );
}
