/** What a list of a page states: labels, or one field to each item. */

import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { withColon } from '../blocks/item-sentences.ts';
import { listType, withItems } from '../blocks/items.ts';
import { nestedIn } from '../blocks/nested-items.ts';
import { withoutBefore } from '../blocks/on-success.ts';
import { createReading, type Field, type Reading } from '../blocks/reading.ts';
import { shownItems } from '../blocks/shown-items.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { readLabels } from '../sentences/labels.ts';
import { askAddresses } from '../tables/addresses-beside.ts';
import { endsHeaders } from '../tables/below-headers.ts';
import { readCodes } from '../tables/named-codes.ts';
import { readStatuses } from '../tables/status-lists.ts';
import { attributesOf, isCode, namesType, typeOf, withParts } from '../values/attributes.ts';
import { withLists } from '../values/list-notations.ts';
import { countsCharacters, isQualified } from '../words/doubts.ts';
import { withSitedLines } from '../words/environment-addresses.ts';
import { isLabel } from '../words/label-words.ts';
import { fillVersion } from '../words/path-version.ts';
import { isPlace } from '../words/places.ts';
import { remembered } from '../words/remembered.ts';
import { saysRequired } from '../words/words.ts';
import { assigned, assignmentsIn } from './assignments.ts';
import { addFields } from './fields.ts';
import { readMediaWords } from './media-words.ts';
import { explainsTerm } from './terms.ts';
import { unreadLabels } from './unread-lists.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;

