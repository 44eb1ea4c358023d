/** The only file that talks to a target: one test for each clause. */
import '../src/playwright/spec.ts';
