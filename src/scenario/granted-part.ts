/**
 * What a server shows that grants a broken request: which part of it the server does not look at. Where the good request is
 * granted without a part, whatever that part holds is granted for the same reason. Pure.
 */
import { type Contract, isUntestable, type RequestChange } from '../contract/types.ts';
import { mechanisms } from './auth/index.ts';
import { operationOf, plan, type Scenario } from './plan.ts';
import { waysOf } from './ways/index.ts';

/** A fault that a granted request shows, and those by which it is granted as well, where other requests show them. */
export interface GrantedFault {
  fault?: string;
  impliedBy: string[];
}

/**
 * The part that a way breaks: it is left `out`, holds `any` value, or a value of a certain `kind`, which a server that takes
 * any would take too. `within` are parts that hold it; a value of a kind of its own is explained by those alone.
 */
interface Broken {
  part: string;
  how: 'out' | 'any' | 'kind' | 'own';
  within?: string[];
}

const body = 'a body';
const token = 'a token';
const credentials = (mechanism: string): string => `credentials of ${mechanism}`;

const out = ['absent', 'no-token', 'no-content', 'no-certificate'];
const any = [
  ...['unknown', 'other-value', 'text', 'unknown-token', 'foreign-token', 'other-certificate'],
  ...['timestamp-stale', 'timestamp-future', 'get', 'put', 'post'],
];
/** Ways to sign after which no key verifies the signature. */
const unverified = ['other-key', 'bit-flip', 'truncated'];

const howOf = (way: string): Broken['how'] => (out.includes(way) ? 'out' : any.includes(way) ? 'any' : 'kind');

/** The part of the request that a way of a mechanism breaks. */
function brokenAuth(contract: Contract, operation: string, mechanism: string, way: string): Broken {
  const known = mechanisms[mechanism];
  const spec = operationOf(contract, operation).control.auth.find((one) => one.mechanism === mechanism);
  const whole = credentials(mechanism);
  if (mechanism === 'bearer') return { part: token, how: way === 'basic-scheme' ? 'own' : howOf(way) };
  for (const [input, compared] of Object.entries(known?.compared ?? {})) {
    const ending = compared.way.slice(compared.way.indexOf('-'));
    const part = compared.header?.toLowerCase() ?? input;
    if (way === compared.way) return { part, how: 'any', within: [whole] };
    if (way.endsWith(ending) && !way.startsWith('other-')) return { part, how: 'kind' };
  }
  const signature = spec && known?.signature?.(spec);
  const isForged = spec && known?.forged?.(spec).includes(way);
  if (spec && !isForged && way.startsWith('timestamp-')) {
    const part = (known?.timeHeader?.(spec) ?? whole).toLowerCase();
    return { part, how: any.includes(way) ? 'any' : way.startsWith('timestamp-quarter-hour') ? 'kind' : 'own' };
  }
  if (signature) {
    const how = unverified.includes(way) ? 'any' : howOf(way);
    return { part: signature.header.toLowerCase(), how, within: [whole] };
  }
  return { part: whole, how: out.includes(way) ? 'out' : 'own' };
}

/** The part that a change breaks; null where it is about none, such as the path. */
function brokenBy(
  contract: Contract,
  operation: string,
  change: Pick<RequestChange, 'part' | 'name'>,
  way: string,
): Broken | null {
  const { part, name } = change;
  switch (part) {
    case 'auth':
      return brokenAuth(contract, operation, name, way);
    case 'probe':
      return { part: token, how: way === 'basic-scheme' ? 'own' : howOf(way) };
    case 'header':
      return { part: name.toLowerCase(), how: howOf(way) };
    case 'field':
      return { part: name, how: howOf(way), within: [body] };
    case 'parameter':
      return { part: `the parameter ${name}`, how: howOf(way) };
    case 'media-type':
      return { part: 'content-type', how: howOf(way), within: [body] };
    case 'body':
    case 'query':
      return way.startsWith('credentials-in-')
        ? { part: credentials('basic'), how: 'own' }
        : { part: body, how: way === 'parameters-in-query' ? 'own' : howOf(way) };
    case 'method':
      return { part: 'method', how: howOf(way) };
    case 'again':
    case 'family':
    case 'path':
    case 'whole':
      return null;
  }
}

