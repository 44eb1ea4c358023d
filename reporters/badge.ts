import type { Results, TargetVerdict } from '../src/formats/results.ts';
import { partsOf } from './partial.ts';
import { headline } from './words.ts';

/** A badge in the form that shields.io calls an endpoint. */
interface Badge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
}

/** From the worst to the best: a badge has the colour of the worst target. */
const colours: readonly (readonly [TargetVerdict, string])[] = [
  ['error', 'purple'],
  ['deviates', 'red'],
  ['not-judged', 'yellow'],
  ['conforms', 'brightgreen'],
];

/** The verdict of a run as a badge; a part of it is no green one, as it is none to the gate. */
export function badgeOf(results: Results): Badge {
  const [, color = 'lightgrey'] =
    colours.find(([verdict]) => results.targets.some((target) => target.verdict === verdict)) ?? [];
  const [part, ...others] = partsOf(results);
  if (!part) return { schemaVersion: 1, label: 'conformance', message: headline(results), color };
  const share = others.length === 0 ? `, ${part.share}` : '';
  return {
    schemaVersion: 1,
    label: 'conformance',
    message: `${headline(results)} (partial run${share})`,
    color: color === 'brightgreen' ? 'yellow' : color,
  };
}
