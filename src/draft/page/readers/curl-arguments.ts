/** The arguments of a curl command. */
import { parseArgs } from 'node:util';

const curlOptions = {
  request: { type: 'string', short: 'X' },
  header: { type: 'string', short: 'H', multiple: true },
  data: { type: 'string', short: 'd', multiple: true },
  'data-raw': { type: 'string', multiple: true },
  'data-binary': { type: 'string', multiple: true },
  json: { type: 'string', multiple: true },
  form: { type: 'string', short: 'F', multiple: true },
  'data-urlencode': { type: 'string', multiple: true },
  user: { type: 'string', short: 'u' },
  url: { type: 'string' },
} as const;

/** Words of a command that are parsed at once: the time for more of them grows faster than they do. */
const mostWords = 200;

/** The words of a command in parts; each ends with a word that is no option, so that no option loses its value. */
function argumentsIn(words: string[]): string[][] {
  const parts: string[][] = [[]];
  let isPlain = true;
  for (const word of words) {
    const last = parts.at(-1);
    if (isPlain && last && last.length >= mostWords) parts.push([word]);
    else last?.push(word);
    isPlain = !word.startsWith('-');
  }
  return parts;
}

/** What curl sends of a value that it encodes: of `name=content` it is the content alone. */
function encoded(value: string): string {
  const at = value.indexOf('=');
  const content = value.slice(at + 1).replace(/[%&+=]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${value.slice(0, at + 1)}${content}`;
}

/** The arguments of a command: its addresses and other words, and all values of an option. */
export function curlArguments(words: string[]): {
  positionals: string[];
  many: (name: keyof typeof curlOptions) => string[];
} {
  const parsed = argumentsIn(words).map((args) =>
    parseArgs({ args, options: curlOptions, strict: false, allowPositionals: true }),
  );
  return {
    positionals: parsed.flatMap((one) => one.positionals),
    many: (name) => {
      const given = parsed
        .flatMap(({ values }) => values[name] ?? [])
        .filter((one): one is string => typeof one === 'string');
      return name === 'data-urlencode' ? given.map(encoded) : given;
    },
  };
}
