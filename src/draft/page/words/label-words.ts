/** The labels of addresses, methods and media types, in English and Indonesian. */
import { keysIn } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isEnvironment } from './environments.ts';
import { remembered } from './remembered.ts';

/** What a label announces. */
export type Label =
  | 'method'
  | 'address'
  | 'server'
  | 'status'
  | 'media type'
  | 'answer media type'
  | 'each media type'
  | 'authentication';

const labelWords: Record<Label, readonly string[]> = {
  method: ['method', 'http method', 'metode', 'metode http', 'request method', 'verb', 'http verb', 'request type'],
  address: [
    ...[
      'url path',
      'path',
      'endpoint',
      'url',
      'uri',
      'token url',
      'token endpoint',
      'request url',
      'alamat',
      'jalur',
      'address',
      'resource',
    ],
    ...[
      'http request',
      'api endpoint',
      'access token url',
      'endpoint url',
      'relative path',
      'service url',
      'resource url',
      'api url',
      'api path',
      'request uri',
      'url endpoint',
    ],
  ],
  server: [
    'base',
    'base url',
    'base uri',
    'base address',
    'server',
    'host',
    'domain',
    'hostname',
    'host name',
    'nama host',
    'alamat dasar',
    'root',
    'root url',
  ],
  status: [
    'success status',
    'success code',
    'status code',
    'status',
    'http status',
    'http status code',
    'http code',
    'kode status',
    'kode http',
  ],
  'media type': [
    'content-type',
    'content type',
    'media type',
    'request content type',
    'consumes',
    'message format',
    'request format',
    'format permintaan',
    'format request',
    'format',
    'data format',
    'format data',
    'tipe format',
    'format type',
    'format pesan',
    'body format',
    'mime type',
    'tipe konten',
    'jenis konten',
    ...['jenis isi', 'tipe isi'],
  ],
  'answer media type': [
    ...['response format', 'response content type', 'response content-type', 'response media type', 'produces'],
    ...['format response', 'format respons', 'format jawaban', 'tipe konten respons'],
  ],
  // Those of both sides have words of their own, in whatever order.
  'each media type': [],
  authentication: [
    'authentication',
    'authorization',
    'authorizations',
    'auth',
    'auth type',
    'autentikasi',
    'otentikasi',
    'otorisasi',
    'security',
    ...['auth scheme', 'auth method', 'authentication scheme', 'authentication type', 'authentication method'],
    ...['authorization type', 'tipe autentikasi', 'jenis autentikasi', 'metode autentikasi', 'skema autentikasi'],
  ],
};

const labels = new Map(
  keysIn(labelWords).flatMap((label) => labelWords[label].map((word): [string, Label] => [word, label])),
);

/** What a label announces; any name of an environment announces its server. */
export const labelOf = (words: string): Label | undefined =>
  // A label is short, and most lines and cells are asked for.
  words.length > longestLabel ? undefined : (known(words) ?? undefined);

const known = remembered(
  (words: string): Label | null =>
    labels.get(words) ??
    labels.get(words.replaceAll('-', ' ')) ??
    (isEnvironment(words)
      ? 'server'
      : isAddressLabel(words)
        ? 'address'
        : ofBoth.test(words)
          ? 'each media type'
          : null),
);

const aSide = `(?:${word.the} )?${oneOf('requests?', 'responses?', 'answers?', 'repl(?:y|ies)', 'permintaan', 'respons', 'jawaban')}`;
const ofType = '(?:content|media|mime)[- ]types?';
const bothSides = `(?:${word.both} )?${aSide} (?:${word.and}|&|\\+) (?:(?:${word.of}|${word.for}) )?${aSide}`;
/** The media type of a request and of its answer at once. */
const ofBoth = pattern`^${oneOf(`${ofType} \\(?(?:(?:${word.of}|${word.for}) )?${bothSides}\\)?`, `${bothSides} ${ofType}`)}$`;

/** Characters of the longest label, which is the name of an environment. */
const longestLabel = 80;

/** Words of a label of an address, and those one of which it has. */
const addressWords =
  /^(?:(?:api|service|relative|relatif|resource|request|full|http|access|token|the|and|dan|method|metode|verb|sumber|url|uri|path|endpoint|alamat|jalur|name|lengkap)(?: |$)){2,5}$/;

/** Whether words name an address, in whatever order, as `relative URL` and `URL relatif` do. */
const isAddressLabel = (words: string): boolean =>
  /\b(?:url|uri|path|endpoint|alamat|jalur)\b/.test(words) && addressWords.test(words);

/** Whether a cell or the beginning of a line is one of the labels that are read. */
export function isLabel(text: string): boolean {
  const word = bare(text).toLowerCase();
  if (labelOf(word) !== undefined) return true;
  const [, name = '', environment = ''] = withEnvironment.exec(word) ?? [];
  return labelOf(name) !== undefined && isEnvironment(environment);
}

/** An address with the name of its environment, as `API endpoint (Sandbox)`. */
export const withEnvironment = /^([^([]{1,40}?)\s{0,2}[([]([^()[\]]{1,40})[)\]]$/;

/** Whether a label announces the address of a server. */
export function isServerLabel(text: string): boolean {
  return labelOf(bare(text).toLowerCase()) === 'server';
}

export const bare = (text: string): string => text.replace(/[*`]/g, '').replace(/:\s*$/, '').trim();

/** The name of a host that a value is, with a note that it is reached by HTTPS alone or without one; null for anything else. */
export function hostIn(value: string): string | null {
  const [, name = null] =
    /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)(?:\s+\((?:only )?(?:https|tls)(?: only| saja)?\))?$/i.exec(value) ?? [];
  return name;
}

/** The labels of a line that holds several of them with their values, as `Consumes: a/b · Produces: a/b`; the line itself where it does not. */
export function labelsApart(line: string): string[] {
  const pieces = line.split(/\s[·•|]\s/).map((piece) => piece.trim());
  const isLabelled = (piece: string): boolean => {
    const at = piece.indexOf(':');
    return at > 0 && isLabel(piece.slice(0, at)) && piece.slice(at + 1).trim() !== '';
  };
  return pieces.length > 1 && pieces.every(isLabelled) ? pieces : [line];
}
