/** A header of a finished request that is sent in every other place in its stead. */
import { sameHeader } from '../formats/header-name.ts';
import type { RequestDraft } from './draft.ts';
import { encoded, formValue, join, jsonString, type Text, unclosed, urlComponent } from './text.ts';

/** What of a request holds values: its path and query, its headers, and its body. */
interface Sent {
  target: Text;
  headers: [name: string, value: Text][];
  body: Text | null;
}

function withMember(body: Text, format: RequestDraft['format'], name: string, value: Text): Text {
  const isEmpty = /^(?:\{\s*\})?$/.test(body.value);
  if (format === 'form') return join(body, isEmpty ? '' : '&', `${formValue.encode(name)}=`, encoded(value, formValue));
  return join(unclosed(body), `${isEmpty ? '' : ','}${JSON.stringify(name)}:"`, encoded(value, jsonString), '"}');
}

const inAuthorization = (value: Text): [string, Text] => ['Authorization', join('Signature ', value)];

/**
 * The request with the value of a header in its stead in the query, a cookie, the body where it has one, and Authorization
 * where it sends none; as it is where it has no such header.
 */
export function withMoved({ target, headers, body }: Sent, header: string, format: RequestDraft['format']): Sent {
  const isIt = ([name]: readonly [string, Text]): boolean => sameHeader(name, header);
  const [name, value] = headers.find(isIt) ?? [];
  if (name === undefined || value === undefined) return { target, headers, body };
  const mark = target.value.includes('?') ? '&' : '?';
  return {
    target: join(target, `${mark}${urlComponent.encode(name)}=`, encoded(value, urlComponent)),
    headers: [
      ...headers.filter((line) => !isIt(line)),
      ['Cookie', join(`${name}=`, value)],
      ...(headers.some(([one]) => sameHeader(one, 'Authorization')) ? [] : [inAuthorization(value)]),
    ],
    body: body && withMember(body, format, name, value),
  };
}
