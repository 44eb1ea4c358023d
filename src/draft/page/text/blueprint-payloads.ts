/** The requests and answers of an action in API Blueprint, as parts of a page in Markdown. */
import { type Item, type Line, textIn } from './blueprint-items.ts';
import { type MemberRow, MemberRows, memberIn, type Structures } from './blueprint-members.ts';

export const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';

/** An action with the lists below its heading. */
export interface Action {
  method: string;
  /** The template of its address. */
  path: string;
  /** The address of the server; empty where the page gives none. */
  base: string;
  items: Item[];
}

/** A request or an answer. */
interface Payload {
  item: Item;
  isRequest: boolean;
  /** The status of an answer, or the name of a request. */
  name: string;
  mediaType: string;
}

const columns: readonly (readonly [string, keyof Omit<MemberRow, 'line'>])[] = [
  ['Name', 'name'],
  ['Type', 'type'],
  ['Required', 'required'],
  ['Fixed value', 'fixed'],
  ['Allowed values', 'allowed'],
  ['Example', 'example'],
  ['Description', 'notes'],
];

const at = (line: number, ...texts: string[]): Line[] => texts.map((text) => ({ text, line }));

/** Rows as a table that has the columns in which there is anything. */
function tableOf(rows: MemberRow[], line: number): Line[] {
  if (rows.length === 0) return [];
  const own = columns.filter(([, key], index) => index < 3 || rows.some((row) => row[key] !== ''));
  const head = own.map(([title]) => title);
  const cellsOf = (row: MemberRow): string[] => own.map(([, key]) => row[key].replaceAll('|', '\\|'));
  return [
    ...at(line, '', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`),
    ...rows.map((row) => ({ text: `| ${cellsOf(row).join(' | ')} |`, line: row.line })),
    ...at(line, ''),
  ];
}

/** What an item of attributes holds; a structure that is nowhere described stays as it is written, to be asked. */
function attributesOf(item: Item, structures: Structures): Line[] {
  const found = new MemberRows(structures);
  const [type = ''] = memberIn(item.text).attributes;
  const [, held = ''] = /^array\s*\[([^\][]*)\]$/.exec(type) ?? [];
  const isList = type.startsWith('array');
  if (isList && held !== '') found.addNamed(held, '[].');
  else if (!isList) found.addNamed(type, '');
  found.add(item.below, isList ? '[].' : '');
  // Heads that no reader knows are asked with what they say.
  const unknown = ['Structure', ...[...found.unknown].map((one) => `Structure ${one}`)];
  const row = unknown.map(() => item.text.replaceAll('|', '\\|'));
  const asked = [`| ${unknown.join(' | ')} |`, `|${unknown.map(() => '---').join('|')}|`, `| ${row.join(' | ')} |`];
  return [...tableOf(found.rows, item.line), ...at(item.line, '', ...(unknown.length > 1 ? asked : []), '')];
}

/** Code between fences. */
const fenced = (language: string, lines: Line[], line: number): Line[] =>
  lines.length === 0
    ? []
    : [...at(line, '', `\`\`\`\`${language}`), ...lines, ...at(lines.at(-1)?.line ?? line, '````', '')];

const part = (item: Item, form: RegExp): Item | undefined => item.below.find(({ text }) => form.test(text));

/** The sample of a payload: a whole message where it shows headers, its body alone elsewhere. */
function sampleOf({ item, isRequest, name, mediaType }: Payload, { method, path }: Action, body: Line[]): Line[] {
  const headers = part(item, /^Headers\b/);
  const shown = headers ? textIn(headers).filter(({ text }) => text.trim() !== '') : [];
  if (shown.length === 0) return fenced(mediaType.includes('json') ? 'json' : '', body, item.line);
  const start = isRequest ? `${method} ${path.replace(/\{[?&#][^{}]*\}/g, '')} HTTP/1.1` : `HTTP/1.1 ${name}`;
  const hasType = shown.some(({ text }) => /^\s*Content-Type\s*:/i.test(text));
  const typed = hasType || mediaType === '' ? [] : at(item.line, `Content-Type: ${mediaType}`);
  const gap = body.length === 0 ? [] : at(item.line, '');
  return fenced('http', [...at(item.line, start), ...typed, ...shown, ...gap, ...body], item.line);
}

/** The lines of a payload: its words, its members, its sample and its schema. */
function writtenPayload(payload: Payload, action: Action, depth: number, structures: Structures): Line[] {
  const { item, isRequest, name, mediaType } = payload;
  const title = [isRequest ? 'Request' : 'Response', name, mediaType === '' ? '' : `(${mediaType})`];
  const heading = `${'#'.repeat(Math.min(depth + 1, 6))} ${title.filter((one) => one !== '').join(' ')}`;
  const body = part(item, /^Body\b/);
  // Text of an item without parts is its body.
  const isBody = !body && item.below.length === 0 && !part(item, /^Attributes?\b/);
  const held = isBody ? textIn(item) : [];
  const attributes = part(item, /^Attributes?\b/);
  const schema = part(item, /^Schema\b/);
  return [
    ...at(item.line, '', heading, ''),
    ...(isBody ? [] : textIn(item)),
    ...(attributes ? attributesOf(attributes, structures) : []),
    ...sampleOf(payload, action, body ? textIn(body) : held),
    ...(schema ? fenced('json', textIn(schema), schema.line) : []),
  ];
}

/** An item as a request or an answer; null for any other. */
function payloadIn(item: Item): Payload | null {
  const [, kind = '', words = ''] = /^(Request|Response)\b(.*)$/.exec(item.text) ?? [];
  if (kind === '') return null;
  const [, typed = ''] = /\(([^()]+)\)\s*$/.exec(words) ?? [];
  const name = words.replace(/\([^()]+\)\s*$/, '').trim();
  const isRequest = kind === 'Request';
  return { item, isRequest, name: isRequest ? name : (/^\d{3}/.exec(name)?.[0] ?? '200'), mediaType: typed.trim() };
}

/** The parameters of an address, by where its template has them. */
function parametersOf(item: Item, { path }: Action, depth: number): Line[] {
  const queried = new Set([...path.matchAll(/\{[?&]([^{}]*)\}/g)].flatMap(([, names = '']) => names.split(',')));
  const found = new MemberRows(new Map());
  found.add(
    item.below.map((one) => ({ ...one, below: [] })),
    '',
  );
  const isQueried = ({ name }: MemberRow): boolean => queried.has(name) || queried.has(`${name}*`);
  const parts = [
    ['Query parameters', found.rows.filter(isQueried)],
    ['Path parameters', found.rows.filter((row) => !isQueried(row))],
  ] as const;
  const marks = '#'.repeat(Math.min(depth + 1, 6));
  return parts.flatMap(([title, rows]) =>
    rows.length === 0 ? [] : [...at(item.line, '', `${marks} ${title}`, ''), ...tableOf(rows, item.line)],
  );
}

/**
 * The lines of an action below its address. A request that is answered with refusals alone is an example of what is wrong,
 * where another one is granted: its name goes with its answers, and it says nothing of what a request holds.
 */
export function writtenAction(action: Action, depth: number, structures: Structures): Line[] {
  const payloads = action.items.flatMap((item) => payloadIn(item) ?? []);
  const groups: { request: Payload | null; answers: Payload[] }[] = [{ request: null, answers: [] }];
  for (const one of payloads) {
    if (!one.isRequest) groups.at(-1)?.answers.push(one);
    else groups.push({ request: one, answers: [] });
  }
  const grants = ({ answers }: (typeof groups)[number]): boolean => answers.some(({ name }) => name < '400');
  const own = action.items.find(({ text }) => /^Attributes?\b/.test(text));
  const ownLines = own
    ? [...at(own.line, '', `${'#'.repeat(Math.min(depth + 1, 6))} Request body`, ''), ...attributesOf(own, structures)]
    : [];
  const isTold = (one: (typeof groups)[number]): boolean => grants(one) || !groups.some(grants);
  return [
    ...action.items
      .filter(({ text }) => /^Parameters?\b/.test(text))
      .flatMap((item) => parametersOf(item, action, depth)),
    ...ownLines,
    ...groups.flatMap((group) => [
      ...(group.request && isTold(group) ? writtenPayload(group.request, action, depth, structures) : []),
      ...group.answers.flatMap((answer) => {
        const lines = writtenPayload(answer, action, depth, structures);
        const name = isTold(group) ? '' : (group.request?.name ?? '');
        return name === '' ? lines : [...lines.slice(0, 3), ...at(answer.item.line, `${name}.`, ''), ...lines.slice(3)];
      }),
    ]),
  ];
}
