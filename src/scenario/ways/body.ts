import type { RequestDraft } from '../draft.ts';
import { formText, jsonText } from '../draft.ts';
import { join, plain, type Text, unclosed } from '../text.ts';
import type { Way } from './way.ts';

/** The good body as JSON, whatever format the operation takes. */
export function goodJson(draft: RequestDraft): Text {
  return jsonText(Object.fromEntries(draft.fields));
}

/** The good body as a form. */
export function goodForm(draft: RequestDraft): Text {
  return formText(draft.fields, 'compact');
}

const raw = (title: string, make: (draft: RequestDraft) => Text): Way => ({
  title: () => title,
  apply: (draft) => ({ ...draft, rawBody: make(draft) }),
});

const layout = (title: string, how: RequestDraft['layout']): Way => ({
  title: () => title,
  apply: (draft) => ({ ...draft, layout: how }),
});

const extra = (title: string): Way => ({
  title: () => title,
  apply: (draft) => ({ ...draft, fields: [...draft.fields, ['conformance_extra', plain('ignored')]] }),
});

/** Ways to break or vary the body as a whole. */
export const bodyWays: Record<'json' | 'form', Record<string, Way>> = {
  json: {
    malformed: raw('JSON that stops before its last brace', (draft) => unclosed(goodJson(draft))),
    'trailing-garbage': raw('JSON with a second brace behind it', (draft) => join(goodJson(draft), '}')),
    'no-content': { ...raw('an empty body', () => plain('')), breaks: 'out' },
    array: raw('a JSON array for a body', (draft) => join('[', goodJson(draft), ']')),
    string: raw('a JSON string for a body', () => plain('"client_credentials"')),
    null: raw('null for a body', () => plain('null')),
    'extra-member': extra('a member the page does not name'),
    spaced: layout('JSON over several lines', 'spaced'),
  },
  form: {
    'no-content': { ...raw('an empty body', () => plain('')), breaks: 'out' },
    // In a parameter of its own, before the others: a reader that keeps what it cannot decode spoils no credential.
    'bad-escape': raw('a form with a parameter whose escape does not decode', (draft) =>
      join('conformance_extra=%ZZ&', goodForm(draft)),
    ),
    'bad-utf8': raw('a form with a parameter whose escapes are not UTF-8', (draft) =>
      join('conformance_extra=%FF%FE&', goodForm(draft)),
    ),
    'extra-parameter': extra('a parameter the page does not name'),
    'reversed-parameters': {
      title: () => 'the parameters in reverse order',
      apply: (draft) => ({ ...draft, fields: [...draft.fields].reverse() }),
    },
    plus: layout('spaces as plus signs, colons raw', 'plus'),
    percent: layout('spaces as %20, colons escaped', 'percent'),
  },
};
