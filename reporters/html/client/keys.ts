const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Makes each table one stop of the Tab key; the arrows, Home and End move inside it. */
export function wireKeys(tables: HTMLElement, search: HTMLInputElement): void {
  resetStops(tables);
  tables.addEventListener('focusin', (event) => {
    const link = event.target as HTMLElement;
    const table = link.closest('table');
    if (table && link.matches('a')) makeStop(table, link);
  });
  tables.addEventListener('keydown', (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('tbody td, tbody th');
    if (cell === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbour(cell, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as HTMLElement).closest('input, select, textarea, dialog');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    search.focus();
  });
}

/** Gives every table its first visible link as the stop of the Tab key. */
export function resetStops(tables: HTMLElement): void {
  for (const table of tables.querySelectorAll('table')) {
    const links = linksOf(visibleRows(table)[0]);
    const first = links[0];
    if (first) makeStop(table, first);
  }
}

function makeStop(table: HTMLTableElement, link: HTMLElement): void {
  for (const old of table.querySelectorAll('a[tabindex="0"]')) old.setAttribute('tabindex', '-1');
  link.setAttribute('tabindex', '0');
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLElement | undefined {
  const row = cell.closest('tr');
  const table = cell.closest('table');
  if (row === null || table === null) return undefined;
  if (key === 'Home') return linksOf(row)[0];
  if (key === 'End') return linksOf(row).at(-1);
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const rows = visibleRows(table);
  let at = rows.indexOf(row) + step[0];
  let column = cell.cellIndex + step[1];
  // A target may lack a clause: the focus moves on behind the empty cell.
  while (rows[at]?.cells[column]) {
    const link = rows[at]?.cells[column]?.hidden ? null : rows[at]?.cells[column]?.querySelector('a');
    if (link) return link;
    at += step[0];
    column += step[1];
  }
  return undefined;
}

function visibleRows(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tr[data-clause]:not([hidden])')];
}

function linksOf(row: HTMLTableRowElement | undefined): HTMLElement[] {
  return row ? [...row.querySelectorAll<HTMLElement>('th a, td:not([hidden]) a')] : [];
}
