/** A page that shows the facts of a draft beside the passages they were taken from, for a person to check. */
import { visibleLines } from '../../../output/visible.ts';
import type { Facts, Part, Todo } from '../../facts/facts.ts';
import { grantIn } from '../../merge/grant.ts';

/** A text of the page for HTML: it is no markup, and what would hide or reorder it is shown. */
const escaped = (text: string): string =>
  visibleLines(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const style = `
:root { color-scheme: light dark; --line: #8886; --open: #b45309; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem 2rem; max-width: 90rem; }
h2 { margin-top: 2rem; }
section { border-top: 1px solid var(--line); display: grid; gap: 0 2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); padding: 1rem 0; }
section h3 { grid-column: 1 / -1; margin: 0 0 .5rem; font-size: 1rem; }
pre { margin: 0; max-height: 24rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
ul { margin: 0; padding-left: 1.2rem; }
table { border-collapse: collapse; }
th, td { padding: .1rem .8rem .1rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; min-width: 9rem; overflow-wrap: anywhere; }
td span { display: inline-block; margin-right: .8rem; }
code { overflow-wrap: anywhere; }
.open, .open li { color: var(--open); }
@media (max-width: 50rem) { section { grid-template-columns: minmax(0, 1fr); gap: 1rem; } }
`;

const list = (items: string[], kind = ''): string =>
  items.length === 0
    ? ''
    : `<ul${kind ? ` class="${kind}"` : ''}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** TODOs beyond which those that came of a part alone are shown beside it: each heading is held against each of the others. */
const mostTitled = 200;

/** TODOs that are shown beside one part. */
const mostOfPart = 20;

/** Parts that are shown of those that gave facts, and of those that gave none: nobody checks more of them. */
const mostParts = 1000;

/** Finds the TODOs about a part: those that came of it, and of others those that cite a fact below its heading. */
function finder(todos: Todo[]): (part: Part) => Todo[] {
  const placed = new Map<string, Todo[]>();
  // A page of one long line has everything on it: the title belongs to the place.
  for (const todo of todos)
    for (const { title, line } of todo.places ?? []) {
      const key = JSON.stringify(line === undefined ? [title] : [title, line]);
      const list = placed.get(key) ?? [];
      placed.set(key, list);
      if (list.length < mostOfPart) list.push(todo);
    }
  const others = todos.length > mostTitled ? [] : todos.filter(({ places }) => !places);
  return ({ title, line }) => {
    const own = [[title, line], [title]].flatMap((key) => placed.get(JSON.stringify(key)) ?? []);
    const citing = title === '' ? [] : others.filter(({ what }) => what.includes(`(${title},`));
    return [...own, ...citing].slice(0, mostOfPart);
  };
}

/** The facts of a part, those about one thing in one row: the name of a fact is what it is about, and what it says of that. */
function factRows(facts: Part['facts']): string {
  const rows = new Map<string, Set<string>>();
  for (const [fact, value] of facts) {
    const [, about = fact, what = ''] = /^(.+) (\S+)$/.exec(fact) ?? [];
    const said = rows.get(about) ?? new Set();
    rows.set(about, said.add(`${escaped(what)} <code>${escaped(JSON.stringify(value))}</code>`));
  }
  const row = ([about, said]: [string, Set<string>]): string =>
    `<tr><th scope="row">${escaped(about)}</th><td>${[...said].map((one) => `<span>${one}</span>`).join(' ')}</td></tr>`;
  return `<table>${[...rows].map(row).join('')}</table>`;
}

function partText(part: Part, about: Todo[]): string {
  const { kind, title, line, page, facts, why, passage } = part;
  const open = about.map(({ what }) => escaped(what));
  const where = [page, line > 0 ? `line ${line}` : ''].filter((text) => text !== '').join(', ');
  const taken = facts.length > 0 ? factRows(facts) : `<p>Nothing: ${escaped(why)}.</p>`;
  return `<section><h3>${escaped(kind)} “${escaped(title)}” <small>${escaped(where)}</small></h3><pre>${escaped(passage)}</pre><div>${taken}${list(open, 'open')}</div></section>`;
}

/** What stands in place of the parts beyond those that are shown. */
function restOf(rest: Part[]): string[] {
  const [first] = rest;
  if (!first) return [];
  const from = first.line > 0 ? `, from line ${first.line} of ${escaped(first.page)}` : '';
  return [`<p>Not shown here: ${rest.length} more${from}. What derive prints names each of them.</p>`];
}

/** How the facts begin that a question is about, as a part of the account calls them. */
function aboutOf({ ask }: Todo, granted: number | undefined): string[] {
  switch (ask?.about) {
    case 'mandatory':
    case 'type':
    case 'values':
      return ask.facts;
    case 'token':
    case 'lifetime':
    case 'answer media type':
      return [`${granted} `];
    case 'status':
      return [`${ask.status} `];
    case 'grant':
    case 'refusal':
    case 'answers':
      return ask.statuses.map((status) => `${status} `);
    case 'statuses':
      return ask.of.flatMap((one) => aboutOf(one, granted));
    case 'media type':
    case 'media types':
      return ['request '];
    default:
      return [];
  }
}

/** The lines of a passage that are shown, those about a name where it is long. */
function excerpt(passage: string, names: string[]): string[] {
  const lines = passage.split('\n');
  if (lines.length <= mostLines) return lines;
  const holding = (shown: (name: string) => string): number =>
    lines.findIndex((text) => names.some((name) => text.toLowerCase().includes(shown(name).toLowerCase())));
  // A description names a parameter where it declares it.
  const declared = holding((name) => `"name": "${name}"`);
  const found = declared === -1 ? holding((name) => name) : declared;
  const from = Math.max(0, Math.min(found - 2, lines.length - mostLines));
  return lines.slice(from, from + mostLines);
}

/** The passages that a TODO is about, for a terminal; at most two, and of each the lines about it. */
export function passagesFor({ account, answers }: Pick<Facts, 'account' | 'answers'>, todo: Todo): string[] {
  const about = aboutOf(todo, grantIn(answers)?.status);
  const names = about.flatMap((fact) => fact.split(/[ /]/).at(-1) || []);
  const isNamed = finder([todo]);
  const isAbout = ({ facts }: Part): boolean => facts.some(([fact]) => about.some((one) => fact.startsWith(one)));
  const named = account.filter((part) => isNamed(part).length > 0);
  const parts = named.length > 0 ? named : account.filter(isAbout);
  return parts.slice(0, 2).map(({ kind, title, line, passage }) => {
    const lines = excerpt(passage, names).map((text) => `  | ${text.slice(0, 160)}`);
    return `${kind} "${title}"${line > 0 ? `, line ${line}` : ''}:\n${lines.join('\n')}`;
  });
}

/** Lines of a passage that are shown in a terminal. */
const mostLines = 12;

/** The page of a draft. It holds passages of the documentation, and is for who checks the draft alone. */
export function reportOf(facts: Facts, todos: Todo[], provider: string): string {
  const read = facts.account.filter((part) => part.facts.length > 0);
  const left = facts.account.filter((part) => part.facts.length === 0);
  const readings = facts.contradictions.map(({ statement, at }) => `${escaped(statement)} (${escaped(at)})`);
  const about = finder(todos);
  const parts = (title: string, of: Part[]): string => {
    if (of.length === 0) return '';
    const shown = of.slice(0, mostParts).map((part) => partText(part, about(part)));
    return `<h2>${title}</h2>${[...shown, ...restOf(of.slice(mostParts))].join('\n')}`;
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Draft of ${escaped(provider)}</title><style>${style}</style></head>
<body><main><h1>Draft of ${escaped(provider)}</h1>
<p>Left: what the page says. Right: what was taken from it, and what is open.</p>
<h2>To decide (${todos.length})</h2>${list(
    todos.map(({ name, what }) => `<b>${escaped(name)}</b>: ${escaped(what)}`),
    'open',
  )}
${readings.length > 0 ? `<h2>The page contradicts itself</h2>${list(readings)}` : ''}
${parts('Read', read)}
${parts('Not read', left)}
</main></body></html>
`;
}
