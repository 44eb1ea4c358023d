/**
 * The words of an HTML page, as far as they are needed to recognise its sender. Pure, and linear in the length of the
 * page.
 */

/** The visible text of a page, in lower case, white space folded. */
export interface Page {
  title: string;
  /** Title included. */
  text: string;
  /** Including tags. */
  markup: string;
}

/** Most bytes of a page that are read. */
const mostLooked = 64 * 1024;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: "'" };

function character(entity: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/.exec(entity) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
  if (Number.isNaN(code)) return named[entity] ?? ' ';
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function words(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&([a-z]{2,8}|#x[0-9a-f]{1,6}|#\d{1,7});/g, (_whole, entity: string) => character(entity))
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function titleOf(markup: string): string {
  const open = markup.indexOf('<title');
  const start = open < 0 ? -1 : markup.indexOf('>', open);
  const end = start < 0 ? -1 : markup.indexOf('</title', start);
  return end < 0 ? '' : words(markup.slice(start + 1, end));
}

/** Whether a text begins as an HTML document does, after any byte order mark, comments and XML declaration. */
function beginsAsPage(markup: string): boolean {
  let at = 0;
  for (;;) {
    while (/[\s\ufeff]/.test(markup[at] ?? '')) at++;
    const closing = markup.startsWith('<!--', at) ? '-->' : markup.startsWith('<?xml', at) ? '?>' : null;
    if (closing === null) break;
    const end = markup.indexOf(closing, at);
    if (end < 0) return false;
    at = end + closing.length;
  }
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/.test(markup.slice(at, at + 20));
}

/** Reads a body as an HTML page; null for any other body. */
export function pageIn(body: Buffer): Page | null {
  const begin = body.subarray(0, 256).toString('latin1').trimStart();
  if (!begin.startsWith('<') && !begin.startsWith('\u00ef\u00bb\u00bf')) return null;
  const markup = body.subarray(0, mostLooked).toString('utf8').toLowerCase();
  return beginsAsPage(markup) ? { title: titleOf(markup), text: words(markup), markup } : null;
}
