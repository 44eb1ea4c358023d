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

/** Statuses by which a provider, or the server before it, says that it does not take a request (RFC 9110, 15.5). */
const clientErrors = [400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 417, 421, 422, 431];

/**
 * What a provider may do with a request that no page describes: refuse it as the demand says, or as any refusal of the
 * contract, or by a status that says that it was not taken. Which of them is nobody's promise; that it gives no token is.
 */
function anyRefusal(contract: Contract, base: DemandClause, probe: boolean): Refusal {
  const refuses = ({ status }: AnswerMatch): boolean => status === 'probe' || status.every((one) => one >= 400);
  const own = base.refusal.documented;
  const others = Object.values(contract.refusals).flatMap(({ documented }) => documented);
  const known = probe ? own : [...own, ...others.filter((match) => match.status !== 'probe')];
  const byStatus: AnswerMatch = {
    status: clientErrors,
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
    documented: known.filter(refuses),
    tolerated: [byStatus, ...base.refusal.tolerated.filter((match) => refuses(match) && match.status !== 'probe')],
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
    return { ...base, kind: 'demand', request, refusal: anyRefusal(contract, judged.refused, row.probe === true) };
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

/** The families in the order in which they are asked of an operation beside the one that grants tokens. */
const atOthers = [tokens, names, values, around];

/**
 * The clauses of families at the other operations, as many as there is room for, so many requests. Only a request that is
 * safe (RFC 9110, 9.2.1) is sent in other words of the same meaning: any other would be carried out each time.
 */
function atOtherOperations(contract: Contract, room: number): Clause[] {
  const views = contract.operations.slice(1).map(({ id }) => seenFrom(contract, id));
  const isSafe = ({ operation }: Contract): boolean => operation.method === 'GET';
  const families = [...atOthers.map((family) => ({ family, at: views })), { family: same, at: views.filter(isSafe) }];
  // The first row of each operation, then the second of each, so that room for a few is not spent on one operation.
  const inTurn = families.flatMap(({ family, at }) =>
    at
      .flatMap((view) => rowsOf(view, family).map((row, turn) => ({ family, view, row, turn })))
      .sort((one, other) => one.turn - other.turn),
  );
  let left = room;
  return inTurn.flatMap(({ family, view, row }): Clause[] => {
    const ways = row.ways.filter((way) => {
      const requests = family.ways[way]?.variants?.(view).length ?? 1;
      if (requests > left) return false;
      left -= requests;
      return true;
    });
    return ways.length === 0 ? [] : [clauseOf(view, family, { ...row, ways })];
  });
}

/** The contract with the clauses of every family, to be planned, sent and judged as any contract is. */
export function deepened(contract: Contract): Contract {
  if (contract.profile === 'deep') return contract;
  const made = families.flatMap((family) => rowsOf(contract, family).map((row) => clauseOf(contract, family, row)));
  const own: Contract = { ...contract, profile: 'deep', clauses: [...contract.clauses, ...made] };
  const more = atOtherOperations(contract, budget.most - budget.unplanned - plan(own).length);
  return more.length === 0 ? own : { ...own, clauses: [...own.clauses, ...more] };
}
