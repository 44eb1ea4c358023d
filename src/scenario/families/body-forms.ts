/** The good body in other texts of the same meaning. */
import { isText, jsonText, type RequestDraft, type TextJson } from '../draft.ts';
import { encoded, formValue, join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';

const hex = (character: string, length: number): string => character.charCodeAt(0).toString(16).padStart(length, '0');

/** An escape, its digits in both letter cases. */
const unicodeEscape = (character: string): string => {
  const digits = hex(character, 4);
  return `\\u${character < 'm' ? digits : digits.toUpperCase()}`;
};

const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** How a JSON text of the fields is written. A value that holds a secret is left as it is: its shell form cannot be escaped. */
interface JsonForm {
  name?: (name: string) => string;
  value?: (value: string) => string;
  /** Between two tokens, and around the whole. */
  gap?: string;
  around?: string;
}

function jsonOf(
  { fields }: RequestDraft,
  { name = (own) => own, value = (own) => own, gap = '', around = '' }: JsonForm,
): Text {
  const written = (content: TextJson): Text =>
    isText(content) && content.shown === content.value ? plain(`"${value(content.value)}"`) : jsonText(content);
  const members = fields.map(([key, content], index) =>
    join(index === 0 ? '' : ',', gap, `"${name(key)}"`, gap, ':', gap, written(content), gap),
  );
  return join(around, '{', ...members, '}', around);
}

const json = (title: string, form: JsonForm): Way => ({
  title: () => title,
  apply: (draft) => ({ ...draft, rawBody: jsonOf(draft, form) }),
});

const form = (title: string, name: (name: string) => string, value: (content: Text) => Text): Way => ({
  title: () => title,
  apply: (draft) => ({
    ...draft,
    rawBody: join(
      ...draft.fields.flatMap(([key, content], index) => [
        index === 0 ? '' : '&',
        name(formValue.encode(key)),
        '=',
        value(isText(content) ? content : plain(JSON.stringify(content))),
      ]),
    ),
  }),
});

/** The first character alone would do for a reader that knows escapes; every one shows a reader that knows some. */
const everyCharacter = (text: string): string => text.replace(/[a-z]/g, unicodeEscape);

/** A value that hides nothing, written by `how`; any other as every form writes it. */
const ifPlain = (text: Text, how: (value: string) => string): Text =>
  text.shown === text.value ? plain(how(text.value)) : encoded(text, formValue);

/** Ways to write the good body otherwise. */
export const bodyRewrites: Record<string, Way> = {
  'json-escaped': json('an escape in each member name, the values in escapes', {
    name: (name) => name.replace(/^./, unicodeEscape),
    value: everyCharacter,
  }),
  'json-between': json('blanks, tabs and line breaks around the body and between all tokens', {
    gap: ' \t\r\n',
    around: ' \r\n\t',
  }),
  'form-escaped': form(
    'a letter of each parameter name escaped, and every character of the values',
    (name) => `${percent(name.charAt(0))}${name.slice(1)}`,
    (value) => ifPlain(value, (text) => percent(text)),
  ),
  'form-lower-case-escapes': form(
    'escapes in small letters',
    (name) => name.replace(/_/g, '%5f'),
    (value) =>
      ifPlain(value, (text) =>
        formValue
          .encode(text)
          .replace(/_/g, '%5f')
          .replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
      ),
  ),
};
