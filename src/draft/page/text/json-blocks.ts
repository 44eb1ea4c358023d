/** The blocks of ReadMe, which hold their content as JSON between two marks, as what they show, with the same lines. */
import { parseInline } from 'marked';
import { isObject, type Json, type JsonObject, own, parseJson } from '../../../formats/json.ts';
import { captionMark } from './callout-marks.ts';
import { padded } from './lines-kept.ts';

const closing = '[/block]';
const opening = /^\[block:([a-z-]{1,30})\][ \t]*\n/;

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A text on one line of HTML, its own lines and signs as they are. */
const onOneLine = (words: string): string => words.replace(/[&<>\\\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Columns of a table that are read. */
const mostColumns = 50;

/** A table, whose cells are called by their row and column: `h-0` in the head, `12-3` in the body. */
function tableOf({ data }: JsonObject): string {
  const head: string[] = [];
  const rows = new Map<number, string[]>();
  for (const [name, value] of Object.entries(isObject(data) ? data : {})) {
    const [, row, column = ''] = /^(h|\d{1,6})-(\d{1,3})$/.exec(name) ?? [];
    if (row === undefined || Number(column) >= mostColumns) continue;
    const cells = row === 'h' ? head : (rows.get(Number(row)) ?? []);
    const html = parseInline(textOf(value), { async: false });
    cells[Number(column)] = html.trim().replace(/\n/g, '<br>').replaceAll('\\', '&#92;');
    if (row !== 'h') rows.set(Number(row), cells);
  }
  const shown = (cells: string[], tag: string): string =>
    `<tr>${Array.from(cells, (cell = '') => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const body = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => shown(cells, 'td'));
  return `<table>${shown(head, 'th')}${body.join('')}</table>`;
}

/** Samples, each below its name, which says nothing of what stands behind them all. */
function samplesOf({ codes }: JsonObject): string {
  const samples = (Array.isArray(codes) ? codes : []).filter(isObject).map(({ code, language, name }) => {
    const title = textOf(name).trim();
    const caption = title === '' ? '' : `${captionMark(title, 0)}\n`;
    return `${caption}<pre><code class="language-${textOf(language)}">${onOneLine(textOf(code))}</code></pre>`;
  });
  const isEnded = samples.some((sample) => !sample.startsWith('<'));
  return [...samples, ...(isEnded ? ['', captionMark('', 0)] : [])].join('\n');
}

/** What blocks show, by their kind; pictures and what stands on other sites hold no words. */
const kinds: Record<string, (content: JsonObject) => string> = {
  parameters: tableOf,
  code: samplesOf,
  callout: ({ title, body }) =>
    `<Callout title="${textOf(title).replaceAll('"', "'")}">\n${textOf(body).replace(/\s+/g, ' ')}\n</Callout>`,
  'api-header': ({ title, level }) => `${'#'.repeat(typeof level === 'number' ? level : 1)} ${textOf(title)}`,
  html: ({ html }) => textOf(html).replace(/\s+/g, ' '),
};

/** What a block shows; null where its content cannot be read. */
function shownBy(kind: string, content: string): string | null {
  try {
    const value = parseJson(content);
    return isObject(value) ? (own(kinds, kind)?.(value) ?? '') : null;
  } catch {
    return null;
  }
}

/** A text whose blocks are what they show; one that cannot be read stays as it is. */
export function withoutJsonBlocks(text: string): string {
  const [...pieces] = text.split(closing);
  const last = pieces.pop() ?? '';
  const made = pieces.map((piece) => {
    const at = piece.lastIndexOf('[block:');
    const block = piece.slice(Math.max(at, 0));
    const [begin, kind] = opening.exec(block) ?? [];
    const isAtLine = at === 0 || piece[at - 1] === '\n';
    const shown = kind === undefined || !isAtLine ? null : shownBy(kind, block.slice(begin?.length));
    return shown === null ? `${piece}${closing}` : `${piece.slice(0, at)}${padded(shown, block)}`;
  });
  return [...made, last].join('');
}
