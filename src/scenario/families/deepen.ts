/** The deep profile of a contract: its own clauses, and those that the families make of it. */
import type { AnswerMatch, Clause, Contract, DemandClause, Refusal } from '../../contract/types.ts';
import { probeOperationId } from '../../contract/types.ts';
import { plan, seenFrom } from '../plan.ts';
import { around } from './around.ts';
import { type Family, grantsTokens, type Row, sourceOf } from './family.ts';
import { families } from './index.ts';
import { names } from './names.ts';
import { same } from './same.ts';
import { tokens } from './tokens.ts';
import { values } from './values.ts';

/** An operationId as part of an id. */
const kebab = (id: string): string =>
  id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();

/** Statuses of the network, whoever asks for what. */
const ofTheNetwork = [407, 408, 425, 429];

/** Statuses by which a provider, or the server before it, says that it does not take a request (RFC 9110, 15.5). */
const clientErrors = Array.from({ length: 100 }, (_, index) => 400 + index).filter(
  (one) => !ofTheNetwork.includes(one),
);

/** Statuses by which a server leads elsewhere (RFC 9110, 15.4). */
const leading = [301, 302, 303, 307, 308];

/**
 * What a provider may do with a request that no page describes: refuse it as the demand says, or as any refusal of the
 * contract, or by a status that says that it was not taken. Which of them is nobody's promise; that it gives no token is.
 */
function anyRefusal(
  contract: Contract,
  base: DemandClause,
  { probe, mayLead, mayAnswer }: Pick<Row, 'probe' | 'mayLead' | 'mayAnswer'>,
): Refusal {
  const refuses = ({ status }: AnswerMatch): boolean => status === 'probe' || status.every((one) => one >= 400);
  const own = base.refusal.documented;
  const others = Object.values(contract.refusals).flatMap(({ documented }) => documented);
  const known = probe ? own : [...own, ...others.filter((match) => match.status !== 'probe')];
  const byStatus: AnswerMatch = {
    status: mayLead ? [...clientErrors, ...leading] : clientErrors,
    body: {},
    narrowed: false,
    nothing: false,
    ways: [],
    effect: 'notes',
    note: 'No page says how such a request is refused.',
  };
  return {
    name: 'deep',
    statement: probe ? base.refusal.statement : 'refused, with any status that the provider has for it (4xx)',
    ...(mayAnswer ? { mayAnswer } : {}),
    documented: known.filter(refuses),
    tolerated: [
      byStatus,
      ...base.refusal.tolerated.flatMap((match) =>
        // A grant of less than was asked for grants nothing of what is broken (RFC 6749, 3.3); that it may name nothing is
        // the finding of the demand itself.
        match.narrowed ? [{ ...match, nothing: true }] : refuses(match) && match.status !== 'probe' ? [match] : [],
      ),
    ],
  };
}

function clauseOf(contract: Contract, family: Family, row: Row): Clause {
  const { origin, judged, ways, statement } = row;
  const { id: operation } = contract.operation;
  const placed =
    'clause' in origin
      ? { level: origin.level ?? origin.clause.level, source: origin.clause.source, at: origin.clause.at }
      : 'source' in origin
        ? origin
        : fromStandard(contract, origin);
  const base = {
    ...placed,
    ...('clause' in origin && origin.clause.find !== undefined ? { find: origin.clause.find } : {}),
    id: `${contract.provider}-deep-${family.name}-${row.what}${grantsTokens(contract) ? '' : `-${kebab(operation)}`}`,
    statement,
    gate: false,
    deep: true as const,
    where: 'clause' in origin ? origin.clause.where : contract.file,
    operations: [row.probe ? probeOperationId : operation],
    ...(row.probe ? { needs: 'probe' as const } : {}),
  };
  const request = { ...(row.part ?? { part: 'family' as const, name: family.name }), ways, deep: [] };
  if ('refused' in judged)
    return {
      ...base,
      kind: 'demand',
      request,
      refusal: anyRefusal(contract, judged.refused, row),
      like: judged.refused,
    };
  return {
    ...base,
    kind: 'promise',
    check: judged.check,
    on: judged.on ?? ['granted'],
    parameters: judged.with ?? {},
    request: ways.length > 0 ? request : null,
    ...(judged.unreached ? { unreached: judged.unreached } : {}),
  };
}

/** A fact of a standard that the contract does not cite binds its provider to nothing: it is advice. */
function fromStandard(contract: Contract, origin: Extract<Row['origin'], { standard: unknown }>) {
  const { source, cited } = sourceOf(contract, origin.standard);
  const level = cited || origin.level !== 'must' ? origin.level : ('should' as const);
  return { level, source, at: origin.at };
}

