/** Tabs of which each shows a host: what a tab shows is of its own label, and a host that has the labels of several is asked about. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { readDraft } from '../../support/draft.ts';

const [first, second] = ['POST https://one.a.test/token', 'POST https://two.a.test/token'];

async function hostsOf(text: string, format: Page['format']): Promise<unknown[]> {
  const { servers } = await factsOf({ text, format, base: 'page' });
  return servers.map(({ url, label, production }) => [new URL(url).hostname, label, production]);
}

test('what a tab of HTML shows is of its own label', async () => {
  const bars: Record<string, string> = {
    'a call names the panel': `<div class="tabs"><button onclick="show('sb')">Sandbox</button><button onclick="show('pr')">Production</button></div>
<div class="tab active" id="sb"><pre>${first}</pre><p>Try it here.</p></div><div class="tab" id="pr"><pre>${second}</pre></div>`,
    'links to the panels': `<ul class="tab-links"><li><a href="#t1">Sandbox</a></li><li><a href="#t2">Production</a></li></ul>
<section id="t1"><pre>${first}</pre></section><section id="t2"><pre>${second}</pre></section>`,
    'data of both': `<div><span data-tab="one">Sandbox</span> <span data-tab="two">Production</span></div>
<div data-panel="one"><pre>${first}</pre></div><div data-panel="two"><pre>${second}</pre></div>`,
    'panels that follow': `<div class="bar"><button class="on">Sandbox</button><button>Production</button></div>
<div class="panel"><pre>${first}</pre></div><div class="panel"><pre>${second}</pre></div>`,
    'panels in one that follows': `<div><ul role="tablist"><li role="tab">Sandbox</li><li role="tab">Production</li></ul>
<div class="below"><div role="tabpanel"><pre>${first}</pre></div><div role="tabpanel" hidden><pre>${second}</pre></div></div></div>`,
    'labels of radio buttons': `<div class="set"><input type="radio" id="a"><label for="a">Sandbox</label><input type="radio" id="b"><label for="b">Production</label>
<div class="panels"><section><pre>${first}</pre></section><section><pre>${second}</pre></section></div></div>`,
  };
  for (const [what, bar] of Object.entries(bars)) {
    const page = `<h1>Token</h1><h2>Endpoint</h2>${bar}<p>The call is idempotent.</p>`;
    expect.soft(await hostsOf(page, 'html'), what).toEqual([
      ['one.a.test', 'Sandbox', false],
      ['two.a.test', 'Production', true],
    ]);
  }
});

test('buttons that lead nowhere are no labels, and a list of contents is none', async () => {
  const buttons = `<h1>Token</h1><h2>Endpoint</h2><div><button>Copy</button><button>Wrap</button></div><pre>${first}</pre>`;
  expect(await hostsOf(buttons, 'html')).toEqual([['one.a.test', '', false]]);
  const contents = `<h1>Token</h1><ul><li><a href="#e">Sandbox</a></li><li><a href="#f">Production</a></li></ul><div id="f"><pre>${first}</pre></div><div id="e"></div>`;
  expect(await hostsOf(contents, 'html')).toEqual([['one.a.test', '', false]]);
});

test('what a tab of Markdown shows is of its own label', async () => {
  const fence = '```';
  const tabs: Record<string, string> = {
    'a value alone': `<Tabs>\n<TabItem value="sandbox">\n\n${first}\n\n</TabItem>\n<TabItem value="production">\n\n${second}\n\n</TabItem>\n</Tabs>\n`,
    'fences with a title': `::: code-group\n\n${fence}http [Sandbox]\n${first}\n${fence}\n\n${fence}http [Production]\n${second}\n${fence}\n\n:::\n`,
    shortcodes: `{{< tabs >}}\n{{< tab "Sandbox" >}}\n\n${first}\n\n{{< /tab >}}\n{{% tab name="Production" %}}\n\n${second}\n\n{{% /tab %}}\n{{< /tabs >}}\n`,
  };
  for (const [what, text] of Object.entries(tabs)) {
    const hosts = await hostsOf(`# Token\n\n## Endpoint\n\n${text}`, 'markdown');
    expect.soft(hosts, what).toMatchObject([
      ['one.a.test', expect.stringMatching(/^sandbox$/i), false],
      ['two.a.test', expect.stringMatching(/^production$/i), true],
    ]);
  }
});

test('hosts below the labels of several tabs are asked about', async () => {
  for (const bar of [
    'Sandbox Production',
    'Sandbox | Production',
    'Sandbox / Live',
    'Uji Coba Produksi',
    'UAT\tLive',
  ]) {
    const { asked } = await readDraft(
      `# Token\n\n## Endpoint\n\n${bar}\n\n\`\`\`\n${first}\n\`\`\`\n\n\`\`\`\n${second}\n\`\`\`\n`,
    );
    for (const host of ['one', 'two']) expect.soft(asked, bar).toMatch(RegExp(`https://${host}\\.a\\.test[^?]* live`));
  }
  for (const bar of ['Non Production', 'Pre-production', 'Sandbox (non produksi)']) {
    const { asked } = await readDraft(`# Token\n\n## ${bar}\n\n${first}\n\n## Production\n\n${second}\n`);
    expect.soft(asked, bar).not.toContain('is live');
  }
});
