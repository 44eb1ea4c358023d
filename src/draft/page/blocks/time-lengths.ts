/** Lengths of times that a page gives beside the form of the time, which has a length as well. */
import { type Field, type Reading, shownBlock } from './reading.ts';

const shownTime = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;
const letters = /yyyy-MM-dd(?:'?T'?| )HH:mm:ss(\.S{1,9})?'?(Z|XXX|xx|TZD|[+-]\d\d:?\d\d)?/i;

/** Characters of the longest offset that each of these letters stands for. */
const offsets: Record<string, number> = { '': 0, Z: 1, XX: 5, XXX: 6, TZD: 6 };

/** Characters of a time in the form that words show; null where they show none. */
function lengthIn(words: string): number | null {
  const [form, fraction = '', zone = ''] = letters.exec(words) ?? [];
  const [shown = null] = shownTime.exec(words) ?? [];
  // `Z` may stand for an offset, as a sample of it shows.
  if (form === undefined || (zone === 'Z' && shown !== null && !shown.endsWith('Z'))) return shown?.length ?? null;
  return 19 + fraction.length + (offsets[zone.toUpperCase()] ?? zone.length);
}

/** Fields without the lengths that the forms of their times do not have; these are one question. */
export function withTimes(fields: Field[], reading: Reading): Field[] {
  const misfits: string[] = [];
  const fitted = fields.map((field): Field => {
    const { minLength, maxLength, ...schema } = field.schema;
    const long = lengthIn(`${field.value} ${field.notes}`);
    if (long === null || (long >= Number(minLength ?? 0) && long <= Number(maxLength ?? long))) return field;
    misfits.push(`the length of ${field.name}: ${maxLength ?? minLength}, or ${long} as the form of its time has`);
    return { ...field, schema };
  });
  if (misfits.length > 0)
    reading.todos.push({
      name: `lengths of times ${reading.block.title} ${reading.block.line}`,
      kind: { of: 'lengths' },
      what: `${misfits.join('; ')}: ${shownBlock(reading.block)} gives both`,
    });
  return fitted;
}
