/** The column of a table that says of each field whether its value may be null. */
import type { Json, Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const mayBeNull = [
  `${word.may} (?:be|ber(?:nilai|isi))? ?null`,
  `null(?: (?:${word.accepted}|possible|able))?`,
  ...['nullable', 'nullability', 'allows? null'],
];
const headed = pattern`^\W*(?:is )?${oneOf(...mayBeNull)}\W*$`;

const yes = /^(?:y|yes|true|ya|nullable|boleh|x|✓|✔|✅)$/i;
const no = /^(?:n|no|false|tidak|never|not null|-|–|—|✗|✘|❌|)$/i;

/** For each row whether its value may be null; null where no column says so, or a cell of it is not understood. */
export function nullsOf({ head, rows }: { head: string[]; rows: string[][] }): boolean[] | null {
  const at = head.findIndex((title) => headed.test(title));
  if (at < 0) return null;
  const cells = rows.map((row) => (row[at] ?? '').replaceAll('`', '').trim());
  return cells.every((cell) => yes.test(cell) || no.test(cell)) ? cells.map((cell) => yes.test(cell)) : null;
}

/** Whether the head of a column asks whether a value may be null. */
export const asksNull = (title: string): boolean => headed.test(title);

/** A schema whose value may be null as well; one without a type says nothing against it. */
export function orNull(schema: Schema): Schema {
  const { type, const: constant, enum: values, ...rest } = schema;
  const types: Json[] = [type ?? []].flat();
  if (types.length === 0 && constant === undefined && values === undefined) return schema;
  const listed = Array.isArray(values) ? values : constant === undefined ? null : [constant];
  return {
    ...rest,
    ...(types.length === 0 ? {} : { type: [...new Set([...types, 'null'])] }),
    ...(listed === null ? {} : { enum: [...new Set([...listed, null])] }),
  };
}
