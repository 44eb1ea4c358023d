import { bareType } from '../../contract/media-type.ts';
import type { RequestDraft } from '../draft.ts';
import { goodForm, goodJson } from './body.ts';
import type { Way } from './way.ts';

const other = { json: 'form', form: 'json' } as const;
const mediaTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

const labelled = (title: (draft: string) => string, contentType: (draft: RequestDraft) => string | null): Way => ({
  title: ({ name }) => title(name),
  apply: (draft) => ({ ...draft, contentType: contentType(draft) }),
});

const rewritten = (format: 'json' | 'form', title: string): Way => ({
  title: () => title,
  apply: (draft) => ({
    ...draft,
    contentType: mediaTypes[format],
    rawBody: format === 'json' ? goodJson(draft) : goodForm(draft),
  }),
});

const documented = ({ contentType, format }: RequestDraft): string => bareType(contentType ?? mediaTypes[format]);
const capital = (type: string): string => type.replace(/^./, (letter) => letter.toUpperCase());

/** Ways to break or vary the Content-Type, some with the body that belongs to it. */
export const mediaTypeWays: Record<string, Way> = {
  absent: {
    ...labelled(
      () => 'no Content-Type',
      () => null,
    ),
    breaks: 'out',
  },
  text: {
    ...labelled(
      () => 'a body labelled text/plain',
      () => 'text/plain',
    ),
    breaks: 'any',
  },
  mislabelled: labelled(
    (name) => `a ${name} body labelled as ${mediaTypes[name === 'form' ? 'json' : 'form']}`,
    (draft) => mediaTypes[other[draft.format]],
  ),
  json: rewritten('json', 'a JSON body'),
  form: rewritten('form', 'a form body'),
  capitalised: labelled(
    () => 'the media type with a capital letter',
    (draft) => capital(documented(draft)),
  ),
  'capitalised-charset': labelled(
    () => 'the media type with a capital letter and a charset',
    (draft) => `${capital(documented(draft))}; charset=utf-8`,
  ),
  charset: labelled(
    () => 'the media type with a charset',
    (draft) => `${documented(draft)}; charset=utf-8`,
  ),
};
