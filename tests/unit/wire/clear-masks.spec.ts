/** The masks that stand in the place of a value, or of a text that cannot be read or bounded. */
import { expect, test } from '@playwright/test';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { holdsMask, withoutHashes } from '../../../src/wire/clear/mask.ts';
import { exchange, opaque, places } from '../../support/shown.ts';

test('what cannot be read is not shown: its size, type and a hash are', () => {
  const gate = createGate({ secrets: [] });
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452010203040506ff', 'hex');
  const headers: [string, string][] = [['Content-Type', 'image/png']];
  expect(gate.body({ status: 200, headers, body: bytes, bodyFault: null })).toMatch(
    /^‹not shown: 23 bytes of image\/png, no text, hash [0-9a-f]{8}›$/,
  );
  const coded = {
    status: 200,
    headers,
    body: Buffer.from('readable'),
    bodyFault: 'the content coding "zstd" is not known',
  };
  expect(gate.body(coded)).toMatch(/zstd.*hash/);
});

test('every mask is known for one, whatever is masked and why, and nothing else is', () => {
  const secret = 'MaskCanary8Fd2Ws6Ty3Lq';
  const gate = createGate({ secrets: [{ name: 'pass word, 2', value: secret }] });
  const sent = createGate({ secrets: [] });
  sent.known.add('SentCanary4Gh7Jk1Zx', 'sent', 'signature');
  sent.learn(exchange(JSON.stringify({ accessToken: opaque })), places, true);
  let nested = 'The quick brown fox jumps over the lazy dog. '.repeat(20);
  for (let level = 0; level < 12; level++) nested = Buffer.from(nested).toString('base64');
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452010203040506ff', 'hex');
  const body = (type: string, bodyFault: string | null = null) =>
    gate.body({ status: 200, headers: [['Content-Type', type]], body: bytes, bodyFault });
  const masks = {
    secret: gate.clear(secret),
    'part of a secret': gate.clear(secret.slice(0, 14)),
    token: sent.clear(opaque),
    'part of a token': sent.clear(opaque.slice(0, 20)),
    sent: sent.clear('SentCanary4Gh7Jk1Zx'),
    'encoded too often': gate.clear(nested),
    'too many places': gate.clear(`${secret} `.repeat(50_000)),
    'no text': body('image/png'),
    'no text, with a secret in its type': body(`image/${secret}`),
    'no text, with quotation marks in its type': body('image/‹a›b'),
    'a coding that is not known': body('text/plain', 'the content coding "zstd" is not known'),
  };
  expect(masks['encoded too often']).toContain('encoded too often to be read');
  expect(masks['too many places']).toContain('with too many places to mask');
  const isUnknown = (mask: unknown): boolean => !holdsMask(JSON.stringify(mask));
  expect(Object.entries(masks).filter(([, mask]) => isUnknown(mask))).toEqual([]);
  const unhashed = withoutHashes(JSON.stringify(masks));
  expect(unhashed).not.toMatch(/hash|sha256/);
  expect(Object.entries(JSON.parse(unhashed)).filter(([, mask]) => isUnknown(mask))).toEqual([]);
  for (const text of ['‹token›', '‹note: 5 characters›', 'a body of 12 characters, hash 0a1b2c3d', 'sha256 0a1b2c3d'])
    expect(holdsMask(text)).toBe(false);
});

test('a text is masked first and cut then, and no mask is cut in two', () => {
  const secret = 'CutCanary9Rw3Jx6Bt0Vz';
  const gate = createGate({ secrets: [{ name: 'password', value: secret }] });
  const shown = Array.from({ length: 60 }, (_, before) =>
    gate.clear(`${'-'.repeat(before)}${secret} and more of it`, 30),
  );
  expect(shown.filter((text) => text.length > 31 || /CutCan|‹[^›]*$/.test(text))).toEqual([]);
});

test('the time and memory of a hostile megabyte stay bounded: what is encoded too often is not shown', () => {
  const gate = createGate({ secrets: [{ name: 'password', value: 'DeepCanary2Nf6Hs9Qc' }] });
  let nested = 'DeepCanary2Nf6Hs9Qc '.repeat(40);
  for (let level = 0; level < 3; level++) nested = Buffer.from(nested).toString('base64');
  expect(gate.clear(nested)).not.toContain(nested.slice(100, 140));
});
