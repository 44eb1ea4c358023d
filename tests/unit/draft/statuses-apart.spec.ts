/** Statuses of refusals that words keep apart: which fault has which is asked, for the draft takes either. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (...rows: string[]): string =>
  `${endpoint}## Headers\n\n${table('Header | Mandatory | Value', 'Authorization | M | Basic base64(id:secret)', 'Content-Type | M | application/json')}## Body\n\n${table('Field | Type | M/O | Notes', 'merchant_id | string | M |', 'channel | string | M | One of: `API`, `H2H`')}## Errors\n\n${table('HTTP | Meaning', ...rows)}`;

test('400 and 422 for faults of their own are asked apart', async () => {
  await expectReadings(
    [
      [
        '400 | Body bukan JSON / field wajib kosong',
        '401 | API key salah atau tidak dikirim',
        '422 | Nilai `channel` tidak dikenal',
      ],
      ['400 | merchant_id kosong', '401 | Wrong or missing credentials', '422 | Unknown channel'],
      [
        '400 | A mandatory field is missing',
        '401 | Wrong or missing credentials',
        '422 | The value of channel is not known',
      ],
    ].map((rows) => ({ what: rows.join(), page: page(...rows), asked: ['each fault has', rows[2]?.slice(6) ?? ''] })),
  );
});

test('one status of wrong parameters, or general words for two, ask nothing of that kind', async () => {
  await expectReadings(
    [
      ['400 | A mandatory field is missing', '401 | Wrong or missing credentials'],
      ['400 | Bad request', '401 | Wrong or missing credentials', '422 | Unprocessable'],
    ].map((rows) => ({ what: rows.join(), page: page(...rows), silent: ['which of 422, 400 each fault has'] })),
  );
});

test('how a request without credentials is refused is asked where words name a field and wrong credentials alone', async () => {
  await expectReadings([
    ...[
      ['401 | Wrong secret', '422 | Unknown channel'],
      ['401 | Secret salah', '422 | Channel tidak dikenal'],
      ['401 | Secret tidak cocok', '422 | Nilai `channel` tidak dikenal'],
    ].map((rows) => ({
      what: rows.join(),
      page: page(...rows),
      asked: ['how a request without credentials is refused'],
    })),
    ...[
      ['401 | Wrong or missing credentials', '422 | Unknown channel'],
      ['401 | Wrong secret', '400 | Bad request'],
    ].map((rows) => ({
      what: rows.join(),
      page: page(...rows),
      silent: ['how a request without credentials is refused'],
    })),
  ]);
});
