/** Descriptions whose lines were joined: what is labelled in them begins a sentence of its own. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';

const labels = oneOf(
  '(?:(?:max(?:imum)?|min(?:imum)?) )?length',
  '(?:allowed|possible|accepted|valid|enum) values?',
  ...['example', 'default', 'format', 'pattern', 'panjang(?: (?:maks(?:imal)?|min(?:imal)?))?', 'contoh'],
);
const label = everywhere`(?<=[\p{L}\d)]) +(?=${labels}: \S)`;

/** A description with a full stop before each label that stands behind other words with a capital, as `Code of the shop Length: 18` has it. */
export const labelsSetApart = (notes: string): string =>
  notes.includes(': ')
    ? notes.replace(label, (gap, at: number) => (/\p{Lu}/u.test(notes[at + gap.length] ?? '') ? '. ' : gap))
    : notes;
