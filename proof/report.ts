/** The proof as a page. */
import { medianOfOthers, type Proof } from './proof.ts';

/** Most names of other clauses in a row. */
const most = 4;

function short(provider: string, ids: string[]): string {
  const names = ids.map((id) => id.replace(`${provider}-`, '')).sort();
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const list = (title: string, items: string[]): string[] =>
  items.length === 0 ? [] : ['', `${title}:`, '', ...items.map((item) => `- ${item}`)];

function section({ provider, mutants, survivors, kills, unproven, variants, flagged }: Proof): string[] {
  return [
    '',
    `## ${provider}`,
    '',
    `Mutants caught by the clause they break: ${mutants.killed} of ${mutants.total}. Conforming variants of which something was said: ${variants.flagged} of ${variants.total}.`,
    ...list('Survivors', survivors),
    ...list('Clauses without a mutant', unproven),
    ...list('Flagged', flagged),
    '',
    '| clause | caught | caught besides by |',
    '|---|---|---|',
    ...kills.map((row) => `| ${row.clause} | ${row.killed}/${row.total} | ${short(provider, row.besides)} |`),
  ];
}

/** Markdown of the proofs of all providers. */
export function proofPage(proofs: Proof[]): string {
  const rows = proofs.map(
    ({ provider, mutants, variants, kills }) =>
      `| ${provider} | ${mutants.killed}/${mutants.total} | ${variants.flagged}/${variants.total} | ${medianOfOthers(kills)} |`,
  );
  return [
    '# Proof: every clause turns red, and nothing else does',
    '',
    'Written by `npm run prove`. A mutant is the embedded mock with one deviation; it counts as caught only when the very',
    'clause it breaks fails, over real HTTP and through the whole engine. A variant is the mock answering in another way',
    'that conforms; any finding about it counts as flagged. Clauses that fail for a fault which another one reports do not count',
    'as turned red.',
    '',
    '| provider | mutants caught | variants flagged | other clauses turned red, median |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Combinations of variants were drawn with the seed ${proofs[0]?.seed}; \`npm run prove -- --seed <n>\` draws others.`,
    ...proofs.flatMap(section),
    '',
  ].join('\n');
}
