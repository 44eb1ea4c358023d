/** What a Playwright configuration imports from this package. */
export type { Results } from './formats/results.ts';
export { type ConformanceOptions, defineConformance } from './playwright/config.ts';
