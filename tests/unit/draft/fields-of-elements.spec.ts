/** Pages of HTML that give each field an element of its own, without a table or a list around them. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const page = (fields: string): string =>
  `<h1>Create token</h1><p>POST <code>https://a.test/token</code></p><h2>Body Params</h2>${fields}<h2>Response 200</h2><table><tr><th>Field</th><th>Type</th></tr><tr><td>token</td><td>string</td></tr></table>`;

const ofThree = {
  'request /kind type': 'string',
  'request /kind required': true,
  'request /area enum': ['north', 'south'],
  'request /pin required': true,
  'request /pin maxLength': 9,
};

test('each element of the same class that begins with a name is a field of its own', async () => {
  for (const fields of [
    // A label, its attributes, and a paragraph below.
    `<div class="param"><label>kind</label> <span class="type">string</span> <span class="required">required</span>
<p>Must be <code>shop</code></p></div>
<div class="param"><label>area</label> <span class="type">string</span> <span class="default">Defaults to north</span>
<p>Allowed: <code>north</code> <code>south</code></p></div>
<div class="param"><label>pin</label> <span class="type">string</span> <span class="required">required</span> <span class="range">length &le; 9</span><p>The pin.</p></div>`,
    // A head of its own, and code for the name.
    `<section class="field first"><div class="head"><code>kind</code><em>string</em><strong>required</strong></div><div class="text">Must be <code>shop</code></div></section>
<section class="field"><div class="head"><code>area</code><em>string</em></div><div class="text">One of <code>north</code>, <code>south</code>.</div></section>
<section class="field"><div class="head"><code>pin</code><em>string</em><strong>required</strong><i>max 9 characters</i></div></section>`,
    // Paragraphs, in Indonesian.
    `<p class="isian"><b>kind</b> <span>string</span> <span>wajib</span><br>Harus <code>shop</code></p>
<p class="isian"><b>area</b> <span>string</span> <span>opsional</span><br>Salah satu dari <code>north</code>, <code>south</code></p>
<p class="isian last"><b>pin</b> <span>string</span> <span>wajib</span> <span>maks. 9 karakter</span></p>`,
    // Names by their class.
    `<div class="row"><span class="prop-name">kind</span><span class="badge">string</span><span class="badge">required</span><div>Must be <code>shop</code></div></div>
<!-- next --><div class="row"><span class="prop-name">area</span><span class="badge">string</span><div>Allowed values: <code>north</code>, <code>south</code></div></div>
<div class="row"><span class="prop-name">pin</span><span class="badge">string</span><span class="badge">required</span><div>At most 9 characters.</div></div>`,
  ]) {
    const { facts, asked } = await readDraft(page(fields), 'html');
    expect.soft(facts, fields).toMatchObject(ofThree);
    expect.soft(facts, fields).toHaveProperty(['request /kind const'], 'shop');
    expect.soft(facts, fields).not.toHaveProperty(['request /pin enum']);
    expect.soft(asked, fields).not.toContain('whether kind');
  }
});

test('a field whose name is struck out keeps its name, and its words stay with it', async () => {
  const { facts, asked } = await readDraft(
    page(
      '<div class="param"><label>pin</label> <span>string</span> <span>required</span><p>The pin.</p></div><div class="param old"><label><del>word</del></label> <span>string</span> <span>Deprecated</span><p>Not for new shops.</p></div>',
    ),
    'html',
  );
  expect(facts).toMatchObject({ 'request /pin required': true, 'request /word type': 'string' });
  expect(asked).toContain('whether word is mandatory');
  expect(asked).not.toContain('whether pin is mandatory');
});

test('sentences that begin with code, and statuses, are no fields', async () => {
  const { facts } = await readDraft(
    page('<p class="note"><code>pin</code> is required.</p><p class="note"><code>area</code> is optional.</p>'),
    'html',
  );
  expect(facts).toMatchObject({ 'request /pin required': true });
  const answers = await readDraft(
    page('').concat(
      '<h2>Errors</h2><div class="status"><code>400</code> <b>Bad request</b></div><div class="status"><code>401</code> <b>Wrong pin</b></div>',
    ),
    'html',
  );
  expect(answers.facts).toMatchObject({ '400 status': true, '401 status': true });
});
