/** Codes of refusals that no reader takes: at least one question quotes them. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const body = `## Body\n\n${table('Field | Type | M/O', 'merchant_id | string | M')}## Errors\n\n`;

test('codes beside statuses that the draft does not hold are asked', async () => {
  await expectReadings([
    {
      what: 'a column of codes, and a body that is no sample of a status',
      page: `${endpoint}${body}Semua response gagal berbentuk:\n\n\`\`\`json\n{ "success": false, "error_code": "AUTH-xxx" }\n\`\`\`\n\n${table('HTTP | error_code | Penyebab', '400 | AUTH-001 | Field wajib kosong', '401 | AUTH-002 | API key salah', '401 | AUTH-003 | merchant_id bukan milik API key')}`,
      asked: ['401 | AUTH-002', '401 | AUTH-003'],
    },
    {
      what: 'a sentence',
      page: `${endpoint}${body}A missing field gives 400. Until then every login answers \`423\`, code \`NG-2009\`, the right password too.\n`,
      asked: ['NG-2009'],
    },
    {
      what: 'a sentence in Indonesian',
      page: `${endpoint}${body}Field kosong dijawab 400. IP yang belum terdaftar dijawab 403 (KM-110).\n`,
      asked: ['KM-110'],
    },
    {
      what: 'numbers',
      page: `${endpoint}${body}${table('Kode | HTTP | Arti', '1000 | 400 | Parameter hilang', '2000 | 401 | Kredensial salah')}`,
      asked: ['2000 | 401'],
    },
  ]);
});

test('codes that the draft holds, and names that are none, ask nothing', async () => {
  await expectReadings([
    {
      what: 'a code that is held',
      page: `${endpoint}${body}A missing field gives 400 with \`error_code\` = \`AUTH-001\`.\n`,
      facts: { '400 /error_code const': 'AUTH-001' },
      silent: ['which code each answer holds'],
    },
    {
      what: 'names of algorithms',
      page: `${endpoint}${body}A signature that is not made with HMAC-256 or SHA-512 is refused with 401. A body that is not UTF-8 gives 400.\n`,
      silent: ['which code each answer holds'],
    },
  ]);
});
