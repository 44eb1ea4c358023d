/** What a granted request shows of the server: each part of the request has a name that no other part has. */
import { expect, test } from '@playwright/test';
import { contractNamed } from '../../../proof/run.ts';
import type { Contract, RequestChange } from '../../../src/contract/types.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { type GrantedFault, grantedFault } from '../../../src/scenario/granted-part.ts';
import { plan, type Scenario } from '../../../src/scenario/plan.ts';

/** A contract whose good request has other parts by the names of its inputs, of its method and of its headers. */
function crowded(contract: Contract): Contract {
  const { control } = contract.operation;
  const body = { ...control.body, method: 'direct', id: 'x', secret: 'y', body: 'z', 'content-type': 'c' };
  const operation = { ...contract.operation, control: { ...control, body, headers: { ...control.headers, Id: 'x' } } };
  return {
    ...contract,
    operation,
    operations: contract.operations.map((one) => (one.id === operation.id ? operation : one)),
  };
}

const [scenario] = plan(contractNamed('pyng'));

const shown = (part: RequestChange['part'], name: string, way: string): GrantedFault =>
  grantedFault(
    crowded(contractNamed('pyng')),
    { ...scenario, clause: null, change: { part, name, way, variant: '' } },
    'token',
  );

const inAnyWay: Parameters<typeof shown>[] = [
  ['field', 'method', 'other-value'],
  ['method', 'method', 'get'],
  ['field', 'id', 'other-value'],
  ['header', 'Id', 'unknown'],
  ['auth', 'basic', 'other-id'],
  ['field', 'secret', 'other-value'],
  ['auth', 'basic', 'other-secret'],
  ['field', 'content-type', 'other-value'],
  ['media-type', 'content-type', 'text'],
];

const leftOut: Parameters<typeof shown>[] = [
  ['field', 'id', 'absent'],
  ['header', 'Id', 'absent'],
  ['parameter', 'id', 'absent'],
  ['field', 'credentials of basic', 'absent'],
  ['auth', 'basic', 'absent'],
  ['field', 'body', 'absent'],
  ['field', 'the body', 'absent'],
  ['field', 'a body', 'absent'],
  ['field', 'content-type', 'absent'],
  ['media-type', 'content-type', 'absent'],
];

for (const [title, changes] of [
  ['holds any value', inAnyWay],
  ['is left out', leftOut],
] as const)
  test(`two parts of one name are two faults where each ${title}`, () => {
    const found = changes.map((change) => shown(...change));
    const faults = found.map(({ fault }) => fault);
    expect(faults).not.toContain(undefined);
    expect(new Set(faults).size).toBe(changes.length);
    for (const { impliedBy } of found) expect(impliedBy.filter((one) => faults.includes(one))).toEqual([]);
  });

/** What explains that a request of a family is granted, for a variant of another name. */
function explaining(way: RegExp, variant: string): string[] {
  const deep = catalogue(undefined, 'deep')['pyng'];
  const found: Scenario | undefined = deep && plan(deep).find(({ change }) => way.test(change?.way ?? ''));
  if (!deep || !found?.change) throw new Error(`the plan was to hold a way like ${way}`);
  return grantedFault(crowded(deep), { ...found, change: { ...found.change, variant } }, 'token').impliedBy;
}

test('what a variant names is explained by that part, and by no other of its name', () => {
  const any = (part: string): string => `token: granted with any value of ${part}`;
  const parts = ['the field id', 'the header id', 'the id of basic'].map(any);
  const of = (way: RegExp, variant: string) => explaining(way, variant).filter((one) => parts.includes(one));
  expect(of(/^later-value$/, 'id')).toEqual([any('the field id')]);
  expect(of(/^header-elsewhere$/, 'Id')).toEqual([any('the header id')]);
  expect(of(/^credential-quoted$|^credential-word-null$/, 'id')).toEqual([any('the id of basic')]);
});
