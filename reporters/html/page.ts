import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Results } from '../../src/formats/results.ts';
import type { Extras } from '../extras.ts';
import { partialHeading } from '../partial.ts';
import { count, duration, headline, instant, visible } from '../words.ts';
import { assets } from './assets.ts';
import { changesSection } from './changes.ts';
import { filterForm } from './filters.ts';
import { dataBlock, h, type Markup } from './markup.ts';
import { pageModel, targetDetail } from './model.ts';
import { incidentsSection, readingsSection } from './sections.ts';
import { sprite } from './sprite.ts';
import { targetsSection } from './targets.ts';

const EXIT_WORDS: Readonly<Record<Results['exitCode'], string>> = {
  0: 'the run conforms',
  1: 'the run deviates',
  2: 'the run could not be judged',
  3: 'the suite itself failed',
};

/** Renders a run as one HTML file that loads nothing, runs only its own script and shows every answer as text. */
export function renderHtml(results: Results, extras: Extras = {}): string {
  const { script, style } = assets();
  const model = pageModel(results, extras);
  return String(h`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline(results)} · ${visible(results.tool.name)}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
${sprite()}
<a class="skip" href="#clauses">Skip to all clauses</a>
${head(results, extras)}
<main>
${problems(results)}
${targetsSection(results, extras)}
<div class="pair">${changesSection(results, extras)}${incidentsSection(results)}</div>
<section id="clauses" aria-labelledby="clauses-title">
<h2 id="clauses-title" tabindex="-1">All clauses</h2>
${filterForm(model)}
<div id="tables" aria-busy="true"></div>
<noscript><p class="panel">The table of all clauses and the recorded exchanges need JavaScript. Everything in them is in results.json as well.</p></noscript>
</section>
${readingsSection(results)}
</main>
<footer><p>${visible(results.tool.name)} ${visible(results.tool.version)} · results format ${results.formatVersion} · every secret was redacted when the exchange was recorded</p></footer>
<dialog id="finding" aria-labelledby="finding-title"></dialog>
<div id="said" class="vh" role="status"></div>
${dataBlock('model', model)}
${results.targets.map((target, index) => dataBlock(`target-${index}`, targetDetail(target, extras)))}
${dataBlock(
  'target-names',
  results.targets.map((target) => target.target),
)}
<script>${raw(script)}</script>
</body>
</html>
`);
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function head(results: Results, extras: Extras): Markup {
  const requests = results.targets.reduce((sum, target) => sum + target.requests, 0);
  const incidents = results.targets.some((target) => target.incidents.length > 0);
  const readings = results.targets.some((target) => target.readings.length > 0);
  return h`<header class="top"><div>
<p class="eyebrow">Conformance of access-token endpoints</p>
<h1>${headline(results)}</h1>
<p class="facts"><time datetime="${results.startedAt}">${instant(results.startedAt)}</time><span>took ${duration(results.durationMs)}</span><span>${count(requests, 'request')}</span><span>exit code ${results.exitCode}: ${EXIT_WORDS[results.exitCode]}</span></p>${partial(results)}
</div><nav aria-label="Sections"><a href="#targets">Targets</a>${extras.changes ? h`<a href="#changes">Since last time</a>` : null}${incidents ? h`<a href="#network">Network</a>` : null}<a href="#clauses">All clauses</a>${readings ? h`<a href="#readings">Readings</a>` : null}</nav></header>`;
}

function partial(results: Results): Markup | null {
  const heading = visible(partialHeading(results));
  return heading === '' ? null : h`<p class="reason partial">${heading}</p>`;
}

function problems({ problems: list }: Results): Markup | null {
  if (list.length === 0) return null;
  return h`<section class="panel alert" aria-labelledby="problems-title"><h2 id="problems-title">${count(list.length, 'problem')} of the run itself</h2><ul>${list.map((text) => h`<li>${visible(text)}</li>`)}</ul></section>`;
}
