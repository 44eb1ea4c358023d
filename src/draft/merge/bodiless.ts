/** Which refusals of a page have no body, or not that of the others, as its sentences say. */
import type { AnswerFact, Statement, Todo } from '../facts/facts.ts';

/** Answers without the members that a page gives to others, and whether a status has none of those of every refusal. */
export function withoutBodies(
  statements: Statement[],
  answers: AnswerFact[],
  { todos }: { todos: Todo[] },
): { answers: AnswerFact[]; isBodiless: (status: number) => boolean } {
  const said = statements.flatMap((one) => one.bodies ?? []);
  const of = (says: 'none' | 'only'): number[] => said.flatMap((one) => (one.says === says ? one.statuses : []));
  const [none, only] = [of('none'), of('only')];
  const isBodiless = (status: number): boolean =>
    none.includes(status) || (status >= 400 && only.length > 0 && !only.includes(status));
  const isOfAll = statements.some(
    ({ refusals, answers: own }) => refusals !== undefined || own.some(({ shared }) => shared),
  );
  const unsure = said.filter(({ says }) => says === null);
  const [first] = unsure;
  if (first && isOfAll)
    todos.push({
      name: 'bodies of refusals',
      what: `which refusals hold what the page describes once for them: it says ${unsure.map(({ value, at }) => `"${value}" (${at})`).join(', ')}; the draft has it in all of them`,
    });
  const isOwn = ({ status, members, shared }: AnswerFact): boolean =>
    none.includes(status) && !shared && members.some(({ byStatus }) => !byStatus);
  const both = [...new Set(answers.filter(isOwn).map(({ status }) => status))];
  if (both.length > 0)
    todos.push({
      name: 'bodies described',
      what: `whether answers ${both.join(', ')} have a body: the page describes one, and says ${said.map(({ value }) => `"${value}"`).join(', ')}`,
    });
  return {
    isBodiless,
    answers: answers.map((one) => (one.shared && isBodiless(one.status) ? { ...one, members: [] } : one)),
  };
}