const item = /^([A-Za-z_$@][\w$.@/-]*) ?(\*?)\s*(?::|[-–—]+\s|\n|(?=[([]))\s*([\s\S]*)$/;
const spaced = /^([a-z][a-z0-9]*(?:[_.-][A-Za-z0-9]+)+|[a-z]+[A-Z]\w*|[A-Z]\w*(?:-[A-Z]\w*)+)(\*?)\s+([\s\S]*)$/;

/** What goes on behind a word for mandatory and says for which requests; `at most 9` and `dalam detik` do not. */
const bound = oneOf(
  ...[word.only, word.for, word.with, word.by, word.unless, word.when, word.since, word.until],
  ...['in', 'on', 'to', 'from', 'where', 'pada', 'di'],
);
const behindRequired = pattern`^[\s([]*${bound}\b`;

const listHead = pattern`^\s*\`?${word.array} ${word.of} \p{L}+\`?[,;]?(?:\s+|$)`;

const duty = oneOf(word.mandatory, word.optional);
const isDuty = pattern`^${duty}$`;
const bracketed = pattern`[([](${duty})[)\]]`;
const always = pattern`\b(${word.mandatory})\b(?!\s+${oneOf(word.when, word.for, word.only)})`;
const notAlways = pattern`\b${word.not}\s+${word.mandatory}`;

/** Takes the words at the beginning that are a type or say whether a field is mandatory; gives what follows. */
function leading(words: string, found: Field): string {
  const [list = ''] = listHead.exec(words) ?? [];
  if (list !== '') found.schema = { ...found.schema, ...listType(list.replace(/[,;]\s*$/, '')) };
  let taken = list.length;
  for (const [token] of words.slice(taken).matchAll(/\S*(?:\s|$)/g)) {
    const one = token
      .replaceAll('`', '')
      .trim()
      .replace(/[,;.:]$/, '');
    if (/^[([]/.test(one)) break;
    // Columns are apart by several spaces.
    if (one === '' && /^[^\S\n]$/.test(token)) {
      taken += token.length;
      continue;
    }
    const schema = typeOf(one.replace(/^<(.*)>$/, '$1'));
    const required = isDuty.test(one) ? saysRequired(one) : null;
    // A format goes with the type before it: `string <date-time>`.
    const isFormat = schema?.['format'] !== undefined && schema['type'] === found.schema['type'];
    if (schema && (Object.keys(found.schema).length === 0 || isFormat)) found.schema = { ...found.schema, ...schema };
    else if (required !== null && found.required === null) found.required = required;
    else break;
    taken += token.length;
  }
  return words.slice(taken);
}

/** Words among the attributes on the first line of an item that say in two words that its field is always there. */
const alwaysThere = pattern`^([^\n.,;]{0,120}?)\b${word.always} ${word.sent}(?=[ \t]*(?:\n|[.,;]|$))`;
const saysAlways = pattern`${word.always}`;

/** An item as a field: its name, then what is said of it. */
const fieldOf = remembered((text: string): Field | null => {
  // Code behind the name stays marked: it may be the only value.
  const whole = text.trim();
  let clean = !/[`*_]/.test(text)
    ? whole
    : whole
        .replace(/^(\*{0,2})`([^`]+)`/, '$1$2')
        .replace(/(?<=\s)_([^_\s]+)_(?=\s|$)/g, '$1')
        .replace(/\*\*(?=\S)([^*]*[^*\s])\*\*|(?<!\*)\*(?=[^*\s])([^*]*[^*\s])\*(?!\*)/g, '$1$2')
        .trim();
  clean = withColon(clean);
  if (saysAlways.test(clean)) clean = clean.replace(alwaysThere, '$1required');
  // A sign in the middle of the line parts the name from what is said of it, and so do signs between the attributes on it.
  if (/[·•|]/.test(clean))
    clean = clean.replace(/^([^\s:(]+) [·•|] /, '$1: ').replace(/^[^\n]+/, (line) => line.replace(/ [·•] /g, ', '));
  clean = clean.replace(/^[^\s:(]+/, (name) => withItems(name).replaceAll('.*', '.0'));
  const typed = /^([A-Za-z_$][\w$.-]*)(\*?)(,?)[^\S\n]+([^\s([][\s\S]*)$/.exec(clean);
  const [, first = '', behind = ''] = /^([^\s,]+?):?(?=[\s,]|$)(.?)/.exec(typed?.[4] ?? '') ?? [];
  // Behind a comma a word for a type stands alone, as in `access_token, string, always`.
  const isTyped =
    typed !== null &&
    typeOf(first) !== null &&
    (typed[3] === '' || ['', ','].includes(behind)) &&
    !explainsTerm(typed[1] ?? '', first, typed[4] ?? '');
  const [, name = '', star = '', ...others] = (isTyped ? typed : (item.exec(clean) ?? spaced.exec(clean))) ?? [];
  const words = withLists(others.at(-1) ?? '');
  // `error_*` stands for several names.
  if (name === '' || (star === '*' && /[_.-]$/.test(name))) return null;
  const found: Field = {
    ...{ name: withItems(name), at: '', depth: 0, place: '', schema: {}, value: '', example: true, notes: '' },
    required: star === '*' ? true : null,
  };
  const begun = leading(words, found);
  if (begun === '') return found;
  // Words in parentheses, and those before the first full stop, are attributes as long as they are understood.
  const [, inner = '', outer = ''] = /^[([]([^)\]]*)[)\]][\s.:,;–—-]*([\s\S]*)$/.exec(begun) ?? [null, '', begun];
  const left: string[] = behindRequired.test(begun) && found.required === true ? [begun.split(/[.;\n]/)[0] ?? ''] : [];
  const said = outer.replace(/\b(min|max|maks)(?:Length:?|\.) (\d+)/gi, '$1 $2');
  const pieces = `${inner}, ${said.split(/\.(?:\s|$)|\n/)[0] ?? ''}`
    .split(/[,;|]|\s[-–—]\s|:\s/)
    .map((piece) => piece.trim());
  let isSentence = false;
  let untyped = '';
  for (const piece of withParts(pieces.filter((one) => one !== ''))) {
    // Behind words that say something else a number alone is what they speak of, as `expiry in seconds: 900`.
    if (piece.length >= 40 || (isSentence && !/\p{L}/u.test(piece))) {
      isSentence = true;
      continue;
    }
    if (isPlace(piece)) {
      found.place = piece;
      continue;
    }
    const { schema, required, rest } = attributesOf(piece);
    const isSized = found.schema['type'] === 'string' && !schema && !isCode(piece, pieces);
    const sized = isSized ? attributesOf(`string, ${piece}`) : null;
    if (sized?.schema && sized.rest.length === 0 && required === null) Object.assign(found.schema, sized.schema);
    if (rest.length > 0) {
      const isUnknown = sized === null || sized.rest.length > 0;
      isSentence ||= isUnknown;
      if (isUnknown && inner.includes(piece) && namesType(piece)) untyped = piece;
      const isUnread = isUnknown && countsCharacters(piece) && inner.includes(piece);
      // A sentence goes on with words like those behind `required`.
      if (isQualified(withoutBefore(piece)) || (!isSentence && behindRequired.test(piece)) || isUnread)
        left.push(piece);
      continue;
    }
    if (schema) found.schema = { ...found.schema, ...schema, ...(schema['type'] === 'array' ? listType(piece) : {}) };
    if (required !== null && piece !== '-') found.required ??= required;
  }
  const marked = left.length > 0 ? undefined : bracketed.exec(outer)?.[1];
  if (marked) found.required ??= saysRequired(marked);
  const marks = left.length > 0 ? undefined : always.exec(inner)?.[1];
  if (marks && !notAlways.test(inner)) found.required ??= saysRequired(marks);
  return {
    ...found,
    ...(left.length > 0 ? { left: left.join(', ') } : {}),
    ...(untyped !== '' && found.schema['type'] === undefined ? { untyped } : {}),
    notes:
      outer
        .replace(/^\s*(?:[–—-]\s)?\s*|\s+$/g, '')
        .replace(/([^\s.:;,])[^\S\n]*\n\s*/g, '$1. ')
        .replace(/\n/g, ' ') || inner,
  };
});

/** The items of a list that are fields, each with its place. */
function fieldsOf(block: ListBlock, { todos }: Reading): ReturnType<typeof nestedIn> {
  // Between square brackets stands what a list holds, where the types of other fields stand without them.
  const isContrast = block.items.some(({ text }) => bareType.test(text));
  const own = nestedIn(block, (text) => assigned(text) ?? fieldOf(isContrast ? text.replace(listOf, '`array`') : text));
  todos.push(...own.todos);
  const values = assignmentsIn(block);
  const fields = own.fields.map((field) => {
    const only = values.get(field.name) ?? null;
    return only === null ? field : { ...field, schema: { ...field.schema, const: only } };
  });
  return { ...own, fields };
}

const bareType = /`(?:string|object|integer|number|boolean)`/;
const listOf = /`\[(?:string|object|integer|number|boolean)\]`/;
/** Codes of refusals are written so, and no names: `IH-400-01`. */
const asCode = /^[A-Z]{1,8}(?:-\d+)+$/;
/** Whether an item reads as a field: its type or whether it is mandatory is said, or its name is that of a member. */
const isField = (field: Field): boolean =>
  Object.keys(field.schema).length > 0 || field.required !== null || /[_]|[a-z][A-Z]/.test(field.name);

/** Reads a list. */
export function readList(list: ListBlock, context: Context): Reading {
  const reading = createReading(list, 'table');
  const block = { ...list, items: withSitedLines(list.items) };
  const lines = block.items.map(({ text }) => text.replace(/[`*]/g, ''));
  const given = readLabels(lines, block.title, reading.statement, context.side);
  fillVersion(lines, reading.statement);
  // A tab for each media type; one alone is the only one.
  const [only, ...others] = block.items;
  if (only && others.length === 0) readMediaWords(only.text, context.side, block.title, reading.statement);
  const { method, path, servers, mediaType, security, unclear } = reading.statement;
  reading.used = [method, path, mediaType, security, ...servers, ...unclear].filter(Boolean).length;
  askAddresses(block, reading);
  readCodes(block, reading);
  readStatuses(block, reading, given === context.status ? given : null);
  const { fields, below } = fieldsOf(block, reading);
  const isHeader = ({ name }: Field): boolean =>
    context.place === 'header' && (name.includes('-') || isHeaderName(name));
  const assignments = assignmentsIn(block);
  const isCalled = (field: Field): boolean =>
    !asCode.test(field.name) && (isField(field) || isHeader(field)) && (isTyped(field) || !isLabel(field.name));
  const named = fields.filter((field) => context.always || assignments.has(field.name) || isCalled(field));
  const inContext = context.side !== null || context.place !== null;
  if (
    named.length > 0 &&
    (inContext || reading.used === 0) &&
    (named.length + reading.used) * 2 >= block.items.length - below &&
    (inContext || named.some(isTyped))
  ) {
    addFields(named, endsHeaders(block.items) ? { ...context, unplaced: true } : context, reading);
    for (const { name, at, untyped } of named)
      if (untyped !== undefined)
        reading.todos.push({
          name: `${name} type`,
          what: `the JSON type of ${name} (${at}); the page says "${untyped}"`,
        });
  }
  const left = block.items.length - below - Math.max(reading.used, named.length);
  if (reading.used > 0 && left > 0 && inContext && named.length > 0)
    reading.todos.push({
      name: `items ${block.title} ${block.line}`,
      what: `what the other ${left} items of the list "${block.title}" state${shownItems(block, named)}; they were not read`,
    });
  const unread = reading.used > 0 && named.length === 0 ? unreadLabels(block, reading) : [];
  if (unread.length > 0)
    reading.todos.push({
      name: `items ${block.title} ${block.line}`,
      what: `what the items ${unread.map((label) => `"${label}"`).join(', ')} of the list "${block.title}" (line ${block.line}) state; they were not read`,
    });
  if (reading.used === 0 && reading.todos.length === 0)
    reading.why = 'its items are no fields with a type, and no addresses';
  return reading;
}

const isTyped = ({ schema, required }: Field): boolean => Object.keys(schema).length > 0 || required !== null;
