/** Where markup and the control sequences of a terminal end, in a text without letter case. */

const [less, greater, equals, dash, letterBracket] = [...'<>=-['].map((one) => one.charCodeAt(0));
const [osc, backslash, quote, apostrophe] = [...']\\"\''].map((one) => one.charCodeAt(0));
const cdata = '<![cdata[';
const comment = '<!--';
const bell = 7;
/** The characters that begin a control sequence of a terminal. */
export const escapeSign = 27;
export const control = 0x9b;

/** Where the control sequence that begins at `at` ends, exclusive (ECMA-48); `at` where it has no end. */
export function controlEnd(units: Uint16Array, length: number, at: number): number {
  const unit = units[at];
  // A function of its own, so that this one is short enough for V8 to put where it is called.
  return unit === escapeSign || unit === control ? sequenceEnd(units, length, at, unit) : at;
}

function sequenceEnd(units: Uint16Array, length: number, at: number, unit: number): number {
  let end = unit === control ? at + 1 : at + 2;
  if (unit === escapeSign && units[at + 1] === osc) {
    // A further escape character ends it, so that each unit is read once.
    while (end < length && units[end] !== bell && units[end] !== escapeSign) end++;
    if (end >= length) return at;
    return units[end] === escapeSign && units[end + 1] === backslash ? end + 2 : end + Number(units[end] === bell);
  }
  if (unit === escapeSign && units[at + 1] !== letterBracket) return at;
  while (end < length && (units[end] ?? 0) >= 0x20 && (units[end] ?? 0) <= 0x3f) end++;
  return end < length && (units[end] ?? 0) >= 0x40 && (units[end] ?? 0) <= 0x7e ? end + 1 : at;
}

/**
 * Returns a function for the end, exclusive, of the tag, comment or CDATA mark that begins at a place; the place itself
 * where there is none.
 */
export function createMarkup(units: Uint16Array, length: number): (at: number) => number {
  // Quotes may hold tags, each of which is then read once more; beyond this number, quotes count as ordinary
  // characters.
  let left = length * 4;
  const begins = (at: number, text: string): boolean => {
    for (let index = 0; index < text.length; index++) if (units[at + index] !== text.charCodeAt(index)) return false;
    return true;
  };
  const commentEnd = (at: number): number => {
    for (let end = at + comment.length; end + 2 < length && left > 0; end++, left--)
      if (units[end] === dash && units[end + 1] === dash && units[end + 2] === greater) return end + 3;
    return at;
  };
  const quotedEnd = (at: number): number => {
    let open = 0;
    for (let end = at + 1; end < length && left > 0; end++, left--) {
      const unit = units[end] ?? 0;
      if (open !== 0) open = unit === open ? 0 : open;
      else if (unit === greater) return end + 1;
      else if (unit === less) return at;
      else if ((unit === quote || unit === apostrophe) && units[end - 1] === equals) open = unit;
    }
    return at;
  };
  const plainEnd = (at: number): number => {
    let end = at + 1;
    while (end < length && units[end] !== greater && units[end] !== less) end++;
    return units[end] === greater && end < length ? end + 1 : at;
  };
  return (at) => {
    if (begins(at, cdata)) return at + cdata.length;
    const end = begins(at, comment) ? commentEnd(at) : quotedEnd(at);
    return end > at ? end : plainEnd(at);
  };
}
