import { copy } from './copy.ts';
import { detailOf, element, findClause } from './data.ts';
import { exchangeView } from './exchange.ts';
import { findingView, type Steps, worstTarget } from './finding.ts';

const dialog = element<HTMLDialogElement>('finding');
let shown = '';

/** Shows the finding an address names, `clause` or `clause/target`; false when it names none. */
export function showFinding(address: string): boolean {
  const [id = '', name] = address.split('/').map(decode);
  const found = findClause(id);
  const target = name ?? (found && worstTarget(found.provider, found.clause));
  const detail = target === undefined ? undefined : detailOf(target);
  if (found === undefined || detail === undefined) return false;
  const isSame = shown === id;
  dialog.innerHTML = `${findingView(found.provider, found.clause, detail, stepsFrom(id))}<p class="vh" role="status" data-said></p>`;
  shown = id;
  if (!dialog.open) dialog.showModal();
  const current = dialog.querySelector<HTMLElement>(isSame ? '[aria-current]' : '#finding-title');
  current?.focus({ preventScroll: true });
  dialog.scrollTop = 0;
  return true;
}

/** Closes the finding that is shown, if any. */
export function hideFinding(): void {
  if (dialog.open) dialog.close();
}

/** Lets a finding react; `onClose` runs when the reader closed it. */
export function wireDialog(onClose: () => void): void {
  dialog.addEventListener('close', () => {
    shown = '';
    onClose();
  });
  dialog.addEventListener('click', (event) => {
    const on = event.target as HTMLElement;
    if (on === dialog || on.closest('[data-close]')) dialog.close();
    const button = on.closest<HTMLButtonElement>('[data-copy]');
    const source = button?.closest('section')?.querySelector<HTMLElement>('.curl');
    if (button && source) void copy(button, source);
  });
  // Toggle does not bubble, so it is caught on its way down.
  dialog.addEventListener('toggle', fill, true);
}

/** The way leads over the rows that are shown and hold a finding, so the filters apply to it. */
function stepsFrom(id: string): Steps | null {
  const cells = 'tr[data-clause]:not([hidden]) .cell:not(.s-passed, .s-not-exercised)';
  const ids = [...document.querySelectorAll(cells)].map(
    (cell) => cell.closest<HTMLElement>('tr')?.dataset.clause ?? '',
  );
  const findings = [...new Set(ids)];
  const at = findings.indexOf(id);
  if (at < 0) return null;
  return { previous: findings[at - 1], next: findings[at + 1], words: `${at + 1} of ${findings.length}` };
}

/** An exchange is drawn when it is opened: a passed clause may hold dozens. */
function fill(event: Event): void {
  const details = event.target as HTMLDetailsElement;
  if (!details.open || details.dataset.observation === undefined || details.childElementCount > 1) return;
  const [id = '', target = ''] = (dialog.querySelector('[aria-current]')?.getAttribute('href') ?? '#')
    .slice(1)
    .split('/')
    .map(decode);
  const detail = detailOf(target);
  const seen = detail?.clauses[id]?.observations[Number(details.dataset.observation)];
  const exchange = seen && detail.exchanges[seen.exchange];
  if (seen && exchange) details.insertAdjacentHTML('beforeend', String(exchangeView(exchange, seen)));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // An address typed by hand may hold a lone %; it names no clause then.
    return part;
  }
}
