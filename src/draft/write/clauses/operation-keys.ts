/** How operations beside the one that issues tokens refuse a request without the key of a scheme, by what words name. Pure. */
import type { JsonObject } from '../../../formats/json.ts';
import type { AnswerFact, HeaderFact, OtherFacts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { aboutStatus } from '../../page/words/fault-pieces.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { whoOrKey } from '../refusals/named-alone.ts';
import { absent, spoken, wrong } from '../refusals/refusal-words.ts';

/** The names of the refusals of a token, and of what else a request holds. */
interface Usual {
  token: string;
  request: string;
}

/** How these operations refuse a request without their keys. */
export interface OfKeys {
  /** The name of the refusal of a request without such a part, a key or none. */
  of(fact: HeaderFact, other: OtherFacts): string;
  /** Whether a request of an operation is refused as one without its token, for some key of it. */
  areAsToken(other: OtherFacts): boolean;
  rows: Record<string, JsonObject>;
  todos: Todo[];
}

interface Telling {
  status: number;
  words: string;
}

const token = /\b(?:tokens?|jwt)\b/i;
/** Whoever asks, and what may be the key. */
const ofAny = pattern`\b${oneOf(whoOrKey, 'headers?', 'api')}\b`;

const isRefusal = ({ status }: AnswerFact): boolean => status >= 400 && status < 500;

/** The answers whose words refuse a request for that key by its name. */
const naming = (name: string, answers: AnswerFact[]): Telling[] =>
  answers.filter(isRefusal).flatMap(({ status, words = '' }) => {
    const said = aboutStatus(words, status).map((one) => one.words);
    const isOf = (line: string): boolean => spoken(name).test(line) && (wrong.test(line) || absent.test(line));
    return said.some(isOf) ? [{ status, words }] : [];
  });

/** The words about 401 of an operation, where they are of its token alone. */
function ofTokenAlone({ answers }: OtherFacts): Telling[] {
  const { words = '' } = answers.find(({ status }) => status === 401) ?? {};
  const said = aboutStatus(words, 401).map((one) => one.words);
  return said.some((line) => token.test(line)) && !said.some((line) => ofAny.test(line))
    ? [{ status: 401, words }]
    : [];
}

/** What is said of a key: `null` where it is refused as a token is. */
function saidOf(
  fact: HeaderFact,
  other: OtherFacts,
  elsewhere: AnswerFact[],
): { statuses: number[]; asks: Telling[] } | null {
  const own = naming(fact.name, other.answers).map(({ status }) => status);
  if (own.length > 0) return own.join() === '401' ? null : { statuses: own, asks: [] };
  const others = naming(fact.name, elsewhere);
  const ofToken = ofTokenAlone(other);
  const statuses = [...new Set([...others.map(({ status }) => status), 401])].sort((one, next) => one - next);
  // What is said of the key where 401 is of something else is said of it here as well.
  const isOpen = statuses.length > 1 || (others.length === 0 && ofToken.length > 0);
  return isOpen ? { statuses, asks: [...ofToken, ...others] } : null;
}

/**
 * Reads how the keys of operations are refused.
 * @param answers those of the request for a token
 */
export function keysOfOperations(others: OtherFacts[], answers: AnswerFact[], usual: Usual): OfKeys {
  const found = others.flatMap((other) => {
    const elsewhere = [...answers, ...others.filter((one) => one !== other).flatMap((one) => one.answers)];
    const keys = [...other.headers, ...other.queries].filter(({ credential, required }) => credential && required);
    return keys.map((fact) => ({ other, fact, said: saidOf(fact, other, elsewhere) }));
  });
  const lists = [...new Set(found.flatMap(({ said }) => (said === null ? [] : [said.statuses.join(' or ')])))];
  const nameOf = (statuses: number[]): string => {
    const at = lists.indexOf(statuses.join(' or '));
    return `operation-key${at > 0 ? `-${at + 1}` : ''}`;
  };
  const open = found.flatMap(({ other, fact, said }) =>
    said && said.asks.length > 0 ? [{ other, fact, ...said }] : [],
  );
  return {
    of: (fact, other) => {
      if (!fact.credential) return usual.request;
      const said = found.find((one) => one.fact === fact && one.other === other)?.said ?? null;
      return said === null ? usual.token : nameOf(said.statuses);
    },
    areAsToken: (other) => found.some((one) => one.other === other && one.said === null),
    rows: Object.fromEntries(
      found.flatMap(({ said }) => {
        if (said === null) return [];
        const statement = `refused for its key (${said.statuses.join(' or ')})`;
        return [[nameOf(said.statuses), { statement, documented: [{ status: said.statuses }] }]];
      }),
    ),
    todos: open.map(({ other, fact, statuses, asks }) => ({
      name: `refusal key ${other.id}`,
      what: `how ${other.id} refuses a request without ${fact.name}: none of its words name it, the pages have ${asks.map(({ status, words }) => `${status} "${quotedWords(words)}"`).join(', ')}, and the draft takes ${statuses.join(' or ')} (refusals.${nameOf(statuses)})`,
    })),
  };
}
