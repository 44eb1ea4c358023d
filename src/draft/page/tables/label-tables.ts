/** Tables of labels: one value behind each, or one for each environment. */
import { isUrl } from '../../../formats/url.ts';
import type { Statement } from '../../facts/facts.ts';
import { namesToken } from '../blocks/beside.ts';
import { type Context, contextOf } from '../blocks/heading-words.ts';
import type { Reading } from '../blocks/reading.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { readLabels, server } from '../sentences/labels.ts';
import { lifeIn } from '../sentences/lives.ts';
import { isEnvironment } from '../words/environments.ts';
import { bare, hostIn, isLabel, isServerLabel } from '../words/label-words.ts';
import { statesLimit } from '../words/limits.ts';
import { fillVersion } from '../words/path-version.ts';
import { isBase } from '../words/server-words.ts';
import { columnOf } from '../words/words.ts';
import { askedAsOthers } from './addresses-beside.ts';
import type { Columns, TableBlock } from './columns.ts';
import { ownType } from './own-type.ts';
import { areUrls, leaveRows, namesService } from './rows-left.ts';

/** Whether each row of a table is a label and its value, its head included. */
export function isVertical(
  { head, rows }: TableBlock,
  { type, required, header, status, name }: Columns,
  { place }: Pick<Context, 'place'>,
): boolean {
  // Headers and their values are no labels of the operation.
  if (place === 'header' && name !== undefined) return false;
  if (head.length !== 2 || type === 1 || required !== undefined || header !== undefined) return false;
  // `Content-Type` and `Authorization` are labels by themselves, and headers among others.
  if (place === 'header' && rows.some(([name = '']) => isHeaderName(bare(name)) && !isLabel(name))) return false;
  // A head above nothing but statuses names its column.
  if (status === 0 && rows.length > 0 && rows.every(([cell = '']) => /^`?[2-5]\d\d\b/.test(cell))) return false;
  if (isPlain({ head, rows })) return true;
  const labelled = [head, ...rows].filter(([label = '']) => isLabel(label)).length;
  const isAddress = [head, ...rows].some(
    ([label = '', value = '']) =>
      isLabel(label) && /^`?(?:(?:[A-Z]{3,6}\s+)?(?:https?:\/)?\/\S+|[2-5]\d\d)`?$/.test(value),
  );
  return labelled >= 2 || (labelled > 0 && (labelled >= rows.length || isAddress));
}

/** The label that a value stands for by itself; an address has to be one of a token, for others may be of anything. */
function labelByValue(label: string, value: string): string | null {
  const text = value.replaceAll('`', '').trim();
  if (isLabel(label)) return label;
  if (/^(?:GET|POST|PUT)$/.test(text)) return 'Method';
  if (/^(?:https?:\/\/[^\s/]+)?\/\S*(?:token|auth|login|session)\S*$/i.test(text)) return 'URL';
  const ofAnswer = /respon|answer|jawab|balas|keluaran|output|return/i.test(label);
  return !ofAnswer && /^application\/(?:json|x-www-form-urlencoded)$/i.test(text) ? 'Content-Type' : null;
}

/** Whether the rows of a table are labels by their values: one is a method, and another an address of a token. */
function isPlain({ head, rows }: Pick<TableBlock, 'head' | 'rows'>): boolean {
  const labels = [head, ...rows].map(([label = '', value = '']) => labelByValue(label, value)?.toLowerCase());
  return labels.includes('method') && labels.includes('url');
}

/** Reads a cell in which each line is one of a kind, as labels; whether it is such a cell. */
function listed(value: string, isOne: (line: string) => boolean, title: string, { statement }: Reading): boolean {
  const lines = value
    .replaceAll('`', '')
    .split('\n')
    .map((line) => line.trim());
  const isList = lines.every(isOne);
  if (isList) readLabels(lines, title, statement);
  return isList;
}

/** An environment with its address. */
const isSited = (line: string): boolean => {
  const [, name = '', site = ''] = /^([^:]+):\s*(\S+)$/.exec(line) ?? [];
  return isEnvironment(name) && (/^https?:\/\/./.test(site) || hostIn(site) !== null);
};

/** Reads a cell whose lines are the addresses of one operation, each behind its environment; whether it is such a cell. */
function addressed(value: string, title: string, { statement }: Reading): boolean {
  const lines = value.split('\n').map((line) => /^([^:]+):\s*(https?:\S+)$/.exec(line.replaceAll('`', '').trim()));
  const areAll = lines.length > 1 && lines.every((one) => isEnvironment(one?.[1] ?? '') && isUrl(one?.[2] ?? ''));
  if (areAll)
    for (const [, name = '', url = ''] of lines.map((one) => one ?? []))
      server(url, null, name, `${title}, ${name}`, statement);
  return areAll;
}

/** A header whose value says how a request is sent, and the label of a cell of such headers. */
const isHeaderLine = (line: string): boolean => /^(?:content-type|authorization)\s*:\s*\S/i.test(line);
const labelsHeaders = (label: string): boolean => /^\W*(?:(?:http|request) )?headers?\W*$/i.test(label);

/** Takes the path that the addresses of all environments have, where a table of one operation gives no other. */
function sharePath(statement: Statement): void {
  const { method, path, servers } = statement;
  const [first] = servers;
  if (!first || !method || path) return;
  const { pathname } = new URL(first.url);
  const isOne = servers.every(
    ({ url, label }) => new URL(url).pathname === pathname && /\p{L}/u.test(label) && !isBase.test(label),
  );
  if (pathname === '/' || !isOne) return;
  statement.path = { value: pathname, at: first.at };
  statement.servers = servers.map((one) => ({ ...one, url: new URL(one.url).origin, path: pathname }));
}

/** What labels have stated so far; of what they may state often, how often. */
const stated = ({ method, path, mediaType, answerType, security, servers, unclear, todos }: Statement): string[] => [
  ...[method, path, mediaType, answerType, security].map((said) => said?.value ?? ''),
  ...[servers, unclear, todos ?? []].map(({ length }) => String(length)),
];

/** A value that says that there is none. */
const saysNone = /^\W*(?:$|none\b|no\b|n\/a\b|not\b|tidak\b)/i;

/** Reads a table of labels and their values. */
export function vertical(block: TableBlock, reading: Reading): void {
  if (askedAsOthers(block, reading)) return;
  const { head, rows, title } = block;
  const parts: string[] = [];
  // `Key | Value` are heads, whatever a key is below them.
  const second = columnOf(head[1] ?? '') ?? '';
  const isHeaded =
    (!isLabel(head[0] ?? '') && ['value', 'notes'].includes(second)) ||
    (columnOf(head[0] ?? '') === 'environment' &&
      areUrls(rows.map(([, value = '']) => value)) &&
      !areUrls(head.slice(1))) ||
    (second === 'url' && rows.every(([, value = '']) => /^`?(?:https?:\/)?\/\S/.test(value.trim())));
  const isByValue = isPlain(block);
  for (const [own = '', value = ''] of isHeaded ? rows : [head, ...rows]) {
    const label = (isByValue ? labelByValue(own, value) : null) ?? own;
    const life = namesToken(label) ? lifeIn(`${label}: ${value}`, `${title}, ${label}`) : null;
    if (life) {
      reading.used++;
      reading.statement.lives = [...(reading.statement.lives ?? []), life];
    } else if (!isLabel(label)) {
      const isList =
        listed(value, isSited, title, reading) || (labelsHeaders(label) && listed(value, isHeaderLine, title, reading));
      if (isList) reading.used++;
      else if (value.trim() !== '' && (!namesService(label) || statesLimit(`${label}: ${value}`)))
        parts.push(label.trim());
    }
    if (life || !isLabel(label)) continue;
    reading.used++;
    // A server for each environment, each behind its name.
    if (isServerLabel(label) && value.includes('\n') && listed(value, isSited, title, reading)) continue;
    if (!isServerLabel(label) && addressed(value, title, reading)) continue;
    const before = stated(reading.statement);
    const status = readLabels([`${label}: ${value}`], title, reading.statement, contextOf(title).side);
    // The same once more says nothing new.
    const isKnown = before.includes(value.replaceAll('`', '').trim());
    if (status === null && stated(reading.statement).join() === before.join() && !isKnown && !saysNone.test(value))
      parts.push(label.trim());
    if (status !== null && status >= 200 && status < 600)
      reading.statement.answers.push({ status, at: `${title}, ${label}`, origin: 'table', members: [] });
  }
  ownType(reading.statement);
  sharePath(reading.statement);
  fillVersion(
    [head, ...rows].map((row) => row.join(': ')),
    reading.statement,
  );
  leaveRows(parts, block, reading);
}
