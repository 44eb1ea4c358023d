/** The page of a provider: everything its contract says, once, under the topic where a reader looks for it. */
import { expect, test } from '@playwright/test';
import { providerNames } from '../../../src/contract/load.ts';
import type { Contract } from '../../../src/contract/types.ts';
import { providerPage } from '../../../src/docs/provider-page.ts';
import { contractOf } from '../../../src/judge/catalogue.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { exampleContract, exampleNames } from '../../support/example.ts';

const sorted = (names: string[]): string[] => [...names].sort();

/** The sections of a page: heading and text. */
function sections(page: string, level: string): { heading: string; text: string }[] {
  return page
    .split(new RegExp(`^${level} `, 'm'))
    .slice(1)
    .map((section) => ({ heading: section.slice(0, section.indexOf('\n')), text: section }));
}

function holdsAll(contract: Contract): void {
  const page = providerPage(contract);
  const clauses = sections(page, '###').filter(({ heading }) => heading.startsWith(`${contract.provider}-`));
  expect(sorted(clauses.map(({ heading }) => heading))).toEqual(sorted(contract.clauses.map(({ id }) => id)));
  const unread = contract.readings.filter(({ id }) => page.split(`reading \`${id}\``).length !== 2);
  expect(unread.map(({ id }) => id)).toEqual([]);
  // A command is behind the fold of its own scenario, beside the clause it is about.
  const wrong = plan(contract).flatMap(({ id, clause }) => {
    const named = [`<code>${id}</code>`, `- \`${id}\``].flatMap((text) => page.split(text).slice(1)).length;
    const { text = page } = clauses.find(({ heading }) => heading === clause?.id) ?? {};
    return named === 1 && text.includes(id) ? [] : [{ id, named, clause: clause?.id }];
  });
  expect(wrong, 'each once, beside its clause').toEqual([]);
  const open = page.replace(/<details>[\s\S]*?<\/details>/g, '');
  expect(open).not.toContain('```');
}

const all = [...providerNames().map((name) => contractOf(name)), ...exampleNames.map(exampleContract)];

for (const contract of all)
  test(`${contract.provider}: each clause, reading and scenario once, its command behind a fold`, () =>
    holdsAll(contract));

test('a clause is under the topic of what it is about', () => {
  const topicsOf = (contract: Contract): Record<string, string> =>
    Object.fromEntries(
      sections(providerPage(contract), '##').flatMap(({ heading, text }) =>
        sections(text, '###').map((clause) => [clause.heading, heading]),
      ),
    );
  const [finnet, pyng] = [topicsOf(contractOf('finnet')), topicsOf(contractOf('pyng'))];
  expect(finnet).toMatchObject({
    'finnet-timestamp-required': 'Method, path and headers',
    'finnet-signature-verified': 'Credentials and signature',
    'finnet-grant-type-length': 'Body and parameters',
    'finnet-timestamp-utc': 'Requests that must be granted too',
    'finnet-expires-in': 'The answer that grants',
    'finnet-claims-live': 'The token and its life',
    'finnet-token-ends': 'The token and its life',
    'finnet-error-code': 'The answer that refuses',
    'finnet-json-object': 'Every answer',
    'finnet-response-code-list': 'Not testable from outside',
  });
  expect(pyng).toMatchObject({ 'pyng-scope-pairs': 'Scopes', 'pyng-customers-guarded': 'Other operations' });
});
