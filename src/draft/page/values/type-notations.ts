/** Types of texts with their lengths, in the notations of standards. */
import type { Schema } from '../../../formats/json.ts';

/** The text that a simple type of ISO 20022 is, as `Max128Text` and `Exact4NumericText`; null for anything else. */
export function iso20022(cell: string): Schema | null {
  const [, exact, from, to] =
    /^(?:Exact(\d{1,5})|(?:Min(\d{1,5}))?Max(\d{1,5}))(?:Alpha|Text|NumericText|AlphaNumericText)$/.exec(cell.trim()) ??
    [];
  const [least, most] = exact === undefined ? [from, to] : [exact, exact];
  if (most === undefined) return null;
  return { type: 'string', ...(least === undefined ? {} : { minLength: Number(least) }), maxLength: Number(most) };
}

/** The text that `an..18`, `an8..64` or `AN18` stands for, in the notation of ISO 8583; null for anything else. */
export function iso8583(cell: string): Schema | null {
  const [, least, dots, most] = /^(?:a|an|ans)\s*(\d*)(\.\.|\s)?\s*(?<=\D)(\d+)$/i.exec(cell.trim()) ?? [];
  if (most === undefined) return null;
  const from = dots === '..' ? Number(least) : Number(most);
  return { type: 'string', ...(from > 0 ? { minLength: from } : {}), maxLength: Number(most) };
}
