/** Client certificates that are refused by a status of their own, by what words about it name. */
import type { Facts } from '../../facts/facts.ts';
import { faultsIn } from '../../page/words/fault-pieces.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import { absent, ofCertificate } from './refusal-words.ts';

/** The statuses of another certificate, and of none. */
export interface OfCertificate {
  other: number[];
  none: number[];
}

/** The refusals of both by their names; one where both are refused alike. */
export const certificateRefusals = (found: OfCertificate | null): Record<string, number[]> => {
  if (found === null) return {};
  const areAlike = found.other.join() === found.none.join();
  return { certificate: found.other, ...(areAlike ? {} : { 'no-certificate': found.none }) };
};

const isOfOne = (line: string): boolean => faultsIn(codesAsWords(line)).some((fault) => ofCertificate.test(fault));
const isOwn = ({ status, words }: { status: number; words: string }, credentials: number[]): boolean =>
  status > 400 && status < 500 && status !== 422 && !credentials.includes(status) && words.split('\n').some(isOfOne);

/**
 * The statuses; null where certificates are refused as all credentials are. Of none nothing is said where the words name
 * another alone, and where the words are a question nothing is said of either: the status of credentials is one of them then.
 */
export function ofCertificates({ answers, todos }: Facts, credentials: number[]): OfCertificate | null {
  const all = answers.map(({ status, words = '' }) => ({ status, words }));
  const asCredentials = all.some(({ status, words }) => credentials.includes(status) && ofCertificate.test(words));
  const said = all.filter((one) => isOwn(one, credentials));
  const asked = todos.flatMap(({ doubted }) => doubted?.refusals ?? []).filter((one) => isOwn(one, credentials));
  const statuses = [...new Set([...said, ...asked].map(({ status }) => status))];
  if (statuses.length === 0) return null;
  const both = [...new Set([...credentials, ...statuses])];
  const isSure = said.length > 0 && asked.length === 0 && !asCredentials;
  return {
    other: isSure ? statuses : both,
    none: isSure && said.some(({ words }) => absent.test(words)) ? statuses : both,
  };
}
