/** Names of headers, which have no letter case (RFC 9110, section 5.1). */

/** Whether two names are those of one header. */
export function sameHeader(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The entry of a header in a record by names, under whatever spelling it is there; undefined where there is none. */
export function headerEntry<T>(
  record: Readonly<Record<string, T>>,
  name: string,
): [name: string, value: T] | undefined {
  return Object.entries(record).find(([known]) => sameHeader(known, name));
}

/** Why headers cannot be sent as they are named: each that is another one's in another letter case, with what is wrong. */
export function namedTwice(headers: Readonly<Record<string, unknown>>): [name: string, fault: string][] {
  const names = Object.keys(headers);
  return names.flatMap((name, index): [string, string][] => {
    const [first] = names.slice(0, index).filter((one) => sameHeader(one, name));
    return first === undefined
      ? []
      : [[name, `${name} is the header ${first}, since names of headers have no letter case; leave one of them out`]];
  });
}
