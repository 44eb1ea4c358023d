/** How a client is refused that does not authenticate in the way of the page: HTTP Basic, or its certificate. */
import { isCertified } from '../basis/good-request.ts';
import { type Refused, type RefusedAs, refusedBy, type Wording } from './how-refused.ts';
import { ofCertificate } from './refusal-words.ts';

/** How requests are refused whose HTTP Basic is not as it has to be. */
export interface WithoutBasic {
  /** Of one without it, of one with another scheme, and of one whose credentials are not in their form. */
  basic: { absent: RefusedAs; scheme: RefusedAs; form: RefusedAs };
  /** Those that are faults like any other: words about wrong parameters name some, and those of credentials do not speak of all. */
  faults: Refused[];
}

/** Whether words about wrong parameters are of the request as a whole, and those about wrong credentials say nothing. */
const saysBadRequest = ({ areBoth, naming, ofCredentials }: Wording): boolean =>
  areBoth &&
  ofCredentials.every(({ silent }) => silent) &&
  // Of what is beside the request those words alone are.
  naming({ of: 'certificate' }).some(({ wrong }) => wrong === 'any' || wrong === 'format');

/** Reads how requests without a usable HTTP Basic are refused. */
export function withoutBasic(wording: Wording): WithoutBasic {
  const { access, isSettled, ofCredentials, asMissing } = wording;
  // A header that cannot be read makes a bad request as well, where the page has a status for any.
  const asMisread = access.mechanism === 'basic' && !isSettled && saysBadRequest(wording) ? 'either' : asMissing;
  const all = (['authorization', 'scheme', 'basic form'] as const).map((of) => refusedBy(wording, { of }, true));
  const isApart = access.mechanism === 'basic' && !isSettled && all.some(({ as }) => as === 'parameters');
  // What no words name is as 401 says of itself: no usable credentials.
  const isSilent = !isApart || ofCredentials.some(({ silent }) => silent);
  const [absent = asMissing, scheme = asMisread, form = asMisread] = all.map(({ as }, at) =>
    isApart && (as === 'parameters' || !isSilent) ? as : at === 0 ? asMissing : asMisread,
  );
  return { basic: { absent, scheme, form }, faults: isApart && !isSilent ? all : [] };
}

/** How a connection without a client certificate is refused. */
export function withoutCertificate({ access, areAll, isAbsenceSaid, ofCredentials }: Wording): Refused {
  // Words about another certificate say nothing of none; a client that is not known may have none.
  const isOther = ofCredentials.some(({ words }) => ofCertificate.test(words));
  const isUnnamed = isCertified(access) && !areAll && !isAbsenceSaid && isOther;
  return { fault: { of: 'certificate' }, isProof: true, as: isUnnamed ? 'unnamed' : 'credentials' };
}
