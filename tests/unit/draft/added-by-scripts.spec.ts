/** What a collection adds to each request by its scripts is asked; a form without parts is no body. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const event = (...exec: string[]) => [{ listen: 'prerequest', script: { type: 'text/javascript', exec } }];

/** A collection with a request for a token in a folder; `scripts` run before it, from the collection down. */
function collection(scripts: { all?: string[]; folder?: string[]; own?: string[] }, request: object = {}): string {
  const given = (exec: string[] | undefined) => (exec === undefined ? {} : { event: event(...exec) });
  return JSON.stringify({
    info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Auth',
        item: [
          {
            name: 'Get a token',
            request: {
              method: 'POST',
              header: [{ key: 'X-Key', value: 'k' }],
              url: 'https://a.test/token',
              body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
              ...request,
            },
            ...given(scripts.own),
          },
        ],
        ...given(scripts.folder),
      },
    ],
    ...given(scripts.all),
  });
}

const asked = async (text: string): Promise<string> => (await readDraft(text, 'openapi')).asked;
const question = (name: string): string => `whether the request for a token holds ${name}, and`;

test('headers and parameters that a script adds are asked, wherever the script stands', async () => {
  const lines: [string, string][] = [
    ["pm.request.headers.upsert({ key: 'X-Request-Id', value: pm.variables.replaceIn('{{$guid}}') });", 'X-Request-Id'],
    ['pm.request.headers.add({"key": "api-version", "value": v})', 'api-version'],
    ["pm.request.headers.add('X-Trace: 1')", 'X-Trace'],
    ["pm.request.addHeader({ value: 'id', key: 'Accept-Language' })", 'Accept-Language'],
    ["pm.request.addQueryParams(['lang=id'])", 'lang'],
  ];
  for (const [line, name] of lines)
    for (const scripts of [{ all: [line] }, { folder: [line] }, { own: ['// tambahan', line] }])
      expect.soft(await asked(collection(scripts)), line).toContain(question(name));
});

test('what the request lists itself, or a comment shows, is not', async () => {
  for (const line of [
    "pm.request.headers.upsert({ key: 'X-Key', value: 'k' });",
    "// pm.request.headers.add({ key: 'X-Old', value: '1' });",
    "pm.environment.set('key', '1');",
  ])
    expect.soft(await asked(collection({ all: [line] })), line).not.toContain('whether the request for a token holds');
});

test('a form without parts is no body', async () => {
  const body = (formdata: object[]) => collection({}, { method: 'GET', body: { mode: 'formdata', formdata } });
  for (const parts of [[], [{ key: 'a', value: 'b', disabled: true }]])
    expect(await asked(body(parts))).not.toContain('multipart/form-data');
  expect(await asked(body([{ key: 'a', value: 'b' }]))).toContain('multipart/form-data');
});
