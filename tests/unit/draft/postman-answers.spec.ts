/** Saved answers of a collection: their names are the words about them. */
import { expect, test } from '@playwright/test';
import { nameAnswers } from '../../../src/draft/openapi/postman-answers.ts';

test('an answer has the name of the first saved one of its status, and keeps its own words without one', () => {
  const operation = { responses: { 401: { description: 'Successful response' }, 403: { description: 'Kept' } } };
  const response = [{ code: 401, name: 'Wrong key' }, { code: 401, name: 'No such bill' }, { code: 403 }];
  nameAnswers(operation, { response });
  expect(operation.responses).toEqual({ 401: { description: 'Wrong key' }, 403: { description: 'Kept' } });
});
