/**
 * Declares the test of a target's good request. In a file of its own: where all tests of a spec stand in one other file with
 * another ending, Playwright takes the spec for one that was compiled from that file. It then finds the spec neither in UI mode
 * nor by its path, as editors run it.
 */
import { test } from './fixtures.ts';

type Declared = Parameters<typeof test>;

export const declareControl = (...declared: Declared): void => test(...declared);
