/** The two ends of what is allowed of a value, and the ways that go beyond each. */
import type { Ways } from '../../../contract/default-ways.ts';
import type { End } from './wrong-words.ts';

/** The class of a group of keywords of which words name one end, by the other one. */
export type OneEnd = 'or-short' | 'or-long';

const ends: Record<End, string[]> = { long: ['too-long', 'too-large'], short: ['too-short', 'too-small'] };
export const classes: Record<End, OneEnd> = { long: 'or-short', short: 'or-long' };

/** The ways of a group that are one fault each: those at either end, and all others. */
export function faultsApart({ break: ways }: Ways): { end?: End; ways: string[] }[] {
  const atEnd = (end: End): string[] => ways.filter((way) => ends[end].includes(way));
  const others = ways.filter((way) => !Object.values(ends).flat().includes(way));
  return [
    ...(others.length > 0 ? [{ ways: others }] : []),
    ...(['short', 'long'] as const).flatMap((end) => (atEnd(end).length > 0 ? [{ end, ways: atEnd(end) }] : [])),
  ];
}
