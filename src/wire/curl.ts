import { tokenVariable } from '../scenario/auth/bearer.ts';
import type { Grant, Request } from '../scenario/build.ts';
import { cookieVariable } from '../scenario/cookies.ts';
import { joinShell, literal, type Shell, shellWord } from '../scenario/shell.ts';
import type { Text } from '../scenario/text.ts';

/**
 * Writes each option as curl's configuration takes it. Only a body keeps its line breaks: a header or an address with a
 * line break would become two.
 */
const quoteOptions =
  "perl -0 -pe 's/\\0//;s/[\\r\\n]//g unless /^data/;s/[\\\\\\x22]/\\\\$&/g;s/\\n/\\\\n/g;s/\\r/\\\\r/g;s/ = (.*)/ = \\x22$1\\x22\\n/s'";

const repeatedVariable = 'conformance_request';

const pipe = ' |\n  ';

/** Above this size, some versions of curl wait for 100 Continue before they send a body; the suite does not wait. */
const mostUnasked = 1024;

/**
 * Shell lines that send the request again, every secret taken from the user's variables. Curl reads its options from
 * standard input, so that no secret is among the arguments of a process. They run in bash and zsh, on Linux and macOS.
 */
export function curlOf(request: Request, baseUrl: Text): string {
  const lines = [
    ...(request.grant ? tokenLines(request.grant, baseUrl) : []),
    ...(request.cookiesOf ? cookieLines(request.cookiesOf(), baseUrl) : []),
    ...request.prelude,
    command(request, baseUrl, '-sS -i'),
  ];
  // In a subshell, so that the user's variables stay as they are.
  return (lines.length === 1 && !request.repeated ? lines : ['(', ...lines, ')']).join('\n');
}

function command(request: Request, baseUrl: Text, options: string): string {
  const pairs = optionsOf(request, baseUrl).map(([name, value]) => `${name} ${shellWord(value)}`);
  const method = request.method === 'HEAD' ? '--head' : `-X ${shellWord(literal(request.method))}`;
  // An empty value in a configuration would count as missing.
  const body = request.body?.value === '' ? " --data-raw ''" : '';
  const curl = (more: string): string => `curl ${more} ${method}${body} --http1.1 --globoff --path-as-is -K -`;
  const configuration = [[`printf '%s = %s\\0'`, ...pairs].join(' \\\n  '), quoteOptions].join(pipe);
  if (!request.repeated) return [configuration, curl(options)].join(pipe);
  // What is drawn or signed is made once, so that the same bytes are sent twice.
  const again = `printf '%s\\n' "$${repeatedVariable}"`;
  return [
    `${repeatedVariable}=$(`,
    configuration,
    ')',
    [again, curl('-sS -o /dev/null')].join(pipe),
    [again, curl(options)].join(pipe),
  ].join('\n');
}

function optionsOf(request: Request, baseUrl: Text): [name: string, value: Shell][] {
  const { body, headers, certificate } = request;
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const unsent = [
    ...(body !== null && !named.has('content-type') ? ['Content-Type'] : []),
    ...(named.has('accept') ? [] : ['Accept']),
    ...(named.has('user-agent') ? [] : ['User-Agent']),
    ...(body !== null && Buffer.byteLength(body.value) > mostUnasked ? ['Expect'] : []),
  ];
  const sent: [string, Shell][] = body === null || body.value === '' ? [] : [['data-raw', body.shell]];
  return [
    ['url', joinShell([baseUrl.shell, request.target.shell])],
    ...unsent.map((name): [string, Shell] => ['header', literal(`${name}:`)]),
    ...headers.map(([name, value]): [string, Shell] => [
      'header',
      value.value === '' ? literal(`${name};`) : joinShell([literal(`${name}: `), value.shell]),
    ]),
    ...(certificate?.options ?? []),
    ...sent,
  ];
}

/** Shell lines that first send the request for a token, and set the variable from which the other texts take it. */
function tokenLines({ request, pointer }: Grant, baseUrl: Text): string[] {
  const good = request();
  const names = pointer.split('/').slice(1);
  const member = names.map((name) => perlPattern(JSON.stringify(name.replaceAll('~1', '/').replaceAll('~0', '~'))));
  const take = `if(/${member.join('.*?')}\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"/s){$_=$1;s/\\\\u(....)/chr hex $1/ge;s/\\\\(.)/$1/g;print}`;
  return [
    `${tokenVariable}=$(`,
    ...good.prelude,
    [command(good, baseUrl, '-sS'), `perl -0777 -ne '${take.replaceAll('"', '\\x22')}'`].join(pipe),
    ')',
    `[ -n "$${tokenVariable}" ] || { printf '%s\\n' 'no token was granted' >&2; exit 1; }`,
  ];
}

/** Shell lines that first send the good request, and set the variable from which the other texts take the cookies it is given. */
function cookieLines(good: Request, baseUrl: Text): string[] {
  const take = `push@c,$1 if/^set-cookie:\\s*([^=;\\s]+=[^;\\r\\n]*)/i;END{print join q(; ),@c}`;
  return [
    `${cookieVariable}=$(`,
    ...good.prelude,
    [command(good, baseUrl, '-sS -o /dev/null -D -'), `perl -ne '${take}'`].join(pipe),
    ')',
  ];
}

/** A name as a Perl pattern, byte by byte: nothing in it ends the pattern or the quotes around it. */
function perlPattern(name: string): string {
  const bytes = Buffer.from(name).toString('latin1');
  return bytes.replace(/\W/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
