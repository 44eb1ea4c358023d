import { h, type Markup } from './markup.ts';

/** The icons of the report; every outcome has its own shape, so that none depends on colour alone. */
export function sprite(): Markup {
  return h`<svg width="0" height="0" aria-hidden="true" class="vh"><defs>
<symbol id="i-passed" viewBox="0 0 16 16"><path d="M3 8.5 6.5 12 13 4.5" class="line"/></symbol>
<symbol id="i-conforms" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="m4.5 8.4 2.4 2.4 4.6-5.2" class="cut"/></symbol>
<symbol id="i-failed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="m5 5 6 6m0-6-6 6" class="cut"/></symbol>
<symbol id="i-deviates" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="m5 5 6 6m0-6-6 6" class="cut"/></symbol>
<symbol id="i-warned" viewBox="0 0 16 16"><path d="M8 .8c.5 0 .9.2 1.1.6l6.7 11.8c.5.9-.1 2-1.1 2H1.3c-1 0-1.6-1.1-1.1-2L6.9 1.4c.2-.4.6-.6 1.1-.6Z"/><path d="M8 5.5v4m0 2.6v.1" class="cut"/></symbol>
<symbol id="i-advised" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="M8 7v5m0-8v.1" class="cut"/></symbol>
<symbol id="i-waived" viewBox="0 0 16 16"><path d="M8 .5 14.5 3v4.7c0 3.7-2.6 6.5-6.5 7.8-3.9-1.3-6.5-4.1-6.5-7.8V3Z"/><path d="M5 8h6" class="cut"/></symbol>
<symbol id="i-not-judged" viewBox="0 0 16 16"><rect x=".5" y=".5" width="15" height="15" rx="3.5"/><path d="M5.9 6.2c0-1.3 1-2.1 2.2-2.1s2.1.8 2.1 1.9c0 1.6-2.1 1.7-2.1 3.4m0 2.4v.1" class="cut"/></symbol>
<symbol id="i-not-exercised" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.7" class="dash"/></symbol>
<symbol id="i-error" viewBox="0 0 16 16"><path d="M4.7.5h6.6l4.2 4.2v6.6l-4.2 4.2H4.7L.5 11.3V4.7Z"/><path d="M8 4v5m0 2.8v.1" class="cut"/></symbol>
<symbol id="i-out" viewBox="0 0 16 16"><path d="M6 3H3v10h10v-3M9 3h4v4m0-4L7.5 8.5" class="line"/></symbol>
<symbol id="i-close" viewBox="0 0 16 16"><path d="m4 4 8 8m0-8-8 8" class="line"/></symbol>
</defs></svg>`;
}
