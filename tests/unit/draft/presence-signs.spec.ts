/** Signs behind the names of fields that say whether these are there, and the types and lengths behind the signs. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft } from '../../support/draft.ts';

const terms = (...items: string[]): string =>
  items
    .map((item) => {
      const [term = '', said = ''] = item.split(' :: ');
      return `<dt>${term}</dt><dd>${said}</dd>`;
    })
    .join('');

const html = (legend: string): string => `<h1>Token</h1>${legend}<p>POST https://a.test/token</p>
<h2>Request body</h2><dl>${terms('<code>grantType</code> <span>●</span> <i>string (18)</i> :: Must be <code>client_credentials</code>.', '<code>note</code> <span>○</span> <i>string (40)</i> :: Free text.')}</dl>
<h2>Response, HTTP 200</h2><dl>${terms('<code>accessToken</code> <span>●</span> <i>string (4096)</i> :: A JWT.', '<code>tokenType</code> <span>●</span> <i>string</i> :: <code>BearerToken</code>', '<code>expiresIn</code> <span>●</span> <i>string</i> :: Seconds.')}</dl>`;

const typed = {
  'request /grantType const': 'client_credentials',
  'request /grantType maxLength': 18,
  'request /note maxLength': 40,
  '200 /accessToken type': 'string',
  '200 /accessToken maxLength': 4096,
  '200 /tokenType const': 'BearerToken',
  '200 /expiresIn type': 'string',
};

test('types and lengths behind a sign are read, and presence as the legend says it', async () => {
  for (const legend of [
    '<p>An element marked ● must be sent, ○ may be sent, ◐ depends on the stated condition.</p>',
    '<ul><li>● mandatory</li><li>○ optional</li></ul>',
    '<p>Tanda ● wajib, ○ opsional.</p>',
    '<table><tr><th>Sign</th><th>Meaning</th></tr><tr><td>●</td><td>Wajib</td></tr><tr><td>○</td><td>Opsional</td></tr></table>',
  ]) {
    const { facts } = await readDraft(html(legend), 'html');
    expect
      .soft(facts, legend)
      .toMatchObject({ ...typed, 'request /grantType required': true, '200 /accessToken required': true });
    expect.soft(facts, legend).not.toHaveProperty(['request /note required']);
  }
});

test('a sign without a legend leaves presence to a person', async () => {
  const { facts, asked } = await readDraft(html(''), 'html');
  expect(facts).toMatchObject(typed);
  expect(facts).not.toHaveProperty(['request /grantType required']);
  expect(asked).toContain('whether grantType, note are mandatory');
});

test('the same in lists of Markdown', () =>
  expectReadings([
    {
      what: 'stars',
      page: `${endpoint}★ = required, ☆ = optional\n\n## Request body\n\n- \`client_id\` ★ string (20): your id\n- scope ☆ string: what for\n`,
      facts: {
        'request /client_id required': true,
        'request /client_id maxLength': 20,
        'request /scope type': 'string',
      },
    },
    {
      what: 'a sign that depends on something',
      page: `${endpoint}● wajib, ◐ wajib jika diminta\n\n## Request body\n\n- \`client_id\` ● string: ID\n- \`branch\` ◐ string (4): cabang\n`,
      facts: { 'request /client_id required': true, 'request /branch type': 'string' },
      none: ['request /branch required'],
      asked: ['branch'],
    },
  ]));
