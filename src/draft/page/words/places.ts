/** Where in a request a field is sent, as the cells of a table say it. */

import { own } from '../../../formats/json.ts';
import { lowerWords } from './lower-words.ts';

/** The places where a field may be sent. */
export type SentIn = 'header' | 'query' | 'path' | 'cookie' | 'body' | 'form';

/** Words that name a place. */
const named: Record<string, SentIn> = {
  ...{ header: 'header', headers: 'header', tajuk: 'header' },
  ...{ query: 'query', querystring: 'query', kueri: 'query' },
  ...{ path: 'path', jalur: 'path' },
  ...{ cookie: 'cookie', cookies: 'cookie' },
  ...{ body: 'body', payload: 'body', isi: 'body', badan: 'body', muatan: 'body' },
  ...{ form: 'form', formdata: 'form', formulir: 'form', urlencoded: 'form' },
};

/** Words that name one where nothing else does. */
const alone: Record<string, SentIn> = { url: 'query', uri: 'path', json: 'body' };

/** Words beside that of a place which say nothing of it; a string alone is a type. */
const beside = new Set(
  (
    'http https url uri json request response permintaan respons jawaban the in di pada dalam sebagai as ' +
    'parameter parameters param params item items string data field fields member members application'
  ).split(' '),
);

/** Where a cell says that a field is sent; undefined where it says something else. */
export function placeIn(cell: string): SentIn | undefined {
  const words = lowerWords(cell);
  if (words.length > mostWords) return undefined;
  if (!words.every((word) => beside.has(word) || own(named, word) !== undefined)) return undefined;
  const [one, ...others] = new Set(words.flatMap((word) => own(named, word) ?? []));
  // A form is a body.
  if (others.length > 0)
    return [one, ...others].every((place) => place === 'body' || place === 'form') ? 'form' : undefined;
  if (one !== undefined) return one;
  if (words.length === 1) return own(alone, words[0] ?? '');
  const isOfBody = words.includes('json')
    ? !words.some((word) => word === 'application' || word === 'string')
    : words.join(' ') === 'response item';
  return isOfBody ? 'body' : undefined;
}

/** Words of the longest cell that names a place. */
const mostWords = 5;

/** Whether a cell says where a field is sent. */
export function isPlace(cell: string): boolean {
  return placeIn(cell) !== undefined;
}
