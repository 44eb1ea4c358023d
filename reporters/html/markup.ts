import { html, raw } from 'hono/html';
import { isUrl } from '../../src/formats/url.ts';
import { type ClauseOutcome, OUTCOME_WORDS } from '../../src/results/outcome.ts';
import { visible } from '../words.ts';

/** HTML that is already escaped. */
export type Markup = ReturnType<typeof raw>;

/** Tagged template of HTML: every value is escaped unless it is Markup itself. */
export function h(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  // No value here is ever a promise, so hono's template answers at once.
  return html(strings, ...values) as Markup;
}

/** Joins pieces of markup with one between them. */
export function join(pieces: readonly Markup[], between: Markup): Markup {
  return pieces.reduce((all, piece, index) => (index === 0 ? piece : h`${all}${between}${piece}`), h``);
}

/** A link to another page; any address that is neither http nor https stays text, so no script can hide in it. */
export function link(url: string, text: string): Markup {
  return isWebUrl(url)
    ? h`<a class="out" href="${url}" target="_blank" rel="noopener noreferrer">${visible(text)}<svg class="i" aria-hidden="true"><use href="#i-out"/></svg><span class="vh"> (opens the page)</span></a>`
    : h`<span>${visible(text)}</span>`;
}

/** The icon of an outcome or verdict, hidden from screen readers, since words are beside it. */
export function icon(name: ClauseOutcome | 'conforms' | 'deviates'): Markup {
  return h`<svg class="i s-${name}" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** An outcome as icon and words. */
export function badge(outcome: ClauseOutcome, words: string = OUTCOME_WORDS[outcome]): Markup {
  return h`<span class="badge s-${outcome}">${icon(outcome)}${words}</span>`;
}

/** The address of a clause, or of a clause at a target, inside the report. */
export function clauseHref(clause: string, target?: string): string {
  return `#${encodeURIComponent(clause)}${target === undefined ? '' : `/${encodeURIComponent(target)}`}`;
}

/** Text inside a data script element; nothing in it can end the element. */
export function dataBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return h`<script type="application/json" id="${id}">${raw(json)}</script>`;
}

function isWebUrl(url: string): boolean {
  return isUrl(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
