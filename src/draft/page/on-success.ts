/** What pages say is there, or so, where a request succeeds: in the answer that grants it always is. */
import type { Field } from './reading.ts';

/** Words that say that a field is there in each answer that grants. */
const thereOnSuccess =
  /(?:^|[.;]\s+)(?:only )?(?:(?:always )?(?:there|present|returned|sent|included|given|mandatory|required)|ada|wajib|dikirim|dikembalikan|diisi)(?: (?:hanya|only))? (?:if|when|jika|bila|apabila|ketika) (?:(?!tidak|belum|not|never)\p{L}+ ){0,3}?(?:success|successful|succeeds|succeeded|berhasil|sukses)\W*(?:$|[.;:]\s)/iu;

/** The only word behind a colon is the value. */
const valueBehind = /^\W*:?\s*([A-Za-z][\w-]*)\.?$/;

/** Fields of an answer that grants: each that the page has for success is there, and its condition is met. */
export const onSuccess = (fields: Field[]): Field[] =>
  fields.map((field) =>
    thereOnSuccess.test(field.notes)
      ? {
          ...field,
          required: field.required ?? true,
          notes: field.notes
            .replace(thereOnSuccess, (said) => (said.trimEnd().endsWith(':') ? ': ' : '. '))
            .replace(valueBehind, 'Fixed value: $1')
            .replace(/^[.:] /, '')
            .trim(),
        }
      : field,
  );

/**
 * The names of what is in every answer, where a table without a status has some fields in answers that grant alone: the
 * others; none where it says so of no field.
 */
export function notOnSuccess(fields: Field[]): string[] {
  const others = fields.filter(({ notes, required }) => required === true && !thereOnSuccess.test(notes));
  return fields.some(({ notes }) => thereOnSuccess.test(notes)) ? others.map(({ name }) => name) : [];
}

const ifGranted =
  /\b(?:if|when|once|jika|bila|apabila|ketika) (?:(?!tidak|belum|not|never)\p{L}+ ){0,3}?(?:success|successful|succeeds|succeeded|berhasil|sukses)(?![\p{L}-])/giu;

/** A sentence about an answer without the condition that the request succeeds. */
export const withoutSuccess = (sentence: string): string => sentence.replace(ifGranted, ' ');
