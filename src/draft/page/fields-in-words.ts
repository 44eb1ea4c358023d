/** Fields in a sentence, each with its attributes in parentheses: "`code` (string) and `text` (string, max 80), both required". */
import { isQualified } from './doubts.ts';
import { addFields } from './fields.ts';
import { type Context, contextOf, unknownIn } from './heading-words.ts';
import type { Field, Reading } from './reading.ts';
import { statusesIn } from './status-words.ts';
import { attributesOf, lengthsOf } from './values.ts';

/** A name that the page marks as code, and what stands in parentheses behind it. */
const named = /`([A-Za-z_$][\w$.-]{0,60})` ?\(((?:[^()`]|\([^()`]{0,40}\)){1,120})\)/g;

/** What a sentence says of all its fields. */
const together =
  /\b(?:both|all|each|keduanya|semuanya|semua)\b(?: (?:of them|are|is|always|selalu|adalah)){0,3} (?:(required|mandatory|present|wajib|ada)|optional|opsional)\b/i;

/** The pieces among attributes that are none themselves, as the unit of a time. */
const besideAttributes = (inner: string): string =>
  inner
    .split(/[,;]\s*/)
    .filter((piece) => {
      const { schema, required } = attributesOf(piece);
      return schema === null && required === null && lengthsOf(piece) === null;
    })
    .join(', ');

/** The fields of a sentence; null where a word beside them, or an attribute, is not understood. */
function fieldsIn(sentence: string, title: string): { fields: Field[]; rest: string } | null {
  // Most sentences have none.
  if (!sentence.includes('` (') && !sentence.includes('`(')) return null;
  const all = together.exec(sentence);
  const ofAll = all === null ? null : all[1] !== undefined;
  const fields = [...sentence.matchAll(named)].map(([, name = '', inner = '']) => {
    const { schema, required, rest } = attributesOf(inner);
    const field: Field = {
      ...{
        name,
        at: `${title}, ${name}`,
        depth: 0,
        place: '',
        value: '',
        example: true,
        notes: besideAttributes(inner),
      },
      ...{ schema: schema ?? {}, required: required ?? ofAll },
    };
    return { field, isRead: rest.length === 0 && (schema !== null || required !== null) };
  });
  const rest = sentence.replace(named, ' ').replace(together, ' ').replaceAll('`', ' ');
  const isRead = fields.length > 0 && fields.every((one) => one.isRead) && !isQualified(rest);
  return isRead && unknownIn(rest).length === 0 ? { fields: fields.map(({ field }) => field), rest } : null;
}

/** Whether a sentence holds fields that are read. */
export const holdsFields = (sentence: string): boolean => fieldsIn(sentence, '') !== null;

/** Reads the fields in sentences that follow each other; one without a status goes with that of the sentence before it. */
export function readFieldsIn(sentences: string[], context: Context, reading: Reading): void {
  let before: number[] = [];
  for (const sentence of sentences) {
    const found = fieldsIn(sentence, reading.block.title);
    const own = statusesIn(found?.rest ?? sentence);
    if (own.length > 0) before = own;
    if (found === null) continue;
    const said = contextOf(found.rest.replace(/\d+/g, ' '));
    const isOfAnswer = said.side === 'response' || (said.side === null && before.length > 0);
    const [status = null, ...more] = isOfAnswer ? before : [];
    const side = isOfAnswer ? 'response' : (said.side ?? context.side);
    const kept = side === context.side && status === null ? context : { ...context, status, more };
    addFields(
      found.fields,
      { ...kept, side, place: said.place, error: context.error || said.error || (status ?? 0) >= 400 },
      reading,
    );
  }
}
