/** What a Playwright configuration imports from this package. */

/**
 * What `results.json` in the folder of the report holds; its schema is `payment-token-conformance/formats/results.schema.json`.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import type { Results } from 'payment-token-conformance';
 * const results: Results = JSON.parse(readFileSync('conformance-report/results.json', 'utf8'));
 * export const verdicts = results.targets.map(({ target, verdict }) => `${target}: ${verdict}`);
 * ```
 */
export type { Results } from './formats/results.ts';
export { defineConformance } from './playwright/config.ts';
export type { ConformanceOptions } from './playwright/options.ts';
