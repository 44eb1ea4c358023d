/** The near misses of a credential: other values, which a comparison that is not exact takes for it. */
import type { Schema } from '../formats/json.ts';
import { change, flippedCase, join, lengthened, plain, shortened, type Text } from './text.ts';

/** Another value that is made of one, with what a title says of it. */
interface NearMiss {
  title: string;
  make: (text: Text) => Text;
}

/** A text with a character at its start or its end that holds nothing to hide; the whole may. */
function beside(title: string, put: (text: Text) => Text): NearMiss {
  const make = (text: Text): Text => {
    const { value, shell, secrets } = put(text);
    return {
      ...{ value, shell, shown: `${text.shown}‹${title}›` },
      secrets: text.secrets.length > 0 ? [...secrets, value] : secrets,
    };
  };
  return { title, make };
}

const behind = (character: string, title: string): NearMiss => beside(title, (text) => join(text, plain(character)));

/** A value with a blank before the character in its middle; behind the only one of a value that has no other. */
function parted(value: string): string {
  const characters = [...value];
  const middle = Math.max(1, Math.floor(characters.length / 2));
  return [...characters.slice(0, middle), ' ', ...characters.slice(middle)].join('');
}

/**
 * The near misses of a credential: what a comparison that trims, folds the letter case or looks at a part only takes for the
 * credential. What takes something off the end of a text is of one of three kinds, and each has a character that all of the kind
 * take off: a blank (every trim, whatever else it takes, and CHAR columns of SQL), a line feed (chomp, readers of lines, `$` of
 * a pattern), and NUL (C strings, and HMAC and PBKDF2, which pad their keys with it).
 */
export const nearMisses: Record<string, NearMiss> = {
  shortened: { title: 'cut by its last character', make: shortened },
  lengthened: { title: 'with one more character', make: lengthened },
  'flipped-case': { title: 'in the other letter case', make: flippedCase },
  'blank-before': beside('with a blank before it', (text) => join(' ', text)),
  'blank-after': behind(' ', 'with a blank after it'),
  'line-after': behind('\n', 'with a line break after it'),
  'nul-after': behind('\0', 'with a NUL after it'),
  'blank-inside': {
    title: 'with a blank inside',
    make: (text) =>
      change(text, {
        value: parted,
        shown: (shown) => `${shown}‹with a blank inside›`,
        command: "perl -CS -0777 -pe '$m=int(length($_)/2)||1;substr($_,$m,0)=q( )'",
      }),
  },
};

/** The one that finds what none of the others finds only where a server takes off blanks inside a value and nowhere else. */
const rare = 'blank-inside';

/** The near misses of a credential that is no header, as a demand tries them: in every profile, and in the deep one alone. */
export const missesOf = (name: (miss: string) => string = (miss) => miss): { break: string[]; deep: string[] } => ({
  break: Object.keys(nearMisses).flatMap((miss) => (miss === rare ? [] : [name(miss)])),
  deep: [name(rare)],
});

/**
 * Near misses of a value that is sent in a header as it is. A blank or tab on either side of a field value is no part of it, and
 * a line break or NUL cannot be sent (RFC 9110, 5.5).
 */
export const headerMisses = ['shortened', 'lengthened', 'flipped-case', 'blank-inside'] as const;

const uuid = /^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why a near miss of a value says nothing; null when it is another value than the one it is made from. */
export function noMiss(miss: string, text: Text | undefined, schema: Schema = {}): string | null {
  const { value, secrets } = text ?? plain('');
  if (miss === 'flipped-case' && !/[a-zA-Z]/.test(value)) return 'it holds no letter';
  // An identifier that is one may be documented as such or not; a secret that only looks like one is a text as any other.
  if (miss === 'flipped-case' && (schema['format'] === 'uuid' || (secrets.length === 0 && uuid.test(value))))
    return 'it is a UUID, which is read in either letter case (RFC 9562, section 4)';
  if (miss === 'shortened' && value.length < 2) return 'it has one character only';
  return null;
}
