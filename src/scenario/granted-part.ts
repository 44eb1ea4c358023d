/**
 * What a server shows that grants a broken request: which part of it the server does not look at. Where the good request is
 * granted without a part, whatever that part holds is granted for the same reason. Pure.
 */
import { type Contract, type Control, isUntestable, type RequestChange } from '../contract/types.ts';
import { mechanisms } from './auth/index.ts';
import type { Breaks } from './auth/mechanism.ts';
import { operationOf, plan, type Scenario } from './plan.ts';
import { waysOf } from './ways/index.ts';
import type { Way } from './ways/way.ts';

/** A fault that a granted request shows, and those by which it is granted as well, where other requests show them. */
export interface GrantedFault {
  fault?: string;
  impliedBy: string[];
}

/**
 * The part that a request breaks, and how: beside what ways say of themselves, it holds a value of a certain `kind`, which a
 * server that takes any would take too. `within` are parts that hold it.
 */
interface Broken {
  part: string;
  how: Breaks | 'kind';
  within?: string[];
}

type Change = Pick<RequestChange, 'part' | 'name'>;

// What may have the same name is called apart: a field, a header and an input of a mechanism are parts of their own.
const body = 'the body';
const token = 'the token';
const methodOf = 'the method';
const header = (name: string): string => `the header ${name.toLowerCase()}`;
const field = (name: string): string => `the field ${name}`;
const parameter = (name: string): string => `the parameter ${name}`;
const input = (name: string, mechanism: string): string => `the ${name} of ${mechanism}`;
const credentials = (mechanism: string): string => `the credentials of ${mechanism}`;

/** The part of the request that a way of a mechanism breaks. */
function brokenAuth({ auth }: Control, mechanism: string, way: string): Broken {
  const known = mechanisms[mechanism];
  const spec = auth.find((one) => one.mechanism === mechanism);
  const whole = credentials(mechanism);
  const how = known?.breaks?.[way];
  if (mechanism === 'bearer') return { part: token, how: how ?? 'kind' };
  for (const [name, compared] of Object.entries(known?.compared ?? {})) {
    const ending = compared.way.slice(compared.way.indexOf('-'));
    const part = compared.header === undefined ? input(name, mechanism) : header(compared.header);
    if (way === compared.way) return { part, how: 'any', within: [whole] };
    if (way.endsWith(ending) && !way.startsWith('other-')) return { part, how: 'kind' };
  }
  const isForged = spec && known?.forged?.(spec).includes(way);
  if (spec && !isForged && way.startsWith('timestamp-')) {
    const time = known?.timeHeader?.(spec) ?? null;
    const part = time === null ? whole : header(time);
    return { part, how: how ?? (Object.hasOwn(known?.outOfWindow ?? {}, way) ? 'kind' : 'own') };
  }
  const signature = spec && known?.signature?.(spec);
  if (signature) return { part: header(signature.header), how: how ?? 'kind', within: [whole] };
  return { part: whole, how: how ?? 'own' };
}

/** The part that a change breaks; null where it is about none, such as the path. */
function brokenBy(control: Control, { part, name }: Change, way: string): Broken | null {
  const { breaks: how = 'kind', moves } = waysOf(part, name, control)[way] ?? {};
  switch (part) {
    case 'auth':
      return brokenAuth(control, name, way);
    case 'probe':
      return { part: token, how };
    case 'header':
      return { part: header(name), how };
    case 'field':
      return { part: field(name), how, within: [body] };
    case 'parameter':
      return { part: parameter(name), how };
    case 'media-type':
      return { part: header('Content-Type'), how, within: [body] };
    case 'body':
    case 'query':
      return { part: moves === undefined ? body : credentials(moves), how };
    case 'method':
      return { part: methodOf, how };
    case 'again':
    case 'family':
    case 'path':
    case 'whole':
      return null;
  }
}

const without = (part: string): string => `granted without ${part}`;
const withAny = (part: string): string => `granted with any value of ${part}`;

/** The parts of which a scenario of the operation sends any value. */
function variedIn(contract: Contract, operation: string): Set<string> {
  const { control } = operationOf(contract, operation);
  const found = plan(contract).flatMap((scenario) => {
    const { change } = scenario;
    const broken = change && scenario.operation === operation ? brokenBy(control, change, change.way) : null;
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

/** An input of a mechanism, as if it held any value; none where no mechanism compares one of this name. */
function variedInput(control: Control, name: string): Broken[] {
  return control.auth.flatMap(({ mechanism }) =>
    Object.entries(mechanisms[mechanism]?.compared ?? {}).flatMap(([input, { way }]) =>
      input === name ? [brokenAuth(control, mechanism, way)] : [],
    ),
  );
}

/** The parts that a variant names, as if each held any value. */
const variedParts: Record<NonNullable<Way['variantOf']>, (control: Control, name: string) => Broken[]> = {
  header: (_control, name) => [{ part: header(name), how: 'any' }],
  field: (_control, name) => [{ part: field(name), how: 'any', within: [body] }],
  credential(control, name) {
    const ofMechanism = variedInput(control, name);
    if (ofMechanism.length > 0) return ofMechanism;
    return variedParts[Object.hasOwn(control.headers, name) ? 'header' : 'field'](control, name);
  },
};

/** The faults that explain what a way of a family shows: those of the demand that it is like, and of the part it is about. */
function explaining(contract: Contract, { operation, change }: Scenario, base: RequestChange): string[] {
  const { part, name, way, variant } = change ?? { part: base.part, name: base.name, way: '', variant: '' };
  const { control } = operationOf(contract, operation);
  const { wrong, variantOf } = waysOf(part, name, control)[way] ?? {};
  return [
    ...base.ways.flatMap((one) => brokenBy(control, base, one) ?? []),
    ...(variantOf === undefined || variant === '' ? [] : variedParts[variantOf](control, variant)),
    ...(wrong === undefined ? [] : variedInput(control, wrong)),
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
  const own = change && brokenBy(operationOf(contract, operation).control, change, change.way);
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
