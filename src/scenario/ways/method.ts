import { inputsOf, isText, type RequestDraft, withWay } from '../draft.ts';
import { replayed } from '../replay.ts';
import { plain, type Text } from '../text.ts';
import type { Way } from './way.ts';

const as = (method: string): Way => ({
  title: () => `the same request by ${method}`,
  breaks: 'any',
  apply: (draft) => ({ ...draft, method }),
});

/** The parameters of the body, for the query. */
const asQuery = (draft: RequestDraft): RequestDraft['query'] => [
  ...draft.query,
  ...draft.fields.flatMap(([name, value]) =>
    isText(value) ? [[plain(name), value] satisfies RequestDraft['query'][number]] : [],
  ),
];

/** The id and the secret of HTTP Basic in another place, and no Authorization. */
const moved = (place: string, add: (draft: RequestDraft, id: Text, secret: Text) => Partial<RequestDraft>): Way => ({
  title: () => `the credentials in the ${place}, no Authorization`,
  rests: ['id-and-secret'],
  breaks: 'own',
  moves: 'basic',
  apply: (draft) => {
    const { id = plain(''), secret = plain('') } = inputsOf(draft);
    return { ...draft, auth: withWay(draft.auth, 'absent', 'basic'), ...add(draft, id, secret) };
  },
});

/** Ways to send the request by another method. */
export const methodWays: Record<string, Way> = {
  get: as('GET'),
  post: as('POST'),
  put: as('PUT'),
  'get-query': {
    title: () => 'GET with the parameters in the query',
    apply: (draft) => ({
      ...draft,
      method: 'GET',
      contentType: null,
      rawBody: plain(''),
      query: asQuery(draft),
    }),
  },
};

/** Ways to send in the query what belongs elsewhere. */
export const queryWays: Record<string, Way> = {
  'parameters-in-query': {
    title: () => 'the parameters in the query, and an empty body',
    rests: ['body-parameters'],
    breaks: 'own',
    apply: (draft) => ({ ...draft, rawBody: plain(''), query: asQuery(draft) }),
  },
  'credentials-in-query': moved('query', ({ query }, id, secret) => ({
    query: [...query, [plain('client_id'), id], [plain('client_secret'), secret]],
  })),
};

/** Ways to send in the body what belongs elsewhere. */
export const misplacedWays: Record<string, Way> = {
  'credentials-in-body': moved('body', ({ fields }, id, secret) => ({
    fields: [...fields, ['client_id', id], ['client_secret', secret]],
  })),
};

/** Ways to send the whole request otherwise, without breaking any demand. */
export const wholeWays: Record<string, Way> = {
  again: { title: () => 'the good request a second time', apply: (draft) => draft },
  later: {
    title: () => 'the good request at half the token’s life',
    rests: ['lifetime'],
    apply: (draft) => draft,
  },
  [replayed]: {
    title: () => 'the good request sent again, byte for byte',
    rests: ['anew'],
    apply: (draft) => draft,
  },
  'lower-case-headers': {
    title: () => 'header names in lower case',
    apply: (draft) => ({
      ...draft,
      rewriteHeaders: [
        ...draft.rewriteHeaders,
        (headers) => headers.map(([name, value]) => [name.toLowerCase(), value]),
      ],
    }),
  },
};
