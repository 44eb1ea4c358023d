/** What sentences call a credential for short. */
import { kebab } from '../../page/words/spellings.ts';

/** Words of a name that say in which way it names its bearer: `an unknown shop` is a wrong `shop_id`. */
const ofNaming: ReadonlySet<string> = new Set(['id', 'key', 'code', 'name', 'no', 'number', 'kode', 'nama', 'nomor']);

/** What a credential is called for short: the last word of its name, or the one before where the last says how it names. */
function shortOf(name: string): string[] {
  const parts = kebab(name).split('-');
  const last = parts.at(-1) ?? '';
  return ofNaming.has(last) ? [last, parts.at(-2) ?? ''] : [last];
}

/** The short forms of a name that no other of these credentials has: `a wrong key` is that of the only one. */
export function calledShortly(name: string, all: string[]): RegExp | null {
  const own = shortOf(name).filter(
    (word) => word.length > 2 && all.filter((one) => shortOf(one).includes(word)).length === 1,
  );
  return own.length > 0 ? RegExp(`(?<!\\p{L} ?[-_])\\b(?:${own.join('|')})\\b`, 'iu') : null;
}
