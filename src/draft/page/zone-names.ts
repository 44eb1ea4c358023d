/** Names of places whose time a value is in, as `Jakarta time` and `waktu Singapore` have them. */

/** The places that time zones are named after, in small letters. */
let places: ReadonlySet<string> | null = null;

const placesOf = (): ReadonlySet<string> => {
  places ??= new Set(
    Intl.supportedValuesOf('timeZone').map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase()),
  );
  return places;
};

const timeOf =
  /^\s*(?:(?:always|selalu) )?(?:(?:in|dalam|as) )?(?:the )?(?:local )?(?:(\p{Lu}[\p{L} ]{2,30}?) (?:local )?(?:standard )?time(?: ?zone)?|(?:zona )?waktu (?:setempat )?(?:di )?(\p{Lu}[\p{L} ]{2,30}))[\s.]*$/u;

/** The zones of Indonesia by their names. */
const ofIndonesia =
  /^(?:west(?:ern)?|central|east(?:ern)?) indonesian?$|^indonesia (?:barat|tengah|timur)$|^(?:western|central|eastern) indonesia$/i;

/** Whether a piece of words says in the time of which place a value is, and nothing else. */
export function isPlaceTime(piece: string): boolean {
  const [, before, behind] = timeOf.exec(piece) ?? [];
  const place = (before ?? behind)?.trim();
  return place !== undefined && (ofIndonesia.test(place) || placesOf().has(place.toLowerCase()));
}
