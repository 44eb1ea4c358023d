/** What changed between two runs, as lines for a terminal. */
import { type BehaviourChange, type Changes, type ClauseChange, hasNews } from '../src/results/compare.ts';
import { instant, visible } from './words.ts';

const behaviours: Readonly<Record<BehaviourChange['kind'], string>> = {
  reading: 'another reading',
  status: 'another status',
  header: 'another header',
  slower: 'slower',
};

function clauseLine(word: string, { clause, detail }: ClauseChange): string {
  return `    ${word}  ${clause}${detail === '' ? '' : `: ${visible(detail)}`}`;
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
    ...added.map((target) => `  ${visible(target)} was not tested before`),
    ...removed.map((target) => `  ${visible(target)} is not tested any more`),
  ];
  return [`Since ${instant(since)}:${lines.length === 0 ? ' nothing changed' : ''}`, ...lines];
}
