/** The id of HTTP Basic, where the words about refusals name the secret beside it alone. Pure. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { asWords } from '../refusals/fault-subjects.ts';
import { asking } from '../refusals/unknown-clients.ts';
import { isOfWhole, type Refusing, whichRefuse } from '../refusals/which-refuses.ts';

/** A secret, with whose it is before it: that names nobody. */
const whose = oneOf(word.client, word.user, 'app(?:lication)?', 'api');
const secret = everywhere`\b(?:${whose}(?:['’]s)? )?${word.secret}\b(?: ${oneOf('klien', 'mitra', 'pengguna')}\b)?`;
const whoever = pattern`\b${oneOf('log-?ins?', 'e-?mails?', 'names?', 'ids?', 'codes?', 'nama', 'kode', 'both', 'keduanya', 'pairs?')}\b`;

/** Whether words refuse a wrong secret, and nobody by an id. */
function isOfSecret(one: Refusing): boolean {
  const words = asWords(one.words);
  const rest = words.replace(secret, ' ');
  return rest !== words && !isOfWhole({ ...one, words: rest }) && !asking.test(rest) && !whoever.test(rest);
}

/** The words about wrong credentials that name the secret of HTTP Basic alone; none where any of them may be of its id. */
function ofSecretAlone(facts: Facts): Refusing[] {
  const all = whichRefuse(facts).filter(({ credentials }) => credentials !== null);
  const usual = all.filter(({ status }) => status === 401);
  const telling = usual.length > 0 ? usual : all;
  return telling.every(isOfSecret) ? telling : [];
}

/** Whether it is open how another id is refused: then no clause sends one. */
export const isIdOpen = (facts: Facts): boolean => ofSecretAlone(facts).length > 0;

/** The question about it. */
export function basicIdTodos(facts: Facts): Todo[] {
  const said = ofSecretAlone(facts).map(({ status, words }) => `${status} "${quotedWords(words)}"`);
  if (said.length === 0) return [];
  const what = `whether another id of HTTP Basic than the one issued is refused, and how: the page has ${said.join(', ')}, which names the secret alone, and the draft has no clause for that`;
  return [{ name: 'credentials doubtful', what }];
}
