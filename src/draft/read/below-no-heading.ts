/** Places of facts that stand below no heading: what they are called alone, as `grantType`, and no empty heading before it. */

/** Parts of facts that are values of a page, and cite nothing. */
const values = new Set(['schema', 'example']);

/** What a place is called that has no heading and no name: no contract may cite an empty one. */
const nameless = 'Text below no heading';

const cited = (place: string, heading: string): string => {
  const name = place.replace(/^, /, '');
  if (name === '') return heading === '' ? nameless : heading;
  return name !== place && heading !== '' ? `${heading}${place}` : name;
};

function cleaned(key: string, value: string, heading: string): string {
  if (key === 'at' || key === 'bodyAt') return cited(value, heading);
  return key === 'what' ? value.replaceAll('(, ', '(') : value;
}

function clean(value: unknown, heading: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (values.has(key)) continue;
    if (typeof one !== 'string') clean(one, heading);
    else if (cleaned(key, one, heading) !== one) Reflect.set(value, key, cleaned(key, one, heading));
  }
}

/**
 * Facts and questions of which none cites a heading that is not there: they are changed themselves.
 * @param heading what stands for that heading, where the file itself has a name for the place
 */
export function belowNoHeading<Value extends object>(facts: Value, heading = ''): Value {
  clean(facts, heading);
  return facts;
}
