/** Members of the object above them, however their names are written; a name that leaves a part of itself empty is asked. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const body = (...names: string[]): string =>
  `${endpoint}## Request body\n\n${table(
    'Name | Type | Required',
    'grantType | String | yes',
    'info | Object | no',
    ...names.map((name) => `${name} | String | no`),
    'last | String | no',
  )}`;

test('a name below an object is one of its members, whichever mark says so', async () => {
  await expectReadings(
    ['.code', '. code', '- code', '> code', '→ code', '↳ code', '+ code', '`.code`', 'info.code', 'info->code'].map(
      (name) => ({
        what: name,
        page: body(name),
        facts: { 'request /info/code type': 'string', 'request /last type': 'string' },
        none: ['request //code type', 'request /code type'],
        silent: ['cannot be read', 'part is empty'],
      }),
    ),
  );
  await expectReadings([
    {
      what: 'two levels of dots',
      page: body('.code', '..kind', '.other').replace('.code | String', '.code | Object'),
      facts: { 'request /info/code/kind type': 'string', 'request /info/other type': 'string' },
    },
    {
      what: 'the root of a path',
      page: body('$.info.code', '$.own'),
      facts: { 'request /info/code type': 'string', 'request /own type': 'string' },
    },
  ]);
});

test('no draft holds an empty name', async () => {
  const sample = '## Request body\n\n```json\n{ "grantType": "x", "": { "code": "1" } }\n```\n';
  await expectReadings([
    { what: 'two dots', page: body('info..code'), asked: ['rows whose name cannot be read: info..code'] },
    { what: 'a dot at the end', page: body('code.'), asked: ['rows whose name cannot be read: code.'] },
    { what: 'dots alone', page: body('...'), asked: ['rows whose name cannot be read: ...'] },
    { what: 'a sample', page: `${endpoint}${sample}`, asked: ['of whose names a part is empty'] },
    {
      what: 'a list',
      page: `${endpoint}## Request body\n\n- \`id\` (string, required)\n- \`info..code\` (string, optional)\n`,
      asked: ['of whose names a part is empty: Request body, info..code'],
    },
  ]);
  for (const page of [body('info..code'), body('...'), `${endpoint}${sample}`])
    expect(Object.keys((await readDraft(page)).facts).filter((key) => /^\w+ \/(?:.*\/)?(?:\/| )/.test(key))).toEqual(
      [],
    );
});

test('a name that begins further right than that of an object lies below it', async () => {
  const aligned = (...rows: string[]): string =>
    [
      'TOKEN',
      '',
      'POST https://a.test/token',
      '',
      '    Body',
      '    Nama            Wajib   Tipe      Keterangan',
      '    --------------------------------------------',
      ...rows,
      '    last            T       String    x',
      '',
    ].join('\n');
  await expectReadings([
    {
      what: 'two levels',
      page: aligned(
        '    info            T       Object    x',
        '      code          Y       String    x',
        '      more          T       Object    x',
        '       .deep        T       String    x',
        '      other         T       String    x',
      ),
      facts: {
        'request /info/code required': true,
        'request /info/more/deep type': 'string',
        'request /info/other type': 'string',
        'request /last type': 'string',
      },
    },
    {
      what: 'below what has no members',
      page: aligned('    kind            T       String    x', '      code          Y       String    x'),
      facts: { 'request /code required': true },
      none: ['request /kind/code required'],
    },
  ]);
});
