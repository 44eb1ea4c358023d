import { element } from './data.ts';

/** Copies a command; where the browser refuses, the command is selected for the reader to copy. */
export async function copy(button: HTMLButtonElement, source: HTMLElement): Promise<void> {
  const words = (await write(source.textContent ?? '')) || copySelected(source) ? 'Copied' : 'Selected: press Ctrl+C';
  const before = button.dataset.words ?? button.textContent ?? '';
  button.dataset.words = before;
  button.textContent = words;
  say(words);
  setTimeout(() => {
    button.textContent = before;
  }, 2500);
}

/** Announces to a screen reader what just happened. */
function say(words: string): void {
  const open = document.querySelector<HTMLElement>('dialog[open] [data-said]');
  // Outside an open dialog everything is inert, so a screen reader would not announce it.
  (open ?? element('said')).textContent = words;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no clipboard at all: the older way may still work.
    return false;
  }
}

function copySelected(source: HTMLElement): boolean {
  const selection = getSelection();
  const range = document.createRange();
  range.selectNodeContents(source);
  selection?.removeAllRanges();
  selection?.addRange(range);
  return document.execCommand('copy');
}
