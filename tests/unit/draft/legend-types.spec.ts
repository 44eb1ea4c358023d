/** Legends that hold codes for presence and for types, which give the type of JSON behind what a value is made of. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const rows = ['user | a..8 | W', 'number | n..12 | P', 'age | int | W'];
const page = (...legend: string[]): string =>
  `# Notation\n\n${table('Notation | Meaning', ...legend)}${endpoint}## Request body\n\n${table('Element | Kind | Status (W/P)', ...rows)}`;

const types = [
  'a..N | letters and digits, at most N characters (sent as a JSON string)',
  'n..N | digits only, at most N characters (sent as a JSON string)',
  'int | whole number (JSON number)',
];

test('codes of both kinds are read, and what says a meaning again takes nothing back', async () => {
  const lengths = { 'request /user maxLength': 8, 'request /number maxLength': 12, 'request /number type': 'string' };
  await expectReadings([
    {
      what: 'English',
      page: page('W | Mandatory', 'P | Optional (may be omitted)', ...types),
      facts: {
        ...lengths,
        'request /user required': true,
        'request /age type': 'integer',
        'request /age required': true,
      },
      none: ['request /number required'],
      silent: ['whether number is mandatory', 'the JSON type of'],
    },
    {
      what: 'Indonesian',
      page: page(
        ...['W | Wajib', 'P | Pilihan (boleh tidak dikirim)', 'int | bilangan bulat (JSON number)'],
        'a..N | huruf dan angka, paling banyak N karakter (dikirim sebagai JSON string)',
        'n..N | angka saja, paling banyak N karakter (dikirim sebagai JSON string)',
      ),
      facts: { ...lengths, 'request /user required': true, 'request /age type': 'integer' },
      silent: ['whether number is mandatory', 'the JSON type of'],
    },
    {
      what: 'another word behind it',
      page: page('W | Mandatory (for partners)', 'P | Optional', ...types),
      facts: lengths,
      none: ['request /user required'],
      asked: ['user, age are mandatory'],
    },
    {
      what: 'what is not understood before the type',
      page: page('W | Mandatory', 'P | Optional', 'n..N | packed digits, N to a byte (JSON string)', types[2] ?? ''),
      facts: { 'request /user required': true },
      none: ['request /number maxLength'],
    },
  ]);
});
