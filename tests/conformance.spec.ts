/** The only file that talks to a target: one test for each clause. */
import { fresh } from '../tools/fresh.ts';

await fresh('src/playwright/spec');
