/** The deep profile of a contract: its own clauses, and those that the families make of it. */
import type { AnswerMatch, Clause, Contract, DemandClause, Refusal } from '../../contract/types.ts';
import { probeOperationId, tokenOperationId } from '../../contract/types.ts';
import { type Family, type Row, sourceOf } from './family.ts';
import { families } from './index.ts';

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
  const placed =
    'clause' in origin
      ? { level: origin.level ?? origin.clause.level, source: origin.clause.source, at: origin.clause.at }
      : 'source' in origin
        ? origin
        : fromStandard(contract, origin);
  const base = {
    ...placed,
    ...('clause' in origin && origin.clause.find !== undefined ? { find: origin.clause.find } : {}),
    id: `${contract.provider}-deep-${family.name}-${row.what}`,
    statement,
    gate: false,
    deep: true as const,
    where: 'clause' in origin ? origin.clause.where : contract.file,
    operations: [row.probe ? probeOperationId : tokenOperationId],
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

/** The contract with the clauses of every family, to be planned, sent and judged as any contract is. */
export function deepened(contract: Contract): Contract {
  if (contract.profile === 'deep') return contract;
  const made = families.flatMap((family) => rowsOf(contract, family).map((row) => clauseOf(contract, family, row)));
  return { ...contract, profile: 'deep', clauses: [...contract.clauses, ...made] };
}
