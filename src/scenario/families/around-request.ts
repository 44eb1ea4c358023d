/** The good request by another method, with its credentials in another place, or with a body of another kind. */
import { basicLine } from '../auth/basic.ts';
import { inputsOf, isText, type RequestDraft } from '../draft.ts';
import { altered, join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { asQuery, basicSpec, ofBody, way, withHeader, withHeaders, withoutAuth } from './parts.ts';

const overridden = (title: string, method: string, ...lines: [name: string, value: string][]): Way =>
  way(title, (draft) => withHeaders({ ...draft, method }, ...lines));

/** A way that is the good request, or as good as it, where that is sent by GET. */
const notOfGet = (own: Way): Way => ({ ...own, variants: ({ operation }) => (operation.method === 'GET' ? [] : ['']) });

/** Other methods, and what would override them. */
export const methods: Record<string, Way> = {
  'get-override': notOfGet(
    overridden(
      'GET, and POST in headers that override it',
      'GET',
      ['X-HTTP-Method-Override', 'POST'],
      ['X-HTTP-Method', 'POST'],
      ['X-Method-Override', 'POST'],
      ['X-Original-Method', 'POST'],
      ['X-Forwarded-Method', 'POST'],
    ),
  ),
  'get-method-query': notOfGet(
    way('GET, and _method=POST in the query', (draft) => ({
      ...draft,
      method: 'GET',
      query: [...draft.query, ...asQuery(['_method', 'POST'])],
    })),
  ),
  // A method that is registered, safe, and known to no provider (RFC 5323).
  search: overridden('the same request by SEARCH', 'SEARCH'),
  patch: overridden('the same request by PATCH', 'PATCH'),
  head: notOfGet(
    way('the same request by HEAD', (draft) => ({ ...draft, method: 'HEAD', bodiless: true, contentType: null })),
  ),
};

/** Other credentials, written as the good request writes its own. */
const lineOf = ({ auth }: RequestDraft, id: Text, secret: Text): Text =>
  basicLine(basicSpec(auth.map(({ spec }) => spec)), id, secret);

const inBasic = (title: string, how: (draft: RequestDraft, id: Text, secret: Text) => RequestDraft): Way =>
  way(title, (draft) => {
    const { id = plain(''), secret = plain('') } = inputsOf(draft);
    return how(draft, id, secret);
  });

/** As `inBasic`, for a way in which a wrong secret stands beside the good one. */
const withWrong = (...way: Parameters<typeof inBasic>): Way => ({ ...inBasic(...way), wrong: 'secret' });

const wrongBasic = (draft: RequestDraft, id: Text, secret: Text): RequestDraft =>
  withoutAuth(draft, [['Authorization', lineOf(draft, id, altered(secret))]]);

/** Credentials of HTTP Basic in a place of their own, or in two places. */
export const basicPlaces: Record<string, Way> = {
  'other-headers': inBasic('the credentials in headers beside Authorization', (draft, id, secret) =>
    withoutAuth(
      draft,
      ['Proxy-Authorization', 'X-Authorization', 'Authentication', 'X-Auth'].map((name) => [
        name,
        lineOf(draft, id, secret),
      ]),
    ),
  ),
  'wrong-header-good-body': ofBody(
    withWrong('a wrong secret in the header, the good one in the body', (draft, id, secret) => ({
      ...wrongBasic(draft, id, secret),
      fields: [...draft.fields, ['client_id', id], ['client_secret', secret]],
    })),
  ),
  'wrong-header-good-query': withWrong(
    'a wrong secret in the header, the good one in the query',
    (draft, id, secret) => ({
      ...wrongBasic(draft, id, secret),
      query: [...draft.query, [plain('client_id'), id], [plain('client_secret'), secret]],
    }),
  ),
  'wrong-first': withWrong('two Authorization lines, the good one last', (draft, id, secret) =>
    withoutAuth(draft, [
      ['Authorization', lineOf(draft, id, altered(secret))],
      ['Authorization', lineOf(draft, id, secret)],
    ]),
  ),
  'first-in-line': withWrong('two credentials in one Authorization line, the good ones first', (draft, id, secret) =>
    withoutAuth(draft, [['Authorization', join(lineOf(draft, id, secret), ', ', lineOf(draft, id, altered(secret)))]]),
  ),
  'in-one-line': withWrong('two credentials in one Authorization line', (draft, id, secret) =>
    withoutAuth(draft, [['Authorization', join(lineOf(draft, id, altered(secret)), ', ', lineOf(draft, id, secret))]]),
  ),
  'behind-bearer': inBasic('the credentials behind a Bearer token, in one line', (draft, id, secret) =>
    withoutAuth(draft, [['Authorization', join('Bearer none, ', lineOf(draft, id, secret))]]),
  ),
};

/** The client authenticated in two ways. */
export const twoMethods: Record<string, Way> = {
  'good-header-wrong-body': ofBody(
    inBasic('the good secret in the header, a wrong one in the body', (draft, id, secret) => ({
      ...draft,
      fields: [...draft.fields, ['client_id', id], ['client_secret', altered(secret)]],
    })),
  ),
};

/** The body without a field, which is sent in another place. */
export const misplaced: Record<string, Way> = {
  'field-in-header': way('the first field in a header and a cookie', (draft) => {
    const [name = '', value] = draft.fields[0] ?? [];
    const text = isText(value) ? value : plain('');
    const lines: RequestDraft['headers'] = [
      [name.replaceAll('_', '-'), text],
      ['Cookie', join(`${name}=`, text)],
    ];
    return { ...draft, fields: draft.fields.slice(1), headers: [...draft.headers, ...lines] };
  }),
  'wrong-body-good-query': way('a wrong first field in the body, the good one in the query', (draft) => {
    const [name = '', value] = draft.fields[0] ?? [];
    const text = isText(value) ? value : plain('');
    return {
      ...draft,
      fields: [[name, altered(text)], ...draft.fields.slice(1)],
      query: [...draft.query, [plain(name), text]],
    };
  }),
};

const boundary = 'conformance-boundary';

const body = (title: string, contentType: string, make: (draft: RequestDraft) => Text): Way =>
  way(title, (draft) => ({ ...draft, contentType, rawBody: make(draft) }));

const eachField = (draft: RequestDraft, how: (name: string, value: Text) => Text): Text =>
  join(...draft.fields.flatMap(([name, value]) => (isText(value) ? [how(name, value)] : [])));

/** The good parameters in another kind of body. */
export const bodies: Record<string, Way> = {
  multipart: body('the parameters as multipart/form-data', `multipart/form-data; boundary=${boundary}`, (draft) =>
    join(
      eachField(draft, (name, value) =>
        join(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`, value, '\r\n'),
      ),
      `--${boundary}--\r\n`,
    ),
  ),
  xml: body('the parameters as XML', 'application/xml', (draft) =>
    join(
      '<request>',
      eachField(draft, (name, value) => join(`<${name}>`, value, `</${name}>`)),
      '</request>',
    ),
  ),

  'other-subtype': way('the body under another subtype', (draft) => ({
    ...draft,
    contentType: draft.format === 'form' ? 'application/x-www-form-urlencode' : 'application/jsonp',
  })),
  'two-types': way('two Content-Type lines that differ', (draft) => ({
    ...withHeader({ ...draft, contentType: null }, 'Content-Type', 'text/plain', String(draft.contentType)),
  })),
};
