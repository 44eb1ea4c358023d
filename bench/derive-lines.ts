/** What docs/bench.md says of reading pages of a megabyte. */
import type { Derived } from './derive.ts';
import type { Bar } from './lines.ts';

const ms = (value: number): string => String(Math.round(value));

/** Most that a page of a megabyte may take, start-up included. */
const mostMs = 2000;

/** The bar of the shape that takes the longest. */
export function deriveBar(all: Derived[]): Bar {
  const [worst] = all.toSorted((one, other) => other.wallMs - one.wallMs);
  const wallMs = worst?.wallMs ?? 0;
  return {
    name: `\`npm run derive\` of a page of 1 MiB, worst shape (${worst?.shape}), wall time`,
    value: `${(wallMs / 1000).toFixed(1)} s`,
    limit: '2 s',
    met: wallMs < mostMs,
  };
}

/** Every shape. */
export function deriveLines(all: Derived[]): string[] {
  return [
    '## Pages of a megabyte',
    '',
    `\`npm run derive\` of a page of 1 MiB of each shape, npm and start-up included; medians of ${all[0]?.rounds ?? 0} runs. The page of one line shows what is start-up. A page with more fields or operations than are drafted at once is read all the same, and ends with a message that says so.`,
    '',
    '| shape | wall time, ms | processor time, ms |',
    '| --- | --- | --- |',
    ...all.map(({ shape, wallMs, cpuMs }) => `| ${shape} | ${ms(wallMs)} | ${ms(cpuMs)} |`),
    '',
  ];
}
