/** Client certificates that are refused by a status of their own, by what words about it name. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { faultsIn } from '../../page/words/fault-pieces.ts';
import { codesAsWords } from '../../page/words/spellings.ts';
import type { Access } from '../basis/good-request.ts';
import { isOfOthersAlone } from './named-alone.ts';
import { absent, ofCertificate, spoken } from './refusal-words.ts';
import { givenIn } from './refused-names.ts';
import { asking } from './unknown-clients.ts';
import { whichRefuse } from './which-refuses.ts';

/** The statuses of another certificate, and of none. */
export interface OfCertificate {
  other: number[];
  none: number[];
  /** The words that name other credentials alone, where they leave open how both are refused. */
  open?: string;
}

/** The statuses by which servers refuse a client for its certificate. */
const usual = [400, 401, 403];

/** The refusals of both by their names; one where both are refused alike. */
export const certificateRefusals = (found: OfCertificate | null): Record<string, number[]> => {
  if (found === null) return {};
  const areAlike = found.other.join() === found.none.join();
  return { certificate: found.other, ...(areAlike ? {} : { 'no-certificate': found.none }) };
};

const isOfOne = (line: string): boolean => faultsIn(codesAsWords(line)).some((fault) => ofCertificate.test(fault));
const isOwn = ({ status, words }: { status: number; words: string }, credentials: number[]): boolean =>
  status > 400 && status < 500 && status !== 422 && !credentials.includes(status) && words.split('\n').some(isOfOne);

/** The statuses of both where all words about wrong credentials name others of the request alone; null where they do not. */
function besideOthers(facts: Facts, access: Access, credentials: number[]): OfCertificate | null {
  const telling = whichRefuse(facts).filter(({ status }) => credentials.includes(status));
  const others = givenIn(facts, access);
  // Whoever connects is a client, and so are the words about one that is not known of its certificate.
  const isOfClient = (words: string): boolean =>
    asking.test(others.reduce((rest, { name }) => rest.split(spoken(name)).join(' '), words));
  const isBeside = telling.every(
    (one) => !ofCertificate.test(one.words) && !isOfClient(one.words) && isOfOthersAlone(one, others, facts),
  );
  if (telling.length === 0 || !isBeside) return null;
  const statuses = [...new Set([...credentials, ...usual])].sort((one, other) => one - other);
  const open = telling.map(({ status, words }) => `${status} "${quotedWords(words)}"`).join(', ');
  return { other: statuses, none: statuses, open };
}

/** The question how they are refused where words name others alone. */
export function certificateTodos(found: OfCertificate | null): Todo[] {
  if (found?.open === undefined) return [];
  const what = `how a connection without a client certificate, or with another one, is refused: the page has ${found.open}, which does not name it, and the draft ${found.other.join(' or ')} for both, or the end of the handshake (refusals.certificate)`;
  return [{ name: 'refused certificate', what }];
}

/**
 * The statuses; null where certificates are refused as all credentials are. Of none nothing is said where the words name
 * another alone, and where the words are a question nothing is said of either: the status of credentials is one of them then.
 */
export function ofCertificates(facts: Facts, access: Access, credentials: number[]): OfCertificate | null {
  const { answers, todos } = facts;
  const all = answers.map(({ status, words = '' }) => ({ status, words }));
  const asCredentials = all.some(({ status, words }) => credentials.includes(status) && ofCertificate.test(words));
  const said = all.filter((one) => isOwn(one, credentials));
  const asked = todos.flatMap(({ doubted }) => doubted?.refusals ?? []).filter((one) => isOwn(one, credentials));
  const statuses = [...new Set([...said, ...asked].map(({ status }) => status))];
  if (statuses.length === 0) return besideOthers(facts, access, credentials);
  const both = [...new Set([...credentials, ...statuses])];
  const isSure = said.length > 0 && asked.length === 0 && !asCredentials;
  return {
    other: isSure ? statuses : both,
    none: isSure && said.some(({ words }) => absent.test(words)) ? statuses : both,
  };
}
