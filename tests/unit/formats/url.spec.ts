import { expect, test } from '@playwright/test';
import { isUrl } from '../../../src/formats/url.ts';

test('an address stays one however often it is asked for, with the letters of any language', () => {
  // V8 compiles what runs often, and Node.js has another form of some functions for that.
  const often = 30_000;
  for (const address of ['https://api.pröd.example', 'https://例え.example/ö', 'https://api.example'])
    for (let count = 0; count < often; count++)
      if (!isUrl(address)) throw new Error(`${address}, asked ${count} times`);
  expect([isUrl('/ö', 'https://api.example'), isUrl('/ö'), isUrl('https://'), isUrl('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
