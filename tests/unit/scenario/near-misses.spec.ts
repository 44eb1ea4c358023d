import { expect, test } from '@playwright/test';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { headerMisses, missesOf, nearMisses, noMiss } from '../../../src/scenario/near-misses.ts';
import { credential, plain } from '../../../src/scenario/text.ts';
import { exampleContract, exampleNames } from '../../support/example.ts';

/** What software takes off a text before it compares it. */
const readers: Record<string, (value: string) => string> = {
  'trim of JavaScript, Python, Go or .NET': (value) => value.trim(),
  'trim of PHP': (value) => value.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, ''),
  rtrim: (value) => value.trimEnd(),
  'a column of fixed width': (value) => value.replace(/ +$/, ''),
  'chomp of Perl': (value) => value.replace(/\n$/, ''),
  'chomp of Ruby': (value) => value.replace(/(?:\r\n|\n|\r)$/, ''),
  'a reader of lines': (value) => value.split(/\r?\n/)[0] ?? '',
  'the end of a pattern': (value) => /^(Secret1)$\n?/m.exec(value)?.[1] ?? value,
  'a C string': (value) => value.split('\0')[0] ?? '',
  'the key of an HMAC': (value) => value.replace(/\0+$/, ''),
};

test('each reader that takes something off the end of a credential takes a value that every profile tries', () => {
  const tried = missesOf().break.map((miss) => nearMisses[miss]?.make(plain('Secret1')).value ?? '');
  expect(tried).not.toContain('Secret1');
  const missed = Object.entries(readers).filter(([, read]) => !tried.some((value) => read(value) === 'Secret1'));
  expect(missed.map(([name]) => name)).toEqual([]);
});

test('no near miss of a header ends with white space, or holds what no header may', () => {
  for (const miss of headerMisses)
    expect(nearMisses[miss]?.make(plain('Secret1')).value, miss).toMatch(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/);
});

test('a contract that has a credential compared to the letter tries each of them in one profile or the other, wherever it is no header', () => {
  const contracts = [...Object.values(catalogue()), ...exampleNames.map(exampleContract)];
  const asked = contracts.flatMap(({ clauses }) => clauses).filter(({ request }) => request?.part !== 'header');
  const wrong = asked.flatMap(({ id, request }) => {
    const { ways: often = [], deep = [] } = request ?? {};
    const ways = [...often, ...deep];
    const ends = ways.flatMap((way) => /^blank-after(-.+)?$/.exec(way)?.slice(1) ?? []);
    const every = ends.flatMap((end = '') => missesOf((miss) => `${miss}${end}`).break);
    return every.filter((way) => !ways.includes(way)).map((way) => `${id}: ${way}`);
  });
  expect(wrong).toEqual([]);
  expect(
    asked.filter(({ request }) => [request?.ways, request?.deep].flat().some((way) => way?.startsWith('nul-after')))
      .length,
  ).toBeGreaterThan(6);
});

test('a UUID is tried in no other letter case: neither one that the contract documents, nor an identifier that is one', () => {
  const uuid = '3b241101-e2bb-4255-8caf-4136c566a962';
  const uuidInUse = 'it is a UUID, which is read in either letter case (RFC 9562, section 4)';
  expect(noMiss('flipped-case', plain(uuid))).toBe(uuidInUse);
  expect(noMiss('flipped-case', credential('key', uuid, 'KEY', true), { type: 'string', format: 'uuid' })).toBe(
    uuidInUse,
  );
  expect(noMiss('flipped-case', credential('secret', uuid, 'SECRET', true))).toBeNull();
  expect(noMiss('flipped-case', plain(`${uuid}0`))).toBeNull();
  expect(noMiss('shortened', plain(uuid))).toBeNull();
});