/** The rows that ask something of this contract: a way may have nothing to change in it. */
function rowsOf(contract: Contract, family: Family): Row[] {
  return family.rows(contract).flatMap((row) => {
    const ways = row.ways.filter((way) => family.ways[way]?.variants?.(contract).length !== 0);
    return row.ways.length > 0 && ways.length === 0 ? [] : [{ ...row, ways }];
  });
}

/** Requests that a run of the profile may send to a provider, and those of them that are not in the plan: tokens, measurements. */
const budget = { most: 250, unplanned: 8 };

/** The share of the operation that grants tokens, with the protected resource of the environment; each other has a share of one. */
const sharesOfToken = 5;

/** A way of a row, and the requests that it takes. */
interface Offer {
  row: Row;
  way: string;
  requests: number;
}

/** What families ask of one operation. */
interface Asked {
  view: Contract;
  rows: { family: Family; row: Row }[];
  /** The first way of each row, then the second of each: rows and their ways are in the order of what they find. */
  offers: Offer[];
}

function askedOf(view: Contract, asking: readonly Family[]): Asked {
  const rows = asking.flatMap((family) => rowsOf(view, family).map((row) => ({ family, row })));
  const offers = rows.flatMap(({ family, row }) =>
    row.ways.map((way, turn) => ({ row, way, turn, requests: family.ways[way]?.variants?.(view).length ?? 1 })),
  );
  return { view, rows, offers: offers.sort((one, other) => one.turn - other.turn) };
}

const needOf = ({ offers }: Asked): number => offers.reduce((sum, { requests }) => sum + requests, 0);

/**
 * How many requests each operation has, that of tokens first: its share of the room, or what it needs where that is less.
 * What one leaves is there for the others.
 */
function shared(room: number, needs: number[]): number[] {
  const given = needs.map(() => 0);
  let open = needs.map((_need, index) => index);
  let left = room;
  while (open.length > 0) {
    const shareOf = (index: number): number => (index === 0 ? sharesOfToken : 1);
    const all = open.reduce((sum, index) => sum + shareOf(index), 0);
    const most = (index: number): number => Math.floor((Math.max(0, left) * shareOf(index)) / all);
    const modest = open.filter((index) => (needs[index] ?? 0) <= most(index));
    const settled = modest.length > 0 ? modest : open;
    const amounts = settled.map((index) => Math.min(needs[index] ?? 0, most(index)));
    for (const [at, index] of settled.entries()) given[index] = amounts[at] ?? 0;
    left -= amounts.reduce((sum, amount) => sum + amount, 0);
    open = open.filter((index) => !settled.includes(index));
  }
  return given;
}

/** The clauses that so many requests are enough for. */
function clausesWithin({ view, rows, offers }: Asked, room: number): Clause[] {
  let left = room;
  const taken = new Set(
    offers.filter(({ requests }) => {
      if (requests > left) return false;
      left -= requests;
      return true;
    }),
  );
  return rows.flatMap(({ family, row }) => {
    const ways = [...taken].filter((offer) => offer.row === row).map(({ way }) => way);
    return row.ways.length > 0 && ways.length === 0 ? [] : [clauseOf(view, family, { ...row, ways })];
  });
}

/** The families in the order in which they are asked of an operation beside the one that grants tokens. */
const atOthers = [tokens, names, values, around];

/**
 * What families ask of another operation. Only a request that is safe (RFC 9110, 9.2.1) is sent in other words of the same
 * meaning: any other would be carried out each time.
 */
function askedOfOther(contract: Contract, id: string): Asked {
  const view = seenFrom(contract, id);
  return askedOf(view, view.operation.method === 'GET' ? [...atOthers, same] : atOthers);
}

/** The contract with the clauses of every family, to be planned, sent and judged as any contract is. */
export function deepened(contract: Contract): Contract {
  if (contract.profile === 'deep') return contract;
  const own: Contract = { ...contract, profile: 'deep' };
  const asked = [
    askedOf(contract, families),
    ...contract.operations.slice(1).map(({ id }) => askedOfOther(contract, id)),
  ];
  const room = budget.most - budget.unplanned - plan(own).length;
  const rooms = shared(room, asked.map(needOf));
  const made = asked.flatMap((one, index) => clausesWithin(one, rooms[index] ?? 0));
  return { ...own, clauses: [...contract.clauses, ...made] };
}
