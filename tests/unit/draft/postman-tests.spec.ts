/** JSON Schemas in the test scripts of a collection: facts of the answer that they are held against. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const schema = `{
  type: 'object', // as granted
  "required": ["access_token"],
  "properties": { "access_token": { "type": "string", "maxLength": 900 }, "note": { "type": "string" } },
}`;
const ok = 'pm.test("status", () => { pm.response.to.have.status(200); });\n';

const request = (name: string, script: string, body?: string): object => ({
  name,
  event: [{ listen: 'test', script: { exec: script.split('\n') } }],
  request: {
    method: 'POST',
    url: 'https://a.test/token',
    body: { mode: 'urlencoded', urlencoded: [{ key: 'client_id', value: 'a' }] },
  },
  response: body === undefined ? [] : [{ name: 'OK', code: 200, body }],
});

const read = (...item: object[]) => {
  const info = { name: 'Tokens', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
  return readDraft(JSON.stringify({ info, item }), 'openapi');
};

const facts = {
  '200 status': true,
  '200 /access_token required': true,
  '200 /access_token type': 'string',
  '200 /access_token maxLength': 900,
  '200 /note type': 'string',
};

test('the schema that a test holds an answer against gives its members, however it is written', async () => {
  for (const script of [
    `${ok}const schema = ${schema};\npm.test("schema", () => { pm.response.to.have.jsonSchema(schema); });`,
    `${ok}pm.response.to.have.jsonSchema(${schema});`,
    `var wanted = ${schema};\ntests["ok"] = responseCode.code === 200;\ntests["schema"] = tv4.validate(pm.response.json(), wanted);`,
  ]) {
    const found = await read(request('Get access token', script));
    expect.soft(found.facts, script).toMatchObject(facts);
    expect.soft(found.facts, script).not.toHaveProperty(['200 /note required']);
    expect.soft(found.asked, script).not.toMatch(/were not read|access_token, note of the answer/);
  }
  const { facts: beside } = await read(
    request(
      'Get access token',
      `${ok}pm.response.to.have.jsonSchema(${schema});`,
      '{"access_token":"x","expires_in":9}',
    ),
  );
  expect(beside).toMatchObject({ ...facts, '200 /expires_in type': 'integer' });
});

test('one that is turned down, left out or no test of an answer says nothing', async () => {
  for (const script of [
    `${ok}// pm.response.to.have.jsonSchema(${schema.replace(/\n/g, ' ').replace('// as granted', '')});`,
    `${ok}pm.response.to.not.have.jsonSchema(${schema});`,
    `${ok}const schema = ${schema};\npm.expect(tv4.validate(pm.response.json(), schema)).to.be.false;`,
    `${ok}const schema = ${schema};`,
  ])
    expect.soft((await read(request('Get access token', script))).facts, script).not.toHaveProperty(['200 /note type']);
});

test('one that is no data alone, has no status or stands beside another is asked', async () => {
  for (const script of [
    `${ok}const schema = make();\npm.response.to.have.jsonSchema(schema);`,
    `pm.response.to.have.jsonSchema(${schema});`,
    `const schema = ${schema};\nif (pm.response.code === 200) { pm.response.to.have.jsonSchema(schema); }`,
    `${ok}pm.response.to.have.jsonSchema(${schema});\npm.response.to.have.jsonSchema(${schema});`,
  ]) {
    const found = await read(request('Get access token', script));
    expect.soft(found.facts, script).not.toHaveProperty(['200 /note type']);
    expect.soft(found.asked, script).toContain('those of "Get access token" (');
  }
  const other = schema.replace('"note"', '"refresh_token"');
  const two = await read(
    request('Get access token', `${ok}pm.response.to.have.jsonSchema(${schema});`),
    request('Get access token again', `${ok}pm.response.to.have.jsonSchema(${other});`),
  );
  expect(two.facts).toMatchObject(facts);
  expect(two.asked).toContain('one of them alone has note, refresh_token');
});

test('a member that a script keeps of an answer is asked, and so is a parameter that is switched off without a word', async () => {
  for (const [script, name] of [
    ['pm.environment.set("held", pm.response.json().access_token);', 'access_token'],
    ["pm.collectionVariables.set('t', pm.response.json().data.token)", 'data.token'],
    ['postman.setEnvironmentVariable("t", pm.response.json().accessToken);', 'accessToken'],
  ])
    expect.soft((await read(request('Get access token', script ?? ''))).asked).toContain(`keeps ${name} of the JSON`);
  const off = {
    name: 'Get access token',
    request: {
      method: 'POST',
      url: 'https://a.test/token',
      body: {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'client_id', value: 'a' },
          { key: 'scope', value: 'partners', disabled: true },
        ],
      },
    },
  };
  const found = await read(off);
  expect(found.asked).toContain('whether scope is sent');
  expect(found.facts).not.toHaveProperty(['request /scope type']);
});
