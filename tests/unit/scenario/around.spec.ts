/** What is sent elsewhere than it counts: each request is well formed, and its title names the places that it uses. */
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { Contract, Operation } from '../../../src/contract/types.ts';
import { build } from '../../../src/scenario/build.ts';
import { deepened } from '../../../src/scenario/families/deepen.ts';
import { plan, type Scenario } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { buildingOf, resolveTarget } from '../../../src/target/target.ts';

/** The deep plan of a provider whose good request is another one. */
function deepPlan(provider: string, changed: (operation: Operation) => Operation) {
  const own = contractNamed(provider);
  const operation = changed(own.operation);
  const operations = own.operations.map((one) => (one.id === operation.id ? operation : one));
  const contract: Contract = deepened({ ...own, operation, operations });
  return { contract, scenarios: plan(contract) };
}

/** What a way of the plan sends, and what its title says. */
function sent(way: string, { contract, scenarios }: ReturnType<typeof deepPlan>) {
  const scenario = scenarios.find(({ change }) => change?.way === way);
  if (!scenario) throw new Error(`the plan was to hold the way ${way}`);
  const target = resolveTarget(loadEnvironment('mock', contracts), contractNamed(contract.provider), {});
  const request = build(scenario, { ...buildingOf({ ...target, contract }), now: new Date(0), probe: null });
  const names = request.headers.map(([name]) => name);
  return { title: scenario.title, body: request.body?.value ?? null, names, target: request.target.value };
}

const withoutFields = (operation: Operation): Operation => ({
  ...operation,
  control: { ...operation.control, body: {} },
});

test('a moved signature is a member of a body without members, of any format', () => {
  const json = sent('signature-elsewhere', deepPlan('finnet', withoutFields));
  expect(Object.keys(JSON.parse(json.body ?? '') as object)).toEqual(['X-SIGNATURE']);
  const form = sent(
    'signature-elsewhere',
    deepPlan('finnet', (operation) => ({
      ...withoutFields(operation),
      mediaType: 'application/x-www-form-urlencoded',
    })),
  );
  expect(form.body).toMatch(/^X-SIGNATURE=[^&]+$/);
  const whole = sent(
    'signature-elsewhere',
    deepPlan('finnet', (operation) => operation),
  );
  expect(Object.keys(JSON.parse(whole.body ?? '') as object)).toEqual([
    ...Object.keys(contractNamed('finnet').operation.control.body),
    'X-SIGNATURE',
  ]);
});

test('the title of a moved header names the places that are used, and no other', () => {
  const bodiless = (operation: Operation): Operation => ({ ...operation, mediaType: null });
  const authorised = (operation: Operation): Operation => ({
    ...operation,
    control: { ...operation.control, headers: { ...operation.control.headers, authorization: 'none' } },
  });
  for (const [way, header] of [
    ['signature-elsewhere', 'X-SIGNATURE'],
    ['header-elsewhere', 'X-CLIENT-KEY'],
  ] as const)
    for (const change of [(operation: Operation) => operation, bodiless, authorised]) {
      const { title, body, names, target } = sent(way, deepPlan('finnet', change));
      const isAdded = names.includes('Authorization');
      const places = [
        ...(target.includes(header) ? ['the query'] : []),
        ...(body?.includes(header) ? ['the body'] : []),
        ...(names.includes('Cookie') ? ['a cookie'] : []),
        ...(isAdded ? ['Authorization'] : []),
      ];
      expect(title.replace(`${header} in `, '').split(/, | and /)).toEqual(places);
      expect(body === null).toBe(change === bodiless);
    }
});

test('where the good request has no body, no way of a family puts credentials into it', () => {
  const { scenarios } = deepPlan('pyng', (operation) => ({ ...operation, mediaType: null }));
  const inBody = ({ change }: Scenario): boolean => change?.part === 'family' && /-body$/.test(change.way);
  expect(scenarios.filter(inBody).map(({ id }) => id)).toEqual([]);
  const usual = deepPlan('pyng', (operation) => operation).scenarios.filter(inBody);
  expect(usual.length).toBeGreaterThan(1);
});

test('no way leaves out a query parameter or a header that it is not about', () => {
  for (const provider of ['singapay', 'finnet', 'pyng']) {
    const { contract, scenarios } = deepPlan(provider, (operation) => ({
      ...operation,
      control: {
        ...operation.control,
        query: { channel: 'h2h' },
        headers: { ...operation.control.headers, 'X-Branch': 'north' },
      },
    }));
    const target = resolveTarget(loadEnvironment('mock', contracts), contractNamed(provider), {});
    const context = { ...buildingOf({ ...target, contract }), now: new Date(0), probe: null };
    const lost = scenarios
      .filter(({ operation }) => operation === contract.operation.id)
      .filter((scenario) => {
        const request = build(scenario, context);
        const isThere = request.headers.some(
          ([name, { value }]) => name.toLowerCase() === 'x-branch' && value.trim() === 'north',
        );
        return !isThere || !/[?&]channel=h2h(?:&|$)/.test(request.target.value);
      });
    expect(lost.map(({ id }) => id)).toEqual([]);
  }
});
