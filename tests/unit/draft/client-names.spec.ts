/** Refusals in the words that a page has for its clients, as codes, and in sentences that deny what is asked for. */
import { expect, test } from '@playwright/test';
import { clientNames } from '../../../src/draft/page/words/client-names.ts';
import { denies } from '../../../src/draft/page/words/denied.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Field | Type | Required', 'access_token | string | yes')}`;
const page = (fields: string[], errors: string): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required | Notes', ...fields)}${granted}## Errors\n\n${errors}\n`;
const secret = 'pin | string | yes | Your pin';

test('the word for whoever is identified by a field of the request is that of a client', async () => {
  expect(clientNames('Kode anggota')).toEqual(['anggota']);
  expect(clientNames('Your merchant-wide account id')).toEqual([]);
  expect(clientNames('The secret key of the vendor')).toContain('vendor');
  expect([...clientNames('Nomor kartu'), ...clientNames('Kode sesi')]).toEqual([]);
  const rows = (...all: string[]): string => table('HTTP status | Meaning', ...all);
  await expectReadings([
    {
      what: 'its own clients',
      page: page(
        ['code | string | yes | Kode peserta', secret],
        rows('401 | Pin salah', '403 | Peserta diblokir', '404 | Rekening diblokir'),
      ),
      facts: { '401 status': true, '403 status': true },
      none: ['404 status'],
      asked: ['answered so: 404 "Rekening diblokir"'],
    },
    {
      what: 'a client that the request does not name',
      page: page(['code | string | yes | Text', secret], rows('401 | Pin salah', '403 | Account closed')),
      none: ['403 status'],
      asked: ['answered so: 403 "Account closed"'],
    },
  ]);
});

test('codes alone are read word by word, and one of another call is asked', async () => {
  const codes = table(
    'Status | Kind',
    '400 | invalid_argument',
    '401 | pinRefused',
    '402 | card_declined',
    '403 | insufficient_funds',
  );
  await expectReadings([
    {
      what: 'codes',
      page: page(['vendor | string | yes | Vendor', secret], codes),
      facts: { '400 status': true, '401 status': true },
      none: ['402 status', '403 status'],
      asked: ['402 "card_declined", 403 "insufficient_funds"'],
    },
    {
      what: 'what was used before with something else is no status of some alone',
      page: page(
        ['nonce | string | yes | Nonce', secret],
        table(
          'Status | When',
          '401 | wrong pin',
          '409 | the nonce was used with another body',
          '410 | used with kiosks',
        ),
      ),
      facts: { '409 status': true },
      none: ['410 status'],
      asked: ['410: used with kiosks'],
    },
  ]);
});

test('a status is for what is not known, not found or not sent; one that is not given is none', async () => {
  for (const said of [
    'We answer `401` for a vendor we do not know and `400` for everything else that is wrong with the request.',
    'Status 400 means the pin is malformed, status 401 that the vendor is not known.',
    'Kami menjawab 400 untuk isian yang salah dan 401 untuk vendor yang tidak dikenal.',
  ])
    await expectReadings([
      {
        what: said,
        page: page(['vendor | string | yes | Vendor id', secret], said),
        facts: { '400 status': true, '401 status': true },
        silent: ['answered so', 'documents no refusal'],
      },
    ]);
  for (const said of [
    'Status 404 for unknown vendors is never answered.',
    'Status 404 with 12 is for kiosks only (vendor not found).',
    'Status 404 untuk vendor tidak dikirim.',
  ])
    expect(denies(said), said).toBe(true);
  await expectReadings([
    {
      what: 'another call',
      page: page(['vendor | string | yes | Vendor id', secret], 'We answer 404 for a bill we do not know.'),
      none: ['404 status'],
      asked: ['answered so: 404'],
    },
  ]);
});
