/** What changed between two runs, as lines for a terminal. */
import { type BehaviourChange, type Changes, type ClauseChange, hasNews } from '../src/results/compare.ts';
import { instant, visible } from './words.ts';

/** What is said of each kind of change. */
export const behaviours: Readonly<Record<BehaviourChange['kind'], string>> = {
  reading: 'another reading',
  status: 'another status',
  header: 'another header',
  slower: 'slower',
};

function clauseLine(word: string, { clause, detail }: ClauseChange): string {
  return `    ${word}  ${clause}${detail === '' ? '' : `: ${visible(detail)}`}`;
}

/** Which targets a run tests that the earlier one did not, and the reverse. */
export function cameAndWent(
  { added, removed }: Pick<Changes, 'added' | 'removed'>,
  shown: (target: string) => string,
): string[] {
  return [
    ...added.map((target) => `${shown(target)} was not tested before`),
    ...removed.map((target) => `${shown(target)} is not tested any more`),
  ];
}

/** What changed between two runs, target by target. */
export function changeLines({ since, targets, added, removed }: Changes): string[] {
  const news = targets.filter((target) => hasNews(target) || target.stillFailing.length > 0);
  const lines = [
    ...news.flatMap((target) => [
      `  ${visible(target.target)}`,
      ...target.newlyFailing.map((change) => clauseLine('newly failing', change)),
      ...target.fixed.map((change) => clauseLine('fixed', { ...change, detail: '' })),
      ...target.noLongerJudged.map((change) => clauseLine('no longer judged', change)),
      ...target.changed.map(
        ({ kind, subject, before, after }) =>
          `    ${behaviours[kind]}  ${visible(subject)}: ${visible(before)} → ${visible(after)}`,
      ),
      ...target.stillFailing.map((change) => `    still failing  ${change.clause}, since ${instant(change.since)}`),
    ]),
    ...cameAndWent({ added, removed }, visible).map((line) => `  ${line}`),
  ];
  return [`Since ${instant(since)}:${lines.length === 0 ? ' nothing changed' : ''}`, ...lines];
}
