/** Groups a list by a key, in the order in which the keys first occur. */
export function groupBy<T, K>(list: readonly T[], key: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of list) {
    const known = groups.get(key(entry));
    if (known) known.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return groups;
}
