import type { Results, TargetResult } from '../../src/formats/results.ts';
import { appendHistory, type HistoryLine } from '../../src/results/history.ts';
import { clause, failing, results, target } from './results.ts';
import { finnet, pyng } from './sample-targets.ts';

const SINGA = { sourceTitle: 'Get Access Token', url: 'https://docs.singapay.example/access-token' };

/** SingaPay: conforms. */
function singapay(environment: 'sandbox' | 'mock'): TargetResult {
  return target({
    target: `singapay@${environment}`,
    title: 'SingaPay',
    clauses: Array.from({ length: 14 }, (_, n) =>
      clause({
        ...SINGA,
        id: `singapay-promise-${n}`,
        statement: `Promise ${n + 1} of 14 about the answer`,
        at: `Response, row ${n + 1}`,
        level: n % 5 === 4 ? 'should' : 'must',
      }),
    ),
    requests: 22,
  });
}

/** A run over three providers with every outcome in it, and hostile text in a statement, a header, a scope and bodies. */
export function sampleResults(): Results {
  return results([singapay('sandbox'), singapay('mock'), finnet('dev'), finnet('staging'), pyng()], {
    problems: [
      'The waiver of pyng-promise-2 for pyng matches nothing that failed: delete it from environments/sandbox.yaml.',
    ],
  });
}

/** The run before sampleResults(): another reading, a fixed and a newly failing clause, twice as fast. */
export function previousResults(): Results {
  const run = sampleResults();
  const targets = run.targets.map((each) => {
    if (each.target !== 'finnet@dev') return each;
    const clauses = each.clauses.map((result) => {
      if (result.id === 'finnet-token-type') return clause({ id: result.id, statement: result.statement });
      if (result.id === 'finnet-access-token')
        return failing({ id: result.id, statement: result.statement }, 'a string', 'null');
      return result.id === 'finnet-timestamp-window' ? clause({ id: result.id, statement: result.statement }) : result;
    });
    const readings = each.readings.map((reading) => ({ ...reading, follows: 'table' }));
    const exchanges = each.exchanges.map((known) => ({
      ...known,
      attempts: known.attempts.map((attempt) => ({ ...attempt, ms: 20 })),
    }));
    return { ...each, clauses, readings, exchanges };
  });
  return { ...run, startedAt: '2026-11-20T02:12:00.000Z', targets };
}

/** The history of `runs` runs that ends with sampleResults(). */
export function sampleHistory(runs = 12): HistoryLine[] {
  const verdicts = ['deviates', 'conforms', 'conforms', 'not-judged'] as const;
  let history: HistoryLine[] = [];
  for (let n = runs - 1; n > 0; n -= 1) {
    const run = previousResults();
    const startedAt = new Date(Date.parse('2026-11-22T02:12:00.000Z') - n * 86_400_000).toISOString();
    const targets = run.targets.map((each, at) => ({ ...each, verdict: verdicts[(n + at) % 4] ?? each.verdict }));
    history = appendHistory(history, { ...run, startedAt, targets });
  }
  return appendHistory(history, sampleResults());
}
