/** Lengths that the form of a value makes exact, choices that are all values there are, and sentences about all fields of a part. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const sized = (length: string, notes: string): string =>
  `${endpoint}## Request body\n\n${table('Name | Type | Length | Required | Notes', `mark | string | ${length} | yes | ${notes}`)}`;

test('the most characters of a value whose form has one length are all of them', async () => {
  for (const [length, notes] of [
    ['14', 'yyyyMMddHHmmss'],
    ['25', 'Time, format `yyyy-MM-ddTHH:mm:ss+07:00`'],
    ['20', 'yyyy-MM-ddTHH:mm:ssZ'],
    ['36', 'UUID'],
    ['36', 'UUID of the till.'],
  ] as const) {
    const { facts } = await readDraft(sized(length, notes));
    expect([facts['request /mark minLength'], facts['request /mark maxLength']], notes).toEqual([
      Number(length),
      Number(length),
    ]);
  }
  for (const [length, notes] of [
    ['40', 'UUID'],
    ['32', 'Name of the shop'],
    ['36', 'The till, not a UUID'],
    ['36', 'Name of the till that has a UUID'],
    ['36', 'UUID of the till, without dashes'],
    ['36', 'UUID, or yyyyMMddHHmmss'],
    ['8', 'Terminal'],
    // An offset that letters stand for may be a Z.
    ['25', "Waktu, yyyy-MM-dd'T'HH:mm:ssXXX"],
    ['25', 'yyyy-MM-ddTHH:mm:ssTZD'],
  ] as const)
    expect((await readDraft(sized(length, notes))).facts, notes).not.toHaveProperty('request /mark minLength');
});

test('words that count exactly as many characters as the column of lengths make these all, and other words do not', async () => {
  for (const [length, notes] of [
    ['6', 'The pin, exactly 6 digits'],
    ['6', 'PIN kasir, tepat 6 angka'],
    ['6', 'Always 6 characters.'],
  ] as const)
    expect((await readDraft(sized(length, notes))).facts, notes).toMatchObject({
      ...{ 'request /mark required': true, 'request /mark minLength': 6, 'request /mark maxLength': 6 },
    });
  expect((await readDraft(sized('6', 'The pin, exactly 6 digits'))).facts['request /mark pattern']).toBe('^[0-9]{6}$');
  for (const [length, notes] of [
    ['6', 'The pin, up to 6 digits'],
    ['6', 'The pin, exactly 6 digits for resellers'],
    ['6', 'The pin, exactly 6 digits until v2'],
    ['8', 'The pin, exactly 6 digits'],
    ['6', 'The first exactly 2 digits are those of the shop'],
    ['6', 'The pin, not exactly 6 digits'],
  ] as const)
    expect((await readDraft(sized(length, notes))).facts, notes).not.toHaveProperty('request /mark minLength');
});

test('a digest in hexadecimal has one length and its characters, and one in another form, or of some, has neither', async () => {
  for (const [length, notes, pattern] of [
    ['64', 'SHA-256 of the secret, lower case hex', '^[0-9a-f]{64}$'],
    ['64', 'HMAC-SHA256 dalam hex, huruf kecil', '^[0-9a-f]{64}$'],
    ['32', 'MD5 hash in upper case hexadecimal', '^[0-9A-F]{32}$'],
    ['128', 'SHA512, hex', '^[0-9a-fA-F]{128}$'],
  ] as const) {
    const { facts } = await readDraft(sized(length, notes));
    expect(facts, notes).toMatchObject({ 'request /mark minLength': Number(length), 'request /mark pattern': pattern });
  }
  for (const [length, notes] of [
    ['64', 'SHA-256 of the secret'],
    ['64', 'SHA-256 of the secret, Base64 of the hex'],
    ['64', 'SHA-512 of the secret, hex'],
    ['64', 'SHA-256 or SHA-512, hex'],
    ['64', 'The first 64 characters of SHA-256, hex'],
    ['64', 'SHA-256 of the secret in hex, until v2'],
    ['64', 'SHA-256 of the secret, not in hex'],
  ] as const) {
    const { facts } = await readDraft(sized(length, notes));
    expect(facts, notes).not.toHaveProperty('request /mark minLength');
    expect(facts, notes).not.toHaveProperty('request /mark pattern');
  }
});

test('a sentence that is nothing but a choice gives every value, and one of names, or that goes on, gives none', async () => {
  const given = (notes: string, example = ''): string =>
    `${endpoint}## Request body\n\n${table('Name | Type | Required | Notes | Example', `area | string | no | ${notes} | ${example}`)}`;
  for (const [notes, example] of [
    ['`eu`, `uk` or `apac`. If it is absent we take the area of your account', ''],
    ['Area. `eu`, `uk`, or `apac`', ''],
    ['`eu`, `uk` atau `apac`.', ''],
    ['Where it is. eu, uk or apac', 'uk'],
  ] as const)
    expect((await readDraft(given(notes, example))).facts['request /area enum'], notes).toEqual(['eu', 'uk', 'apac']);
  for (const [notes, example] of [
    ['eu or uk', ''],
    ['Name or code', 'Bandung'],
    ['`eu` or `uk`, e.g. as agreed', ''],
    ['`eu` or `uk`. More values may be added', ''],
    ['Like `eu` or `uk`', ''],
  ] as const)
    expect((await readDraft(given(notes, example))).facts, notes).not.toHaveProperty('request /area enum');
});

test('a sentence before fields says of all of them that they have to be there, and one about some says nothing', async () => {
  const fields = table('Name | Notes', 'shop | The shop', 'area | The area');
  const page = (words: string): string => `${endpoint}## Request body\n\n${words}\n\n${fields}`;
  for (const words of [
    'All two parameters have to be there:',
    'The request is a form. All of the following fields are required.',
    'Semua parameter wajib diisi:',
    'Each field must be present.',
  ]) {
    const { facts, asked } = await readDraft(page(words));
    expect(facts, words).toMatchObject({ 'request /shop required': true, 'request /area required': true });
    expect(asked, words).not.toContain('mandatory');
  }
  for (const words of ['All fields are required for shops:', 'Some fields are required:', 'All fields may be there:'])
    expect((await readDraft(page(words))).facts, words).not.toHaveProperty('request /shop required');
});

test('what the fields are may stand before it, and the side that it names is theirs', async () => {
  const fields = table('Field | Value', 'shop | up to 9 characters', 'till | up to 4 characters');
  for (const said of [
    'Form fields, all mandatory:',
    'Isian form, semuanya wajib:',
    'Request fields (all required, in any order):',
  ]) {
    const { facts, asked } = await readDraft(`${endpoint}${said}\n\n${fields}`);
    expect(facts, said).toMatchObject({ 'request /shop required': true, 'request /till required': true });
    expect(asked, said).not.toMatch(/each request|(?:is|are) mandatory/);
  }
  for (const said of ['Form fields, all mandatory for web shops:', 'Form fields, most mandatory:'])
    expect((await readDraft(`${endpoint}${said}\n\n${fields}`)).facts, said).not.toHaveProperty(
      'request /shop required',
    );
});

test('a method with a sentence behind it, and a host that is reached by HTTPS alone, are read', async () => {
  const page = (method: string, host: string): string =>
    `# Token\n\nHost: \`${host.replace(' (', '` (')}\n\nPath: /token\n\nHTTP method: ${method}\n`;
  const { facts } = await readDraft(page('`POST`. Nilai `x` saat ini adalah `v1.0`.', 'a.test (https only)'));
  expect(facts).toMatchObject({ method: 'POST', 'server https://a.test': true });
  const { asked } = await readDraft(page('POST if the shop is new', 'a.test (sandbox only)'));
  expect(asked).toContain('the method of each request');
  expect(asked).toContain('the addresses of the provider');
});
