/** Whether a page says that it follows BI SNAP. Pure. */
import type { Facts } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { denies } from '../../page/words/denied.ts';

/** The name of the standard, or of who publishes it. */
const named = /(?<!\bnon[- ])\bSNAP\b|\bASPI\b/;
const inWords =
  /\bstandar[dt]? nasional open api\b|\bstandar[dt]? (?:of )?bank indonesia\b|\bbank indonesia(?:'s)? standar/i;
const apart = /\b(?:unlike|differs?|instead|berbeda|bukan|rather than)\b/i;

/** The path that the standard gives the operation, and a code of its service. */
const ownPath = /\/v1\.0\/access-token\/b2b$/;
const ownCode = /^(?:200|4\d\d|5\d\d)73\d\d$/;
const saysCode = /\bresponse[ _]?code\b\W{1,12}(?:200|4\d\d|5\d\d)73\d\d\b/i;

/** Whether a text names the standard, in a sentence that does not turn it down. */
const names = (text: string): boolean =>
  (named.test(text) || inWords.test(text)) &&
  text
    .split(/\n|(?<=[.;!?])\s/)
    .some((one) => (named.test(one) || inWords.test(one)) && !denies(one) && !apart.test(one));

/** Whether a page says that it follows BI SNAP: by its name, by the path of the standard, or by a code of its service. */
function followsSnap(facts: Facts): boolean {
  const { path, servers, answers } = facts;
  if ([path?.value, ...servers.map((one) => one.path)].some((one) => one !== undefined && ownPath.test(one)))
    return true;
  const members = answers.flatMap((answer) => answer.members);
  const codes = members.flatMap(({ example, schema }) => [example, schema['const'], schema['enum']].flat());
  if (codes.some((code) => ownCode.test(String(code)))) return true;
  return namesSnap(facts) || saidIn(facts).some((text) => saysCode.test(text));
}

/** What a page says around its facts. */
function saidIn({ answers, account, headers, request, signed }: Facts): string[] {
  const members = answers.flatMap((answer) => answer.members);
  const notes = [...headers, ...request, ...members].flatMap((one) => one.notes ?? []);
  const passages = account.flatMap((part) => [part.title, part.passage]);
  return [...notes, ...passages, ...signed.map(({ value }) => value), ...answers.map(({ words = '' }) => words)];
}

/** Whether the words of a page name the standard. */
const namesSnap = (facts: Facts): boolean => names(facts.title ?? '') || saidIn(facts).some(names);

/** Whether the signature is that of BI SNAP by the word of the page or of a person. */
export const isSettledSnap = once((facts: Facts): boolean => isDecidedSnap(facts) || followsSnap(facts));

/** Whether a person has said that the signature is that of BI SNAP. */
export const isDecidedSnap = ({ isConfirmed, security }: Facts): boolean =>
  isConfirmed === true || security?.isDecided === true;

/** Whether the form of the time and what refuses are those of the standard: a path and a code of it say nothing of these. */
export const isFormOfSnap = (facts: Facts): boolean => isDecidedSnap(facts) || namesSnap(facts);
