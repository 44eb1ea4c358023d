import type { Request } from '../scenario/build.ts';
import type { Text } from '../scenario/text.ts';

/** A shell command that sends the request again, every secret taken from the user's variables. */
export function curlOf(request: Request, baseUrl: Text): string {
  // With -X HEAD curl waits for a body that never comes.
  const how = request.method === 'HEAD' ? '--head' : `-i -X ${request.method}`;
  const lines = [`curl -sS ${how} "${baseUrl.shell}${request.target.shell}"`];
  const named = new Set(request.headers.map(([name]) => name.toLowerCase()));
  if (request.body !== null && !named.has('content-type')) lines.push("-H 'Content-Type:'");
  if (!named.has('accept')) lines.push("-H 'Accept:'");
  for (const [name, value] of request.headers) {
    lines.push(value.value === '' ? `-H '${name};'` : `-H "${name}: ${value.shell}"`);
  }
  if (request.body !== null) lines.push(`--data-binary "${request.body.shell}"`);
  return [...request.prelude, lines.join(' \\\n  ')].join('\n');
}
