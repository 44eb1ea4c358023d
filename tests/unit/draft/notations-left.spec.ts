/** Notations that are not understood: each is asked, and none of them hides what is understood beside it. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const legend = table(
  'Singkatan | Arti',
  ...[
    'W | Wajib',
    'O | Opsional',
    'B | Bersyarat',
    'an | alfanumerik, String',
    'n | numerik, String',
    'num | angka JSON',
  ],
  '.. | "sampai dengan", misalnya an..20 = maksimum 20; tanpa titik berarti panjang tetap',
);
const headers = (...rows: string[]): string =>
  `${endpoint}## Header\n\n${table('Header | Format | W/O/B | Keterangan', ...rows)}`;
const answer = `## Response 200\n\n${table('Field | Tipe', 'token | String', 'expiresIn | Number')}`;

test('a notation of a header that is not understood is asked', async () => {
  await expectReadings([
    ...['n6', 'N 6', 'N =6', 'b(16)'].map((cell) => ({
      what: cell,
      page: headers(`X-Partner-Id | ${cell} | W | partnerId`, 'X-Api-Key | an40 | W | apiKey'),
      facts: { 'request header X-API-KEY maxLength': 40 },
      asked: [`the form and length of X-Partner-Id (Header, X-Partner-Id); the page says "${cell}"`],
    })),
    {
      what: 'no notation',
      page: headers('Authorization | | W | Basic', 'X-Api-Key | an40 | W | apiKey'),
      silent: ['of Authorization (Header, Authorization); the page says'],
    },
  ]);
});

test('a sign in a legend leaves the codes beside it as they are', async () => {
  await expectReadings([
    {
      what: 'signs among codes',
      page: `${legend}${headers('X-Api-Key | an40 | W | apiKey', 'X-Trace | an..20 | O | Jejak', 'X-Otp | an4 | B | Bila 2FA aktif')}`,
      facts: { 'request header X-API-KEY required': true },
      none: ['request header X-TRACE required', 'request header X-OTP required'],
      silent: ['"W/O/B"'],
    },
  ]);
});

test('how long a token lives in each environment is asked', async () => {
  for (const [head, one, two] of [
    ['Lingkungan | URL dasar | Catatan', 'Token berlaku 24 jam', 'Token berlaku 30 menit'],
    ['Environment | Base URL | Remarks', 'The token is valid for 24 hours', 'The token is valid for 30 minutes'],
    ['Env | Remarks | Host', 'Tokens expire after 1 day', 'Tokens expire after 1 hour'],
  ] as const) {
    const row = (name: string, host: string, said: string): string =>
      head.endsWith('Host') ? `${name} | ${said} | https://${host}` : `${name} | https://${host} | ${said}`;
    const rows = [row('Sandbox', 'sandbox.a.test', one), row('Produksi', 'gw.a.test', two)];
    await expectReadings([
      {
        what: head,
        page: `# Lingkungan\n\n${table(head, ...rows)}${endpoint}${answer}`,
        asked: [`"Sandbox: ${one}", "Produksi: ${two}"`],
      },
    ]);
  }
});

test('a sample that is shorter than a length alone is asked in the words of both readings', async () => {
  const rows = table('Nama | Tipe | M/O', 'rc | AN 2 | M', 'pesan | ANS 100 | M');
  await expectReadings([
    {
      what: 'a length alone',
      page: `${endpoint}## Response 200\n\n${rows}\`\`\`json\n{"rc":"00","pesan":"SUKSES"}\n\`\`\`\n`,
      facts: { '200 /pesan maxLength': 100 },
      none: ['200 /pesan minLength'],
      asked: ['what pesan may be: its length is 100 (Response 200, pesan), which may be exact or the longest'],
      silent: ['minLength 100'],
    },
  ]);
});
