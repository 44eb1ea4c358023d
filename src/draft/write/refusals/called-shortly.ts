/** What sentences call a credential for short. */
import { remembered } from '../../page/words/remembered.ts';
import { kebab } from '../../page/words/spellings.ts';

/** Words of a name that say in which way it names its bearer: `an unknown shop` is a wrong `shop_id`. */
const ofNaming: ReadonlySet<string> = new Set(['id', 'key', 'code', 'name', 'no', 'number', 'kode', 'nama', 'nomor']);

/** What a credential is called for short: the last word of its name, or the one before where the last says how it names. */
const shortOf = remembered((name: string): readonly string[] => {
  const parts = kebab(name).split('-');
  const last = parts.at(-1) ?? '';
  return ofNaming.has(last) ? [last, parts.at(-2) ?? ''] : [last];
});

/** How many of several credentials have a short form. */
export type ShortForms = ReadonlyMap<string, number>;

/** The short forms of several credentials: a page may have very many fields, and each is compared with all. */
export function shortForms(all: readonly { name: string }[]): ShortForms {
  const counts = new Map<string, number>();
  for (const { name } of all) for (const word of new Set(shortOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The short forms of a name that no other of these credentials has: `a wrong key` is that of the only one. */
export function calledShortly(name: string, all: ShortForms): RegExp | null {
  const own = shortOf(name).filter((word) => word.length > 2 && all.get(word) === 1);
  return own.length > 0 ? RegExp(`(?<!\\p{L} ?[-_])\\b(?:${own.join('|')})\\b(?!-\\d)`, 'iu') : null;
}
