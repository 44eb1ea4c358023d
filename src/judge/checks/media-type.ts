import type { Schema } from '../../formats/json.ts';
import { headerValues, mediaTypeOf } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';

/** `{ equals }`: the media type, in lower case and without parameters. */
export const mediaTypeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['equals'],
  properties: { equals: { type: 'string', pattern: '^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$' } },
};

/** `{ equals }`: a body has one Content-Type, with this media type; parameters and letter case are free. */
export const mediaType: Check = ({ response }, { equals }) => {
  const lines = headerValues(response, 'Content-Type');
  // RFC 9110, section 8.3: a message without content has no type. Another clause judges that it is empty.
  if (lines.length === 0 && response.body.length === 0)
    return inapplicable(`Content-Type: ${equals}`, 'an empty body, which has no type');
  const fine = lines.length === 1 && mediaTypeOf(response) === equals;
  return {
    verdict: fine ? 'pass' : 'fail',
    documented: `Content-Type: ${equals}`,
    received: lines.length === 0 ? 'no Content-Type' : lines.map((line) => `Content-Type: ${line}`).join(', and '),
    header: 'Content-Type',
  };
};
