/** Descriptions as people write YAML: with the merge key and the words of YAML 1.1. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { about } from '../../support/described.ts';

test('what a description merges, and words of YAML 1.1 for yes and no, are read as its writer meant them', async () => {
  const text = `
openapi: 3.0.3
info: { title: Acme, version: '1' }
servers: [{ url: 'https://api.acme.test' }]
x-short: &short { type: string, maxLength: 30 }
paths:
  /oauth/token:
    post:
      summary: Issue a token
      parameters:
        - { name: X-Branch, in: header, required: yes, schema: *short }
        - { name: X-Note, in: header, required: 'Off', schema: { type: string, enum: [NO, SE] } }
      requestBody:
        required: on
        content:
          application/json:
            schema:
              required: [site]
              properties: { site: { <<: *short, minLength: 3 }, required: { type: string, example: on } }
      responses: { 200: { description: ok } }`;
  const facts = await factsOf({ text, format: 'openapi', base: 'api.yaml' });
  expect(about(facts, 'request ')).toEqual({
    ...{ '/required type': 'string', '/site type': 'string', '/site required': true },
    ...{ '/site maxLength': 30, '/site minLength': 3, 'body required': true },
    ...{ 'header X-BRANCH required': true, 'header X-BRANCH type': 'string', 'header X-BRANCH maxLength': 30 },
    ...{ 'header X-NOTE type': 'string', 'header X-NOTE enum': ['NO', 'SE'] },
  });
});

test('a description that a comma has cut has the words behind it as well', async () => {
  const text = `
openapi: 3.0.3
info: { title: Acme, version: '1' }
servers: [{ url: 'https://api.acme.test' }]
paths:
  /oauth/token:
    post:
      responses:
        200: { description: ok }
        400: { description: A field is missing, of another type, or too long }
        401: { description: Unknown client, x-note: null, or nobody: null }
        403: { description: Locked, nullable }`;
  const { answers } = await factsOf({ text, format: 'openapi', base: 'api.yaml' });
  const words = Object.fromEntries(answers.map((one) => [one.status, one.words]));
  expect(words).toMatchObject({ 400: 'A field is missing, of another type, or too long', 401: 'Unknown client' });
  expect(words).toMatchObject({ 403: 'Locked' });
});
