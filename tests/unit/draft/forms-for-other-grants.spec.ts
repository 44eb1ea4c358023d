/** A request that is described as a choice: the form of the client's own credentials, and forms for other grants. */
import { expect, test } from '@playwright/test';
import type { Json } from '../../../src/formats/json.ts';
import { described } from '../../support/described.ts';
import { readDraft } from '../../support/draft.ts';

/** Schemas that extend one of which the member `grant` tells the form. */
const base = 'Base: { required: [grant], properties: { grant: { type: string }, lot: { type: string } } }';
const form = (name: string, more: string): string =>
  `${name}: { allOf: [ { $ref: '#/components/schemas/Base' }, ${more} ] }`;

const house = form(
  'HouseGrant',
  '{ required: [house_id, house_secret], properties: { grant: { const: house }, house_id: { type: string }, house_secret: { type: string, minLength: 24 } } }',
);
const branch = form('BranchGrant', '{ required: [branch_secret], properties: { branch_secret: { type: string } } }');
const renewed = form('Renewed', '{ required: [refresh_token], properties: { refresh_token: { type: string } } }');
const refresh = form('RefreshGrant', '{ properties: { ticket: { type: string } } }');
const open = form('OpenGrant', '{ required: [house_id], properties: { house_id: { type: string } } }');

const choice = (...forms: string[]): { [name: string]: Json } => {
  const names = forms.map((one) => one.slice(0, one.indexOf(':')));
  const references = names.map((name) => `{ $ref: '#/components/schemas/${name}' }`).join(', ');
  return described(
    `request: { oneOf: [ ${references} ] }\nschemas:\n${[base, ...forms].map((one) => `  ${one}`).join('\n')}`,
  );
};
const read = (...forms: string[]) => readDraft(JSON.stringify(choice(...forms)), 'openapi');

test('the only form that is for no other grant is meant, where a secret of the client is in it', async () => {
  for (const other of [renewed, refresh]) {
    const { facts, asked } = await read(house, other);
    expect(facts, other).toMatchObject({
      ...{ 'request /grant required': true, 'request /grant const': 'house', 'request /house_id required': true },
      ...{ 'request /house_secret required': true, 'request /house_secret minLength': 24 },
    });
    expect(facts, other).not.toHaveProperty(['request /refresh_token type']);
    expect(asked, other).not.toContain('which of the forms');
  }
});

test('forms of which none is for another grant are a question that names what each of them alone has', async () => {
  const { facts, asked } = await read(house, branch, renewed);
  expect(facts).toMatchObject({ 'request /grant required': true, 'request /lot type': 'string' });
  expect(facts).not.toHaveProperty(['request /house_id required']);
  expect(asked).toContain('HouseGrant (house_id, house_secret)');
  expect(asked).toContain('BranchGrant (branch_secret)');
});

test('a form without a secret is a question beside one for another grant', async () => {
  const { asked } = await read(open, renewed);
  expect(asked).toContain('which of the forms of OpenAPI, requestBody is meant');
});
