import type { Results } from '../../src/formats/results.ts';
import type { BehaviourChange, ClauseChange, StillFailing, TargetChanges } from '../../src/results/compare.ts';
import { hasNews } from '../../src/results/compare.ts';
import type { Extras } from '../extras.ts';
import { count, instant, visible } from '../words.ts';
import { clauseHref, h, icon, type Markup } from './markup.ts';

/** The changes since the run compared with; null when no run was compared. */
export function changesSection(_results: Results, { changes }: Extras): Markup | null {
  if (changes === undefined) return null;
  const listed = changes.targets.filter((target) => hasNews(target) || target.stillFailing.length > 0);
  const news = changes.targets.some(hasNews) || changes.added.length > 0 || changes.removed.length > 0;
  return h`<section id="changes" class="panel" aria-labelledby="changes-title"><h2 id="changes-title" tabindex="-1">Since last time</h2>
<p class="quiet">Compared with the run of <time datetime="${changes.since}">${instant(changes.since)}</time>.${news ? null : ' Nothing changed.'}</p>
${listed.map(oneTarget)}
${names('Tested for the first time', changes.added)}${names('Not tested this time', changes.removed)}</section>`;
}

function oneTarget(target: TargetChanges): Markup {
  return h`<h3>${visible(target.target)}</h3><ul class="news">
${target.newlyFailing.map((change) => item('Newly failing', 'failed', target, change))}
${target.fixed.map((change) => item('Fixed', 'passed', target, change))}
${target.noLongerJudged.map((change) => item('No longer judged', 'not-judged', target, change))}
${target.changed.map(behaviour)}
${stillFailing(target)}</ul>`;
}

function item(
  label: string,
  outcome: 'failed' | 'passed' | 'not-judged',
  target: TargetChanges,
  change: ClauseChange,
): Markup {
  return h`<li><span class="badge s-${outcome}">${icon(outcome)}${label}</span><span><a href="${clauseHref(change.clause, target.target)}">${visible(change.statement)}</a>${change.detail && outcome !== 'passed' ? h` <span class="quiet">${visible(change.detail)}</span>` : null}</span></li>`;
}

const BEHAVIOUR: Readonly<Record<BehaviourChange['kind'], string>> = {
  reading: 'Another reading',
  status: 'Another status',
  header: 'Another header',
  slower: 'Slower',
};

function behaviour(change: BehaviourChange): Markup {
  const spread =
    change.scenarios > 1 && change.kind !== 'slower'
      ? h` <span class="quiet">in ${change.scenarios} scenarios</span>`
      : null;
  return h`<li><span class="badge s-changed">${BEHAVIOUR[change.kind]}</span><span>${visible(change.subject)}: <del>${visible(change.before)}</del> <span aria-hidden="true">→</span> <ins>${visible(change.after)}</ins>${spread}</span></li>`;
}

function stillFailing(target: TargetChanges): Markup | null {
  const list: readonly StillFailing[] = target.stillFailing;
  if (list.length === 0) return null;
  return h`<li class="still"><details><summary>${count(list.length, 'clause')} still failing</summary><ul>${list.map(
    (change) =>
      h`<li><a href="${clauseHref(change.clause, target.target)}">${visible(change.statement)}</a> <span class="quiet">since ${instant(change.since)}</span></li>`,
  )}</ul></details></li>`;
}

function names(label: string, list: readonly string[]): Markup | null {
  return list.length === 0 ? null : h`<p>${label}: ${list.map(visible).join(', ')}</p>`;
}
