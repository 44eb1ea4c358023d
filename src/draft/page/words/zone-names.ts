/** Names of places whose time a value is in, as `Jakarta time` and `waktu Singapore` have them. */

import { oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** The places that time zones are named after, in small letters. */
let places: ReadonlySet<string> | null = null;

const placesOf = (): ReadonlySet<string> => {
  places ??= new Set(
    Intl.supportedValuesOf('timeZone').map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase()),
  );
  return places;
};

const place = '(\\p{Lu}[\\p{L} ]{2,30}?)';
const timeAt = `${place} (?:local )?(?:standard )?time(?: ?zone)?`;
const waktuDi = `(?:zona )?waktu (?:setempat )?(?:di )?${place}`;
/** Names begin with a capital. */
const timeOf = RegExp(
  `^\\s*(?:${word.always} )?(?:${oneOf(word.in, 'as')} )?(?:the )?(?:local )?${oneOf(timeAt, waktuDi)}[\\s.]*$`,
  'u',
);

/** The zones of Indonesia by their names. */
const ofIndonesia =
  /^(?:west(?:ern)?|central|east(?:ern)?) indonesian?$|^indonesia (?:barat|tengah|timur)$|^(?:western|central|eastern) indonesia$/i;

/** Whether a piece of words says in the time of which place a value is, and nothing else. */
export function isPlaceTime(piece: string): boolean {
  const [, before, behind] = timeOf.exec(piece) ?? [];
  const place = (before ?? behind)?.trim();
  return place !== undefined && (ofIndonesia.test(place) || placesOf().has(place.toLowerCase()));
}
