/** Saved answers of a collection: their names are the words about them. */
import { expect, test } from '@playwright/test';
import { nameAnswers } from '../../../src/draft/openapi/postman-answers.ts';
import { collectionOf } from '../../support/collection.ts';
import { readDraft } from '../../support/draft.ts';

test('an answer has the names of all saved ones of its status, and keeps its own words without one', () => {
  const operation = { responses: { 401: { description: 'Successful response' }, 403: { description: 'Kept' } } };
  const response = [{ code: 401, name: 'Wrong key' }, { code: 401, name: 'No such bill' }, { code: 403 }];
  nameAnswers(operation, { response });
  expect(operation.responses).toEqual({
    401: { description: 'Wrong key\nNo such bill' },
    403: { description: 'Kept' },
  });
});

test('a saved refusal is described by the words that its body holds as well, and a grant by its name alone', () => {
  const operation = { responses: { 200: {}, 401: {}, 422: {} } };
  const response = [
    { code: 200, name: 'OK', body: '{"message":"Welcome"}' },
    { code: 401, name: 'Wrong pin', body: '{"message":"Unknown desk or pin","at":"2026-01-02"}' },
    { code: 422, name: 'Malformed', body: 'message=no JSON' },
  ];
  nameAnswers(operation, { response });
  expect(operation.responses).toMatchObject({
    200: { description: 'OK' },
    401: { description: 'Wrong pin\nUnknown desk or pin' },
    422: { description: 'Malformed' },
  });
});

/** A collection of one request with such saved answers. */
const collection = (...response: object[]): string => collectionOf({}, { response });

const typed = (value: string): object[] => [{ key: 'Content-Type', value }];

test('a refusal that is saved as a page of HTML is no documented one, and is asked', async () => {
  const granted = {
    name: 'OK',
    code: 200,
    header: typed('application/json'),
    body: '{"access_token":"a","expires_in":9}',
  };
  for (const page of [
    { name: 'Gateway', code: 502, header: typed('text/html'), body: '<html><h1>502 Bad Gateway</h1></html>' },
    { name: 'Sedang pemeliharaan', code: 503, header: typed('text/html; charset=utf-8'), body: '' },
    { name: 'WAF', code: 403, header: [], body: '<!DOCTYPE html><html><body>Request blocked</body></html>' },
  ]) {
    const { facts, asked } = await readDraft(collection(granted, page), 'openapi');
    expect(facts, page.name).not.toHaveProperty([`${page.code} status`]);
    expect(JSON.stringify(facts), page.name).not.toContain('text/html');
    expect(asked, page.name).toContain(`${page.code} "${page.name}"`);
  }
  const refused = { name: 'Wrong', code: 401, header: typed('application/json'), body: '{"error":"invalid_client"}' };
  const { facts } = await readDraft(collection(granted, refused), 'openapi');
  expect(facts).toHaveProperty(['401 status']);
});
