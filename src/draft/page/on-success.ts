/** What pages say is there, or so, where a request succeeds: in the answer that grants it always is. */
import type { Field } from './reading.ts';

const there =
  '(?:always )?(?:there|present|returned|sent|included|given|mandatory|required|ada|wajib|dikirim|dikembalikan|diisi)';
const succeeding = '(?:success|successful|succeeds|succeeded|berhasil|sukses)';

/** Words that say that a field is there in each answer that grants. */
const thereOnSuccess = RegExp(
  `(?:^|[.;]\\s+)(?:(?:only|hanya) )?${there}(?: (?:hanya|only))? (?:if|when|on|jika|bila|apabila|ketika) (?:(?!tidak|belum|not|never)\\p{L}+ ){0,3}?${succeeding}\\W*(?:$|[.;:]\\s)`,
  'iu',
);

/** That a field is there on success alone: every word of it is understood, so that it is no choice of an answer that grants. */
const onlyOnSuccess = RegExp(
  `(?:^|[.;,(]\\s*)(?:(?:(?:only|hanya) )?${there}(?: (?:hanya|only))?|only|hanya) (?:if|when|on|upon|in case of|jika|bila|apabila|ketika|saat) (?:(?:the|this|a|request|call|it|is|was|answer|login|authentication|permintaan|panggilan|transaksi|proses|respons|autentikasi) ){0,4}${succeeding}(?: only| saja)?\\s*(?:\\)|(?=$|[.;:,]))`,
  'iu',
);

/** The only word behind a colon is the value. */
const valueBehind = /^\W*:?\s*([A-Za-z][\w-]*)\.?$/;

/** A value before the words that it is there on success: a sentence of its own. */
const valueBefore = /^(\s*["“`][\w.-]{1,60}["”`]),\s+(?=\p{L})/u;

/** A value that is nothing but that of success, as `0000` between the marks of code before `if successful`. */
const valueOnSuccess =
  /^\s*(`[\w.-]{1,60}`|"[\w.-]{1,60}") (?:(?:is sent|dikirim) )?(?:if|when|on|jika|bila|apabila|ketika) (?:(?:the|request|permintaan|it|is|was) ){0,3}(?:success|successful|succeeds|succeeded|berhasil|sukses)[\s.]*$/iu;

/** A code and the word for success behind it, and nothing else: `00 = sukses`. */
const codeOfSuccess =
  /^\s*[`"]?((?=[\w.-]*\d)[\w.-]{1,60})[`"]?\s*(?:=|:|–|—|->|→|means|is|artinya|berarti|adalah)\s*(?:success(?:ful)?|succeeded|sukses|berhasil)[\s.]*$/iu;

const withValueApart = (field: Field): Field => {
  const notes = field.notes.replace(valueBefore, '$1. ');
  return notes !== field.notes && thereOnSuccess.test(notes) ? { ...field, notes } : field;
};

/** A field that is there on success, without the words for that. */
const withoutCondition = (field: Field): Field => ({
  ...field,
  required: true,
  notes: field.notes
    .replace(onlyOnSuccess, '')
    .replace(valueBehind, 'Fixed value: $1')
    .replace(/^[\s.:;,]+/, '')
    .trim(),
});

/**
 * Fields of an answer that grants: each that the page has for success is there, its condition is met, and the value that it
 * has then is its only one; what refusals have alike takes no value from it.
 */
export const onSuccess = (fields: Field[]): Field[] =>
  fields
    .map((field) => ({
      ...field,
      notes: field.notes.replace(valueOnSuccess, 'Fixed value: $1').replace(codeOfSuccess, 'Fixed value: `$1`'),
    }))
    .map(withValueApart)
    .map((field) => (onlyOnSuccess.test(field.notes) ? withoutCondition(field) : field))
    .map((field) =>
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
 * others, those too that may be there; none where it says so of no field.
 */
export function notOnSuccess(fields: Field[]): string[] {
  const isOfSuccess = (notes: string): boolean => thereOnSuccess.test(notes) || onlyOnSuccess.test(notes);
  const others = fields.filter(({ notes, required }) => required !== null && !isOfSuccess(notes));
  return fields.some(({ notes }) => isOfSuccess(notes)) ? others.map(({ name }) => name) : [];
}

const ifGranted =
  /\b(?:if|when|once|jika|bila|apabila|ketika) (?:(?!tidak|belum|not|never)\p{L}+ ){0,3}?(?:success|successful|succeeds|succeeded|berhasil|sukses)(?![\p{L}-])/giu;

/** A sentence about an answer without the condition that the request succeeds. */
export const withoutSuccess = (sentence: string): string => sentence.replace(ifGranted, ' ');
