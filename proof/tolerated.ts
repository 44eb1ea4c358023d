/** Every refusal the contracts allow, in the provider's own form. */
import type { Answer } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { AnswerMatch } from '../src/contract/types.ts';
import type { Json, Schema } from '../src/formats/json.ts';
import { controlId, type Scenario } from '../src/scenario/plan.ts';
import { withHeader, withMember, withStatus, withText } from './answers.ts';
import { allowed } from './by-demand.ts';
import type { Rig } from './rig.ts';

/** One allowed answer to a broken demand. */
export interface Allowed {
  name: string;
  scenario: Scenario;
  /** Clause that has to warn of it; null where nothing may be said. */
  warns: string | null;
  /** `grant` gives a faithful grant, whatever the request is. */
  answer(faithful: Answer, grant: () => Answer): Answer;
}

/** The values a schema of a contract lists; for a pattern, one that was written out beside it. */
function listed(schema: Schema): Json[] {
  if (schema['const'] !== undefined) return [schema['const']];
  if (Array.isArray(schema['enum'])) return schema['enum'];
  const patterns: Record<string, Json[]> = { '^400000[0-2]$': ['4000000', '4000002'] };
  return patterns[String(schema['pattern'])] ?? [];
}

/** A refusal by the server in front: a page, and none of the provider's form. */
const page = (answer: Answer, status: number): Answer =>
  withHeader(
    withText({ ...answer, status }, '<html><head><title>Refused</title></head><body>nginx</body></html>'),
    'Content-Type',
    'text/html',
  );

/** The answers that a row allows; who refuses in the provider's place does so in any form. */
function answersOf(match: AnswerMatch, isTolerated: boolean): Pick<Allowed, 'name' | 'answer'>[] {
  if (match.status === 'probe') return [];
  return match.status.flatMap((status) => {
    const own = (answer: Answer): Answer => {
      const put = withStatus(answer, status);
      if (status === 401) return withHeader(put, 'WWW-Authenticate', 'Basic realm="one"');
      return status === 405 ? withHeader(put, 'Allow', 'POST') : put;
    };
    if (isSuccess(status)) return [{ name: `${status}`, answer: (_answer, grant) => withStatus(grant(), status) }];
    const members = Object.entries(match.body);
    if (members.length === 0)
      return [
        { name: `${status}`, answer: own },
        ...(isTolerated
          ? [{ name: `${status} with a page`, answer: (answer: Answer) => page(own(answer), status) }]
          : []),
      ];
    return members.flatMap(([pointer, schema]) => {
      const values = listed(schema);
      if (values.length === 0) return [{ name: `${status}`, answer: own }];
      return values.map((value) => ({
        name: `${status} ${JSON.stringify(value)}`,
        answer: (answer: Answer) => withMember(own(answer), pointer, value),
      }));
    });
  });
}

/** Every documented and every tolerated answer to every broken demand. */
export function allowedAnswers(rig: Rig): Allowed[] {
  return rig.scenarios.flatMap((scenario) => {
    const { clause } = rig.asSent(scenario);
    if (clause?.kind !== 'demand' || !('refusal' in clause)) return [];
    const { documented, tolerated } = clause.refusal;
    const way = scenario.change?.way ?? '';
    const matches = [...documented, ...tolerated].filter(
      ({ narrowed, ways }) => !narrowed && (ways.length === 0 || ways.includes(way)),
    );
    const faithful = rig.faithful.get(scenario.id);
    const granted = (answer: Answer): Answer => rig.faithful.get(controlId) ?? answer;
    /** Whether the first row that describes an answer warns of it. */
    const warned = (answer: Answer): boolean => {
      const first = tolerated.find((match) => allowed(answer, [match], way));
      return clause.level !== 'may' && !allowed(answer, documented, way) && first?.effect === 'warns';
    };
    return matches.flatMap((match) =>
      answersOf(match, !documented.includes(match)).map(({ name, answer }) => ({
        name: `${scenario.id}: ${name}`,
        scenario,
        warns: faithful && warned(answer(faithful, () => granted(faithful))) ? clause.id : null,
        answer,
      })),
    );
  });
}