const without = (part: string): string => `granted without ${part}`;
const withAny = (part: string): string => `granted with any ${part}`;

/** The parts of which a scenario of the operation sends any value. */
function variedIn(contract: Contract, operation: string): Set<string> {
  const found = plan(contract).flatMap((scenario) => {
    const { change } = scenario;
    const broken =
      change && scenario.operation === operation ? brokenBy(contract, operation, change, change.way) : null;
    return broken?.how === 'any' ? [broken.part] : [];
  });
  return new Set(found);
}

const known = new WeakMap<Contract, Map<string, Set<string>>>();

/** As `variedIn`, found once for each operation. */
function varied(contract: Contract, operation: string): Set<string> {
  const operations = known.get(contract) ?? new Map<string, Set<string>>();
  known.set(contract, operations);
  const found = operations.get(operation) ?? variedIn(contract, operation);
  operations.set(operation, found);
  return found;
}

function faultOf(contract: Contract, operation: string, broken: Broken): GrantedFault {
  const { part, how, within = [] } = broken;
  const holders = within.map(without);
  switch (how) {
    case 'out':
      return { fault: without(part), impliedBy: holders };
    case 'any':
      return { fault: withAny(part), impliedBy: [without(part), ...holders] };
    case 'own':
      return { impliedBy: [without(part), ...holders] };
    case 'kind':
      return { impliedBy: varied(contract, operation).has(part) ? [withAny(part)] : [without(part), ...holders] };
  }
}

/** The header, the field or the input of a mechanism that a way of a family is about, as if it held any value. */
function variedPart(contract: Contract, operation: string, name: string): Broken[] {
  const { control } = operationOf(contract, operation);
  const compared = control.auth.flatMap(({ mechanism }) =>
    Object.entries(mechanisms[mechanism]?.compared ?? {}).flatMap(([input, { way }]) =>
      input === name ? [brokenAuth(contract, operation, mechanism, way)] : [],
    ),
  );
  const isField = Object.hasOwn(control.body, name);
  return [
    ...compared,
    { part: isField ? name : name.toLowerCase(), how: 'any', ...(isField ? { within: [body] } : {}) },
  ];
}

/** The faults that explain what a way of a family shows: those of the demand that it is like, and of the part it is about. */
function explaining(contract: Contract, { operation, change }: Scenario, base: RequestChange): string[] {
  const { part, name, way, variant } = change ?? { part: base.part, name: base.name, way: '', variant: '' };
  const { wrong } = waysOf(part, name, operationOf(contract, operation).control)[way] ?? {};
  const parts = [variant, wrong ?? ''].filter((one) => one !== '');
  return [
    ...base.ways.flatMap((one) => brokenBy(contract, operation, base, one) ?? []),
    ...parts.flatMap((one) => variedPart(contract, operation, one)),
  ].flatMap((broken) => {
    const { fault, impliedBy } = faultOf(contract, operation, broken);
    return fault === undefined ? impliedBy : [fault];
  });
}

/**
 * What the grant of a broken request shows: the fault that it names, if any, and those that explain it where another request
 * shows them. `at` says of which resource; requests to one by several operations of a contract are about the same.
 */
export function grantedFault(contract: Contract, scenario: Scenario, at: string): GrantedFault {
  const { operation, change, clause } = scenario;
  const own = change && brokenBy(contract, operation, change, change.way);
  const like = clause && !isUntestable(clause) && clause.kind === 'demand' ? clause.like : undefined;
  const { fault, impliedBy } = own
    ? faultOf(contract, operation, own)
    : { fault: undefined, impliedBy: like ? explaining(contract, scenario, like.request) : [] };
  const here = (one: string): string => `${at}: ${one}`;
  return {
    ...(fault === undefined ? {} : { fault: here(fault) }),
    impliedBy: [...new Set(impliedBy)].map(here),
  };
}
