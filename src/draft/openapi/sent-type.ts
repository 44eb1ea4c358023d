/** The media type of a request, whose body a description shows in one way, and whose header Content-Type may have another. */
import { bareType } from '../../contract/media-type.ts';
import type { Said, Todo } from '../facts/facts.ts';

const isMediaType = /^[a-z]+\/[\w.+-]+$/i;

/** The media type of a request, and what is open of it. */
export interface SentType {
  mediaType: Said | undefined;
  todos: Todo[];
}

/** A type that says more of the same form, as one of a vendor that is JSON, is the one that is sent; any other is a question. */
export function sentType(shown: Said | undefined, header: string | undefined, at: string): SentType {
  const type = bareType(header ?? '').toLowerCase();
  if (!isMediaType.test(type) || shown === undefined || shown.value === type) return { mediaType: shown, todos: [] };
  // What the converter of collections takes for text, or for anything, is of the type that is sent.
  const isOpen = /^(?:\*\/\*|text\/plain)$/.test(shown.value);
  if (isOpen || (shown.value === 'application/json' && type.endsWith('+json')))
    return { mediaType: { value: type, at }, todos: [] };
  const what = `the media type of the request: its body is shown as ${shown.value} (${shown.at}), and the header Content-Type has ${type} (${at})`;
  return { mediaType: shown, todos: [{ name: 'media type', what }] };
}
