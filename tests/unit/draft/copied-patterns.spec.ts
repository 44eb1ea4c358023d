/** Fields of a copied page that have a pattern behind their type, as Redoc writes one. */
import { expect, test } from '@playwright/test';
import { attributesOf } from '../../../src/draft/page/values/attributes.ts';

test('a pattern behind a text is one of its attributes', () => {
  for (const [words, said] of [
    [
      'string [ 3 .. 10 ] characters ^[A-Z0-9]+$',
      { type: 'string', minLength: 3, maxLength: 10, pattern: '^[A-Z0-9]+$' },
    ],
    ['string <= 8 characters ^\\d{1,8}$', { type: 'string', maxLength: 8, pattern: '^\\d{1,8}$' }],
    ['string ^[a-z]{2}$', { type: 'string', pattern: '^[a-z]{2}$' }],
    ['string, `^ID[0-9]{4}$`', { type: 'string', pattern: '^ID[0-9]{4}$' }],
  ] as const)
    expect.soft(attributesOf(words), words).toMatchObject({ schema: said, rest: [] });
  expect(attributesOf('integer ^[0-9]+$').rest).not.toEqual([]);
  expect(attributesOf('string ^[A-Z$').rest).not.toEqual([]);
});
