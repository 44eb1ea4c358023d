import { count } from '../../words.ts';
import { element, model } from './data.ts';
import { hideFinding, showFinding, wireDialog } from './dialog.ts';
import { applyFilters, type Filters, formatFilters, parseFilters, type Shown } from './filters.ts';
import { resetStops, wireKeys } from './keys.ts';
import { matrix } from './matrix.ts';

const form = element<HTMLFormElement>('filters');
const tables = element('tables');
let filters = parseFilters(new FormData(form));

function drawTables(): void {
  tables.innerHTML = String(matrix(model));
  tables.removeAttribute('aria-busy');
  wireKeys(tables, form.elements.namedItem('search') as HTMLInputElement);
}

function refresh(): void {
  const shown = applyFilters(model, filters);
  for (const row of tables.querySelectorAll<HTMLElement>('tr[data-clause]')) {
    row.hidden = !shown.clauses.has(row.dataset.clause ?? '');
  }
  for (const cell of tables.querySelectorAll<HTMLElement>('[data-target]')) {
    cell.hidden = filters.target !== '' && cell.dataset.target !== filters.target;
  }
  for (const group of tables.querySelectorAll<HTMLElement>('tbody')) {
    group.hidden = group.querySelector('tr[data-clause]:not([hidden])') === null;
  }
  for (const table of tables.querySelectorAll<HTMLElement>('[data-provider]')) {
    table.hidden = table.querySelector('tbody:not([hidden])') === null;
  }
  element('none').hidden = shown.clauses.size > 0;
  element('count').textContent = shownCount(shown);
  resetStops(tables);
}

function shownCount(shown: Shown): string {
  const of =
    shown.clauses.size === shown.total
      ? count(shown.total, 'clause')
      : `${shown.clauses.size} of ${count(shown.total, 'clause')}`;
  return `${of}, ${count(shown.results, 'result')}`;
}

function fillForm(next: Filters): void {
  form.reset();
  for (const name of ['search', 'provider', 'target', 'level', 'source'] as const) {
    (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value = next[name];
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    box.checked = box.name === 'outcome' ? next.outcome.has(box.value) : box.name === 'news' ? next.news : next.differs;
  }
}

function rememberFilters(): void {
  const text = formatFilters(filters);
  history.replaceState(null, '', text === '' ? location.href.replace(/#.*/, '') : `#?${text}`);
}

function route(): void {
  const address = location.hash.slice(1);
  if (address.startsWith('?')) {
    hideFinding();
    filters = parseFilters(new URLSearchParams(address.slice(1)));
    fillForm(filters);
    refresh();
    const title = element('clauses-title');
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  } else if (address === '' || !showFinding(address)) {
    hideFinding();
  }
}

function filterNow(): void {
  filters = parseFilters(new FormData(form));
  refresh();
  rememberFilters();
}

form.addEventListener('input', filterNow);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields are empty only after the event of the reset is over.
form.addEventListener('reset', () => setTimeout(filterNow));
addEventListener('hashchange', route);
wireDialog(() => {
  if (!location.hash.startsWith('#?')) rememberFilters();
});

const folded = new Set<HTMLDetailsElement>();
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    details.open = true;
    folded.add(details);
  }
});
addEventListener('afterprint', () => {
  for (const details of folded) details.open = false;
  folded.clear();
});

// The first screen is painted before the large table is built.
requestAnimationFrame(() =>
  setTimeout(() => {
    drawTables();
    refresh();
    performance.mark('tables');
    route();
  }),
);
