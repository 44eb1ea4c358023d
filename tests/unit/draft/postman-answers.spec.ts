/** Saved answers of a collection: their names are the words about them. */
import { expect, test } from '@playwright/test';
import { nameAnswers } from '../../../src/draft/openapi/postman-answers.ts';

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
