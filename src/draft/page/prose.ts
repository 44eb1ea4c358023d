/** What the sentences of a page state of the media type and of how a client authenticates. */
import type { Statement } from '../facts/facts.ts';
import type { Block } from './blocks.ts';
import { readLabels } from './labels.ts';
import { isOtherTopic } from './outline.ts';
import { createReading, type Reading } from './reading.ts';

const negated = /\b(not|never|no longer|instead of|without|deprecated|bukan|tidak)\b/i;

const mediaTypes: readonly (readonly [RegExp, string])[] = [
  [/application\/x-www-form-urlencoded/i, 'application/x-www-form-urlencoded'],
  [/application\/(?:[\w.-]+\+)?json/i, 'application/json'],
  [/\bform[- ](?:url[- ]?)?encoded\b/i, 'application/x-www-form-urlencoded'],
];

/** Authentication that only words speak of, and how a message calls it. */
const proofs: readonly (readonly [RegExp, string])[] = [
  [/\bhmac\b/i, 'an HMAC'],
  [/\b(client certificate|mutual tls|mtls|two-way (ssl|tls))\b/i, 'a client certificate'],
  [/\b(client_assertion|private_key_jwt|jwt assertion|jwt bearer)\b/i, 'a signed JWT'],
  [/\bdigest authentication\b/i, 'digest authentication'],
  [/\b(requests?|calls?|body|payload|headers?)\b[^.]*\b(are|is|must be|be) signed\b/i, 'a signature'],
];

const requestWords =
  /\b(request|sent|send|parameters?|body|post(ed)?|content-type|submit|encoded|permintaan|dikirim)\b/i;
const answerWords = /\b(response|answer|returns?|returned|reply|respons)\b/i;

/** A method and an address in a sentence, as in `Send a POST to /token`. */
const sentMethod = /\b(GET|POST|PUT)\b[`*]*\s+(?:(?:requests?\s+)?(?:to|ke)\s+)?[`*]*((?:https?:\/)?\/[^\s`*),;]+)/;
const endpointIs = /\b(?:endpoint|url)\s+(?:is|adalah)\s+[`*<]*(https?:\/\/[^\s`*>),;]+|\/[^\s`*>),;]+)/i;

/** Reads the address of the token endpoint in a sentence; one that uses the token has another address. */
function readAddress(sentence: string, title: string, statement: Statement): void {
  if (isOtherTopic(sentence)) return;
  const [, method, sent] = sentMethod.exec(sentence) ?? [];
  const place = (sent ?? endpointIs.exec(sentence)?.[1])?.replace(/[.]$/, '') ?? '';
  const path = place.replace(/^https?:\/\/[^/]*/i, '');
  if (
    /token|auth|login|otorisasi|otentikasi/i.test(path) &&
    statement.path === undefined &&
    statement.servers.length === 0
  )
    readLabels([`Endpoint: ${method === undefined ? '' : `${method} `}${place}`], title, statement);
}

/** Reads lines of text; the status that a label in them gives to what follows is the second value. */
export function readLines(block: Extract<Block, { kind: 'lines' }>): { reading: Reading; status: number | null } {
  const reading = createReading(block, 'text');
  const { statement } = reading;
  // The lines of a message are read as a sample: a header of an answer is no label.
  const message = block.lines.findIndex((line) => /(^|\s)HTTP\/\d/.test(line));
  const lines = message < 0 ? block.lines : block.lines.slice(0, message);
  const status = readLabels(lines, block.title, statement);
  const at = `${block.title}, text`;
  for (const sentence of lines
    .join('\n')
    .replace(/\n(?!\n)/g, ' ')
    .split(/(?<=[.!?])\s+|\n+/)) {
    if (negated.test(sentence)) continue;
    const [one, ...others] = new Set(mediaTypes.flatMap(([pattern, type]) => (pattern.test(sentence) ? [type] : [])));
    const written = /application\/[\w.+-]+/i
      .exec(sentence)?.[0]
      .toLowerCase()
      .replace(/[.+-]+$/, '');
    if (one && others.length === 0 && requestWords.test(sentence) && !answerWords.test(sentence))
      statement.mediaType ??= { value: written ?? one, at };
    const [address] = /https?:\/\/[^\s<>"'`),]+/.exec(sentence) ?? [];
    if (
      address !== undefined &&
      /\bbase (url|uri|path)\b|\b(requests?|calls?) (are|is|must be) (made|sent) to\b/i.test(sentence)
    )
      readLabels([`Base URL: ${address.replace(/[.]$/, '')}`], block.title, statement);
    readAddress(sentence, block.title, statement);
    if (/\b(http )?basic auth(entication|orization)?\b/i.test(sentence)) statement.security ??= { value: 'basic', at };
    for (const [pattern, value] of proofs)
      if (pattern.test(sentence) && !statement.unclear.some((known) => known.value === value))
        statement.unclear.push({ value, at });
  }
  return { reading, status };
}
