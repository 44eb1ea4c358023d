/** Readings of one object that several ask for. Such an object, and what was read of it, must not be changed afterwards. */

/** A reading of an object that is done once, and kept for as long as the object is. */
export function once<Of extends object, Result>(read: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.result;
    const result = read(of);
    known.set(of, { result });
    return result;
  };
}

/** The same of an object and something that belongs to it, as a part of it or a name. */
export function onceEach<Of extends object, Part, Result>(
  read: (of: Of, part: Part) => Result,
): (of: Of, part: Part) => Result {
  const partsOf = once((_: Of) => new Map<Part, { result: Result }>());
  return (of, part) => {
    const parts = partsOf(of);
    const before = parts.get(part);
    if (before !== undefined) return before.result;
    const result = read(of, part);
    parts.set(part, { result });
    return result;
  };
}
