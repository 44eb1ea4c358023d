/** What a page says of a request of which no field was read is in the questions. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, type Reading } from '../../support/draft.ts';

const granted = '```json\n{ "success": true, "token": "abc" }\n```\n\n';
const refused = '```json\n{ "success": false, "error": "E422" }\n```\n\n';

const of = (what: string, login: string, fault: string, form: string): Reading => ({
  what,
  page: `${endpoint}${login}\n\nKalau berhasil, kami menjawab \`200\` seperti ini:\n\n${granted}### Kalau gagal\n\n${fault}\n\n${refused}## Tanya jawab\n\n${form}\n`,
  asked: ['what the request holds', fault.slice(0, 30), form.slice(0, 20)],
});

test('how a request is refused of which nothing was read, and in which form it is sent, is asked', async () => {
  await expectReadings([
    of(
      'a question and its answer',
      'Kirim isian berikut dengan body JSON.',
      'Kalau ada yang kurang atau formatnya keliru, jawabannya `422` dengan daftar `errors`:',
      '**Boleh pakai form?** Boleh.',
    ),
    of(
      'a statement',
      'The call takes two values, which are described in the contract.',
      'Anything missing or malformed gets a `422` with a list of `errors`:',
      '**Is a form possible?** Yes, it is.',
    ),
  ]);
});
