import type { ReadingResult, Results } from '../../src/formats/results.ts';
import { groupBy } from '../../src/results/group.ts';
import { count, visible } from '../words.ts';
import { h, type Markup } from './markup.ts';

/** All incidents of the network in one block; null when there was none. */
export function incidentsSection(results: Results): Markup | null {
  const rows = results.targets.flatMap((target) =>
    target.incidents.map((incident) => ({ target: target.target, ...incident })),
  );
  if (rows.length === 0) return null;
  const causes = groupBy(rows, (row) => row.cause);
  return h`<section id="network" class="panel" aria-labelledby="network-title"><h2 id="network-title" tabindex="-1">Network problems</h2>
<p class="quiet">${count(rows.length, 'scenario')} had one. It is never a deviation of a provider: what depends on such a scenario was not judged.</p>
<ul class="causes">${[...causes].map(
    ([cause, met]) =>
      h`<li><p>${visible(cause)}</p><ul class="quiet">${met.map((row) => h`<li>${visible(row.target)} · ${visible(row.scenario)} · ${count(row.attempts, 'attempt')}</li>`)}</ul></li>`,
  )}</ul></section>`;
}

/**
 * Where a page contradicts itself, and the statement that each target follows; null when no contract holds a reading.
 */
export function readingsSection(results: Results): Markup | null {
  const rows = results.targets.flatMap((target) =>
    target.readings.map((reading) => ({ target: target.target, reading })),
  );
  if (rows.length === 0) return null;
  const readings = groupBy(rows, (row) => row.reading.id);
  return h`<section id="readings" aria-labelledby="readings-title"><h2 id="readings-title" tabindex="-1">Readings</h2>
<p class="quiet">Where a page contradicts itself, the server decides. This is the statement each target follows.</p>
<div class="panel scroll" role="region" aria-labelledby="readings-title" tabindex="0"><table class="plain"><thead><tr><th scope="col">Contradiction</th><th scope="col">Documented</th><th scope="col">Followed by</th></tr></thead>
<tbody>${[...readings.values()].map(readingRow)}</tbody></table></div></section>`;
}

function readingRow(rows: readonly { target: string; reading: ReadingResult }[]): Markup | null {
  const first = rows[0]?.reading;
  if (first === undefined) return null;
  return h`<tr><th scope="row">${visible(first.statement)}<span class="quiet id">${visible(first.id)}</span></th>
<td><ul>${first.documented.map((statement) => h`<li>${visible(statement)}</li>`)}</ul></td>
<td><ul>${rows.map(({ target, reading }) => h`<li>${visible(target)}: <b>${follows(reading.follows)}</b></li>`)}</ul></td></tr>`;
}

function follows(name: string): string {
  return name === 'unknown' ? 'unknown, nothing showed it' : visible(name);
}
