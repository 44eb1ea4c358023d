/** Components of a site that show the method of an operation before its address, as the method itself. */

const methods = 'get|post|put|patch|delete';

/** A component without content, before a path or a URL on the same line. */
const tag = /<([A-Z]\w{0,40})\b([^<>\n]{0,200})\/>[ \t]*(?=[*`]{0,3}(?:\/|https?:\/\/))/g;

/** A component that is called as a method is, as `<Post/>` and `<HttpPost/>`. */
const called = new RegExp(`^(?:http|method|badge)?(${methods})(?:method|badge|tag)?$`, 'i');

/** An attribute that is a method and nothing else, as in `<Badge text="POST"/>`. */
const attributed = new RegExp(`\\s[\\w-]{1,40}=\\{?["'](${methods})["']\\}?(?=[\\s}]|$)`, 'gi');

/** A text with the method in place of each such component; one that names several says nothing. */
export function withMethods(text: string): string {
  return text.replace(tag, (whole: string, name: string, attributes: string) => {
    const found = [called.exec(name), ...attributes.matchAll(attributed)].flatMap(
      (one) => one?.[1]?.toUpperCase() ?? [],
    );
    const [method, ...others] = new Set(found);
    return method === undefined || others.length > 0 ? whole : `${method} `;
  });
}
