/** The good request written otherwise, with the same meaning: a conforming provider grants it. */
import { bareType, bodyFormat } from '../../contract/media-type.ts';
import type { Contract } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import { join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { bodyRewrites } from './body-forms.ts';
import { type Family, grantsTokens, type Origin, type Row } from './family.ts';
import { optional, optionalRows } from './optional-members.ts';
import { ofBody, way, withHeader, withHeaders } from './parts.ts';

const rewritten = (title: string, how: (headers: [string, Text][]) => [string, Text][]): Way =>
  way(title, (draft) => ({ ...draft, rewriteHeaders: [...draft.rewriteHeaders, how] }));

const line = (title: string, name: string, ...values: string[]): Way =>
  way(title, (draft) => withHeader(draft, name, ...values));

const lines = (title: string, ...added: [name: string, value: string][]): Way =>
  way(title, (draft) => withHeaders(draft, ...added));

const typed = (title: string, how: (type: string) => string): Way =>
  ofBody(
    way(title, (draft) => ({
      ...draft,
      contentType: draft.contentType === null ? null : how(bareType(draft.contentType)),
    })),
  );

const accepts: Record<string, Way> = {
  'accept-any': line('Accept: */*', 'Accept', '*/*'),
  'accept-absent': line('no Accept', 'Accept'),
  'accept-lines': line(
    'two Accept lines, with lists, ranges and weights',
    'Accept',
    'text/html;q=0.1, application/xml;q=0.2',
    'application/*;q=0.9, */*;q=0.1',
  ),
};

const mediaTypes: Record<string, Way> = {
  'charset-quoted': typed(
    'the charset in quotation marks, without a blank before it',
    (type) => `${type};charset="utf-8"`,
  ),
  'charset-upper-case': typed('name and value of the charset in capitals, apart', (type) => `${type} ; CHARSET=UTF-8`),
};

const headers: Record<string, Way> = {
  'upper-case-names': rewritten('header names in capitals, in reverse order, with blanks after their values', (all) =>
    all.map(([name, value]): [string, Text] => [name.toUpperCase(), join(value, ' \t')]).reverse(),
  ),
  'no-agent': rewritten('no User-Agent', (all) => all.filter(([name]) => !sameHeader(name, 'User-Agent'))),
  'of-clients': lines(
    'headers that other clients send',
    ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
    ['X-Request-Id', 'conformance-1'],
    ['Accept-Language', 'id-ID, id;q=0.9, en;q=0.5, *;q=0.1'],
    ['Cache-Control', 'no-cache'],
    ['DNT', '1'],
    ['X-Requested-With', 'XMLHttpRequest'],
    ['Cookie', 'theme=dark; conformance=1'],
    ['Accept-Encoding', 'gzip;q=0.8, identity;q=1.0, *;q=0'],
  ),
  'other-agent': rewritten('another User-Agent', (all) =>
    all.map(([name, value]) => [
      name,
      sameHeader(name, 'User-Agent') ? plain('Mozilla/5.0 (X11; Linux x86_64) Java/17') : value,
    ]),
  ),
};

const schemes: Record<string, Way> = {
  'scheme-upper-case': rewritten('the scheme in capitals, two blanks after it', (all) =>
    all.map(([name, value]) => [
      name,
      sameHeader(name, 'Authorization') ? afterScheme(value, (scheme) => `${scheme.toUpperCase()} `) : value,
    ]),
  ),
};

/** A header value with its first word rewritten; the mechanism makes that word a literal in each form of the text. */
function afterScheme(text: Text, how: (scheme: string) => string): Text {
  const first = (form: string): string => form.replace(/^\S+/, how);
  const [start, ...rest] = text.shell;
  const shell = start?.kind === 'literal' ? [{ ...start, text: first(start.text) }, ...rest] : text.shell;
  return { ...text, value: first(text.value), shown: first(text.shown), shell };
}

const connections: Record<string, Way> = {
  closed: lines('Connection: close', ['Connection', 'close']),
  chunked: ofBody(lines('the body in chunks', ['Transfer-Encoding', 'chunked'])),
};

const targets: Record<string, Way> = {
  'escaped-path': way('a letter of the path percent-encoded', (draft) => ({
    ...draft,
    path: draft.path.replace(/[a-z]$/, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
  })),
};

const rule = (at: string, standard: 'rfc9110' | 'rfc9112' | 'rfc6749' | 'rfc8259', must = true): Origin => ({
  standard,
  at,
  level: must ? 'must' : 'should',
});

/** The check of a good request: it is granted a token, or answered as one that is accepted. */
const good = (contract: Contract): { check: string } => ({ check: grantsTokens(contract) ? 'granted' : 'accepted' });

function bodyRows(contract: Contract): Row[] {
  const { operation } = contract;
  const judged = good(contract);
  if (operation.mediaType === null) return [];
  return bodyFormat(operation.mediaType) === 'form'
    ? [
        {
          what: 'form-escapes',
          statement: 'A character of a form may be percent-encoded, whichever it is and in either letter case.',
          origin: rule('Appendix B', 'rfc6749'),
          ways: ['form-escaped', 'form-lower-case-escapes'],
          judged,
        },
      ]
    : [
        {
          what: 'json-escapes',
          statement: 'A character of a JSON string may be written as an escape, in names and in values.',
          origin: rule('section 7', 'rfc8259'),
          ways: ['json-escaped'],
          judged,
        },
        {
          what: 'json-whitespace',
          statement: 'Blanks, tabs and line breaks between the tokens of a JSON text mean nothing.',
          origin: rule('section 2', 'rfc8259'),
          ways: ['json-between'],
          judged,
        },
      ];
}

function headerRows(contract: Contract): Row[] {
  const { operation } = contract;
  const judged = good(contract);
  const rows: Row[] = [
    {
      what: 'accept',
      statement: 'Every Accept that takes JSON is answered with JSON.',
      origin: rule('section 12.5.1', 'rfc9110'),
      ways: Object.keys(accepts),
      judged,
    },
    {
      what: 'media-type',
      statement: 'The media type and its charset are read in any letter case, quoted or not, with blanks or without.',
      origin: rule('section 8.3.1', 'rfc9110'),
      ways: Object.keys(mediaTypes),
      judged,
    },
    {
      what: 'header-form',
      statement: 'Header names are read in any letter case and any order, and blanks after a value mean nothing.',
      origin: rule('section 5.1, section 5.5', 'rfc9110'),
      ways: ['upper-case-names'],
      judged,
    },
    {
      what: 'other-headers',
      statement: 'A header that the provider does not know changes nothing.',
      origin: rule('section 5.1', 'rfc9110', false),
      ways: Object.keys(headers).filter((way) => way !== 'upper-case-names'),
      judged,
    },
    {
      what: 'connection',
      statement:
        'A request is granted whether the connection is closed after it or kept, and its body sent whole or in chunks.',
      origin: rule('section 7.1, section 9.3', 'rfc9112'),
      ways: Object.keys(connections),
      judged,
    },
    {
      what: 'path',
      statement: 'A letter of the path that is percent-encoded is the same letter.',
      // Many servers route by the path as it came, so that a failure is reported and has no effect.
      origin: { standard: 'rfc3986', at: 'section 6.2.2.2', level: 'may' },
      ways: Object.keys(targets),
      judged,
    },
  ];
  if (operation.control.auth.some(({ mechanism }) => mechanism === 'basic'))
    rows.push({
      what: 'scheme',
      statement: 'The scheme Basic is read in any letter case, with one blank or more behind it.',
      origin: rule('section 11.1, section 11.4', 'rfc9110'),
      ways: Object.keys(schemes),
      judged,
    });
  return rows;
}

/** The good request written otherwise. */
export const same: Family = {
  name: 'same',
  about:
    'the good request written otherwise: escapes, charsets, Accept lists, header case, connections, optional members',
  ways: { ...bodyRewrites, ...accepts, ...mediaTypes, ...headers, ...schemes, ...connections, ...targets, ...optional },
  rows: (contract) => [
    ...bodyRows(contract),
    ...headerRows(contract),
    ...(grantsTokens(contract) ? optionalRows(contract) : []),
  ],
};
