/** Words that say in which environment a field is there, of a field that need not be there. */
import { isOfPresence, isOneOfSeveral, sentences } from './doubts.ts';
import { environmentWords } from './environments.ts';
import { lowerWords } from './lower-words.ts';

/** Names of environments; some are everyday words as well. */
const names = new Set(environmentWords.filter((name) => name.length > 3 && !/^(?:test|live|demo|non)$/.test(name)));

/** Words of a sentence that says where something is, and hardly anything else. */
const mostWords = 7;

/** The first short sentence that says in which environment something is; null where none does. */
export const placeDoubt = (words: string): string | null =>
  sentences(words).find((one) => {
    const own = lowerWords(one);
    const isNamed = own.length <= mostWords && own.some((name) => names.has(name));
    return isNamed && (isOneOfSeveral(one) || isOfPresence(one));
  }) ?? null;
