/** Places of facts that stand below no heading: what they are called alone, as `grantType`, and no empty heading before it. */

/** Parts of facts that are values of a page, and cite nothing. */
const values = new Set(['schema', 'example']);

const cleaned = (key: string, value: string): string => {
  if (key === 'at') return value.replace(/^, /, '');
  return key === 'what' ? value.replaceAll('(, ', '(') : value;
};

function clean(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (values.has(key)) continue;
    if (typeof one !== 'string') clean(one);
    else if (cleaned(key, one) !== one) Reflect.set(value, key, cleaned(key, one));
  }
}

/** Facts and questions of which none cites a heading that is not there: they are changed themselves. */
export function belowNoHeading<Value extends object>(facts: Value): Value {
  clean(facts);
  return facts;
}
