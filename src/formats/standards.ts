/** The standards that clauses cite where neither a page nor a contract gives their addresses. */

const titles = {
  rfc3986: 'Uniform Resource Identifier',
  rfc4648: 'Base Encodings',
  rfc6265: 'HTTP State Management',
  rfc6749: 'OAuth 2.0',
  rfc6750: 'Bearer Token Usage',
  rfc7515: 'JSON Web Signature',
  rfc7518: 'JSON Web Algorithms',
  rfc7519: 'JSON Web Token',
  rfc7523: 'JWT Profile for Client Authentication',
  rfc7617: 'HTTP Basic',
  rfc8259: 'JSON',
  rfc8693: 'OAuth 2.0 Token Exchange',
  rfc8725: 'JSON Web Token Best Current Practices',
  rfc9110: 'HTTP Semantics',
  rfc9112: 'HTTP/1.1',
  rfc9449: 'Demonstrating Proof of Possession (DPoP)',
} satisfies Record<`rfc${number}`, string>;

/** A standard, by the name that ends its address. */
export type Standard = keyof typeof titles;

/** The title and the address of a standard. */
export const standardCalled = (key: Standard): { title: string; url: string } => ({
  title: `RFC ${key.slice(3)} ${titles[key]}`,
  url: `https://www.rfc-editor.org/rfc/${key}`,
});

/** Whether a text is the name of a standard. */
export const isStandard = (key: string): key is Standard => Object.hasOwn(titles, key);
