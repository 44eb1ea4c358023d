/** The type of a token is read in any letter case where the member is that of RFC 6749 (section 5.1), whatever a page writes. */
import { expect, test } from '@playwright/test';
import { at, jsonOf, withMember } from '../../proof/answers.ts';
import { runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';
import { type ChangedExample, changedExample } from '../support/variant.ts';

const run = (example: ChangedExample, name: string, type: string) =>
  runServed(example.load(), `${example.folder}/environment.yaml`, {
    select: ({ id }) => id === 'control',
    intercept: (call) => {
      const answer = call.answer();
      return at(jsonOf(answer), `/${name}`) === undefined ? answer : withMember(answer, `/${name}`, type);
    },
  });

const failed = (result: Awaited<ReturnType<typeof run>>): string[] => raised(result)['fails'] ?? [];

test('token_type is compared in any letter case, and nothing else is taken for it', async () => {
  const example = changedExample().replace('const: bearer', 'const: Bearer\n    maxLength: 6', {
    file: 'contracts/EXAMPLE/granted.schema.yaml',
  });
  for (const type of ['Bearer', 'bearer', 'BEARER'])
    expect(failed(await run(example, 'token_type', type)), type).toEqual([]);
  for (const type of ['mac', 'Bearer ', ''])
    expect(failed(await run(example, 'token_type', type)), type).toEqual(['token-type']);
});

test('a member of another name is compared to the letter', async () => {
  const example = changedExample().replace('token_type', 'tokenType', {
    file: 'contracts/EXAMPLE/granted.schema.yaml',
    all: true,
  });
  expect(failed(await run(example, 'tokenType', 'bearer'))).toEqual([]);
  expect(failed(await run(example, 'tokenType', 'Bearer'))).toEqual(['token-type']);
});
