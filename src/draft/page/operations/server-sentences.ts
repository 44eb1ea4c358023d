/** Which sentences give the server of an API, or of one of its environments. */
import { isOfOthers } from '../sentences/others.ts';
import { isOfSomeCalls, isPlainServer } from '../words/plain-servers.ts';
import { areBelowThem, isAllBelow, isFormer, isOtherServer, isServerOf, serverWords } from '../words/server-words.ts';
import { sitesAll } from './text-addresses.ts';

/**
 * Whether a sentence gives a server; one behind such a sentence may be nothing but that of another environment, and one
 * before it may say that all paths are below the addresses.
 * @param sited the sentence with the address of a host that it puts in place of another
 */
export function givesServer(sentence: string, sited: string, before: string, after: string): boolean {
  if (!/https?:\/\//.test(sited) || isFormer.test(sentence) || isOfOthers(sentence)) return false;
  if (isPlainServer(sentence)) return true;
  const isBeside = isAllBelow.test(before) && isOtherServer.test(sentence.trim());
  const isSited = [serverWords, isAllBelow, ...sitesAll].some((form) => form.test(sentence)) || isServerOf.test(sited);
  return (isSited || isBeside || areBelowThem.test(after.trim())) && !isOfSomeCalls(sentence);
}
