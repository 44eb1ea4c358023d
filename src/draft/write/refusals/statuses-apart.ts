/** Statuses of wrong parameters whose words name different faults: each fault has that of its words. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { type Fault, faultsNamed, linesNamed, type Named } from './named-faults.ts';

/** A fault as words name it, to be told from others. */
const keyOf = ({ subject, wrong }: Named): string => `${typeof subject === 'object' ? subject.name : subject} ${wrong}`;

/** What the words about a status name; null where they are about any request that is wrong. */
function namedBy(facts: Facts, status: number): Named[] | null {
  const named = linesNamed(facts, [status]).flatMap((line) => line.named);
  const isGeneral = named.some(({ subject }) => subject === 'request' || subject === 'what it holds');
  return named.length === 0 || isGeneral ? null : named;
}

/** The words about some statuses, as a question quotes them. */
const wordsOf = ({ answers }: Facts, statuses: number[]): string =>
  statuses
    .map((status) => `${status} "${quotedWords(answers.find((one) => one.status === status)?.words ?? '')}"`)
    .join(', ');

/** Whether the words about each of several statuses name faults of their own. */
function areApart(facts: Facts, statuses: number[]): boolean {
  const named = statuses.map((status) => namedBy(facts, status));
  if (statuses.length < 2 || named.includes(null)) return false;
  const keys = named.map((all) => new Set((all ?? []).map(keyOf)));
  return keys.every((own, at) => keys.every((other, i) => i === at || ![...own].some((key) => other.has(key))));
}

/** Tells the one of several statuses whose words alone name a fault, where those about each name faults of their own; else null. */
export function statusOfEach(facts: Facts, statuses: number[]): (fault: Fault) => number | null {
  if (!areApart(facts, statuses)) return () => null;
  const each = statuses.map((status) => ({ status, naming: faultsNamed(facts, [status]) }));
  return (fault) => {
    const [only, ...others] = each.filter(({ naming }) => naming(fault).length > 0);
    return others.length === 0 ? (only?.status ?? null) : null;
  };
}

/** The question which of several such statuses faults have that the words of more than one name, or of none by itself. */
export function apartTodos(facts: Facts, statuses: number[], isOpen: boolean): Todo[] {
  if (!isOpen || !areApart(facts, statuses)) return [];
  const what = `which of ${statuses.join(', ')} each fault has: the page has ${wordsOf(facts, statuses)}, and the draft takes either for each fault that both may name (refusals.parameters)`;
  return [{ name: 'statuses of faults', what }];
}

/** The question how a request without credentials is refused, where words speak of wrong ones, and of fields by their names alone. */
export function uncredentialedTodos(
  facts: Facts,
  credentials: number[],
  parameters: number[],
  isAsked: boolean,
): Todo[] {
  if (isAsked || facts.security?.value !== 'basic') return [];
  const named = parameters.map((status) => namedBy(facts, status));
  const areOfFields = named.every((all) => all?.every(({ subject }) => typeof subject === 'object'));
  if (!areOfFields || named.length === 0) return [];
  const what = `how a request without credentials is refused: the page has ${wordsOf(facts, [...credentials, ...parameters])}, and says it of neither; the draft takes ${[...parameters, ...credentials].join(' or ')}`;
  return [{ name: 'without credentials', what }];
}
