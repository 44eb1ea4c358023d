/** Statuses of refusals that words keep apart: which fault has which is asked, for the draft takes either. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';
import { drafted } from '../../support/refusals-drafted.ts';

const page = (...rows: string[]): string =>
  `${endpoint}## Headers\n\n${table('Header | Mandatory | Value', 'Authorization | M | Basic base64(id:secret)', 'Content-Type | M | application/json')}## Body\n\n${table('Field | Type | M/O | Notes', 'merchant_id | string | M |', 'channel | string | M | One of: `API`, `H2H`')}## Errors\n\n${table('HTTP | Meaning', ...rows)}`;

test('400 and 422 for faults of their own are each the status of these, and nothing is asked', async () => {
  for (const [missing, other] of [
    ['Body bukan JSON / field wajib kosong', 'Nilai `channel` tidak dikenal'],
    ['merchant_id kosong', 'Unknown channel'],
    ['A mandatory field is missing', 'The value of channel is not known'],
    ['Kolom wajib tidak diisi', 'Nilai `channel` salah'],
    ['Missing merchant_id or channel', 'channel has an unknown value'],
  ]) {
    const rows = [`400 | ${missing}`, '401 | Wrong or missing credentials', `422 | ${other}`];
    const { of, asked, todos, refusals } = await drafted(page(...rows));
    expect.soft(of('merchant_id'), missing).toMatchObject({ required: 'parameters-400' });
    expect.soft(of('channel'), other).toMatchObject({ value: 'parameters-422' });
    expect.soft(Object(refusals)['parameters-400'], missing).toMatchObject({ documented: [{ status: 400 }] });
    expect.soft(Object(refusals)['parameters-422'], other).toMatchObject({ documented: [{ status: 422 }] });
    expect.soft(`${asked} ${todos.map(({ what }) => what).join()}`, missing).not.toContain('each fault has');
  }
});

test('a fault that the words of 400 and of 422 name may have either, and is asked about', async () => {
  for (const [one, other] of [
    ['The format of a field is wrong', 'channel has another value'],
    ['Format isian salah', 'Nilai `channel` salah'],
    ['A field has a wrong format', 'The value of channel is not known'],
  ]) {
    const rows = [`400 | ${one}`, '401 | Wrong or missing credentials', `422 | ${other}`];
    const { of, todos } = await drafted(page(...rows));
    expect.soft(JSON.stringify(of('channel')), one).toContain('"parameters"');
    expect.soft(todos.map(({ what }) => what).join(), one).toContain('which of 422, 400 each fault has');
  }
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
