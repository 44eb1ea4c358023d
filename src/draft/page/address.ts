/** Addresses of operations, and which of them are one. */

/** A method and a path, as far as a page gives them. */
export interface Address {
  method: string | null;
  path: string | null;
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Whether two addresses are those of one operation: pages write a path with and without its prefix. */
export function sameAddress(one: Address, other: Address): boolean {
  if (one.method !== null && other.method !== null && one.method !== other.method) return false;
  if (one.path === null || other.path === null) return true;
  const [a, b] = [segments(one.path), segments(other.path)];
  const count = Math.min(a.length, b.length);
  const ends = (length: number): boolean => a.slice(-length).join('/') === b.slice(-length).join('/');
  return count === 0 ? a.length === b.length : ends(count) || (count > 2 && ends(2));
}

/** Whether the host of an address is left to the reader, as `https://{tenant}.a.test` and `https://your-domain.a.test`. */
export function isPlaceholderHost(address: string): boolean {
  const host = address.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? '';
  // Nobody's names, as writers put them: `hub.company.com`, `api.domain.com`.
  if (
    /(?:^|\.)(?:my-?)?(?:company|domain|server|host|website|bank|merchant)\.(?:com|org|net|tld)(?::\d+)?$/i.test(host)
  )
    return true;
  return /[{}<>[\]$]|%7b|%3c|\b(your|my)[-_]?(own|domain|sub-?domain|company|tenant|instance|org\w*|host|server|site|account|region)|\byour\b/i.test(
    host,
  );
}
