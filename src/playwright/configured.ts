/** What the configuration itself leaves out of the tests of a target, beside what the options of the command say. */
import type { FullConfig, FullProject } from '@playwright/test/reporter';
import { type CommandIdentity, configuredSelection } from '../results/identity.ts';

/** What selects the tests of a target in its project: those of its provider, whatever a team selects of its own. */
export function testsOf(provider: string): { grep: RegExp; grepInvert: RegExp[]; testIgnore: RegExp[] } {
  return { grep: new RegExp(`@${provider}(?![\\w-])`), grepInvert: [], testIgnore: [] };
}

const sources = (patterns: FullProject['testIgnore'] | FullProject['grepInvert']): string =>
  [patterns ?? []].flat().map(String).join(' ');

/**
 * The identity of a command, from what Playwright resolved: a shard that the configuration names counts like the option, and
 * a project that was changed after `defineConformance` gives the selection a word more.
 */
export function asConfigured(
  run: CommandIdentity,
  { shard }: Pick<FullConfig, 'shard'>,
  { grep, grepInvert, testIgnore }: Pick<FullProject, 'grep' | 'grepInvert' | 'testIgnore'>,
  provider: string,
): CommandIdentity {
  const ours = testsOf(provider);
  const isChanged = sources(grep) !== sources(ours.grep) || sources(grepInvert) !== '' || sources(testIgnore) !== '';
  const selectors = [run.selectors, isChanged ? configuredSelection : ''].filter(Boolean).join(' ');
  return { ...run, selectors, shard: run.shard ?? shard };
}
