/** What is said of a value beside a duty that a table says flatly: where it was agreed, where it is kept, and what an example of it means. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const sent = (said: string, example = ''): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Mandatory | Example | Description', `area | String | M | ${example} | ${said}`)}`;
const read = (what: string, page: string) => ({ what, page, facts: { 'request /area required': true } });
const asks = (what: string, page: string) => ({
  what,
  page,
  none: ['request /area required'],
  asked: ['whether area is mandatory'],
});

test('a value that was agreed is there in each request', async () => {
  await expectReadings([
    read('as agreed', sent('Code of the area, as agreed')),
    read('agreed with somebody', sent('Code of the area, agreed with your account manager')),
    read('as a contract has it', sent('Kode wilayah, sesuai perjanjian kerja sama')),
    asks('a duty that is agreed', sent('Code of the area, if agreed')),
    asks('an agreement with some', sent('Code of the area, as agreed with franchise shops')),
    asks('a duty by an agreement', sent('Kode wilayah, wajib sesuai perjanjian kerja sama')),
    asks('for whom there is an agreement', sent('Code of the area, for shops with an agreement')),
  ]);
});

test('what becomes of a value leaves the duty of its field as it is', async () => {
  await expectReadings([
    read('where it is written', sent('Tujuan penggunaan, dicatat pada log audit')),
    read('where it is kept', sent('Purpose of it, recorded in our audit log')),
    asks('for which requests it is written', sent('Purpose of it, recorded for remote shops')),
    read('by whom of the provider it is used', sent('Number of it, for our support')),
    read('by those who help', sent('Number of it, for our help desk')),
    asks('for whom it is', sent('Number of it, for our wholesalers')),
    asks('for those who help as well', sent('Number of it, for support plans')),
    read('whether case matters', sent('Kata rahasia; huruf besar dan kecil dibedakan')),
  ]);
});

test('an example and what it means leave the duty of the field as it is', async () => {
  await expectReadings([
    read('what an example is', sent('Digits of the area; head office is 014', '014')),
    read('another word for an example', sent('Lifetime of it, for instance 600', '600')),
    read('what begins with it', sent('Tier of it; an account starts on silver', 'silver')),
    asks('what some begin with', sent('Tier of it. New clients start on silver', 'silver')),
    asks('the same of another value', sent('Tier of it; a wholesaler starts on gold', 'silver')),
    asks('for whom it is with an example', sent('Tier of it. Only for shops with silver', 'silver')),
    asks('where it is so', sent('Digits of the area; in franchise shops it is 014', '014')),
  ]);
});

test('how a value or each of its items is made and where it was agreed leave the duty of its field as it is', async () => {
  await expectReadings([
    read('the form of each item', sent('Routes of the area, each as origin and target region')),
    asks('the form of some items', sent('Routes of the area, each as contracted by wholesalers only')),
    read('with which key it is made', sent('Digest of it, keyed with the depot secret')),
    asks('with which key some make it', sent('Digest of it, keyed for wholesale depots')),
    read('where it was agreed', sent('Code of the area, as agreed in the key ceremony')),
    asks('where some agreed', sent('Code of the area, as agreed in wholesale contracts')),
    read('for what a person keeps it', sent('For your log')),
    asks('for whom it is', sent('For your wholesaler')),
    read('the operations that a token is for', sent('Depot token for Lease, Sweep and Return')),
    read('the same at the beginning', sent('Token for Lease and Return')),
    asks('those whom a token is for', sent('Depot token for gold, silver and bronze depots')),
    read('the moment of an end', sent('Saat token berakhir, misalnya besok')),
    asks('a duty at an end', sent('Wajib saat token berakhir')),
    read(
      'what is kept as it is',
      sent('Code of the area. It is compared as sent and blanks before it are not removed.'),
    ),
    asks('what is no longer there', sent('Code of the area. It is removed in the next release.')),
  ]);
});
