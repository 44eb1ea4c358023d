/** Fields of a page, from tables and lists alike, as facts about headers, parameters and bodies. */
import { isSuccess } from '../../../contract/status.ts';
import { isObject, pointerOf, type Schema } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { ignoredHeaders } from '../../facts/ignored-headers.ts';
import { withType } from '../blocks/caption-of-all.ts';
import { asShown, codesAlone, constantOf, shownAlone } from '../blocks/field-constants.ts';
import { type Context, contextOf, namesBody } from '../blocks/heading-words.ts';
import { itemLengths, lastNameOf, placeItems, shownName } from '../blocks/items.ts';
import { notOnSuccess, onSuccess } from '../blocks/on-success.ts';
import { parameterOf } from '../blocks/parameter-of.ts';
import { type Field, leave, type Reading, shownBlock, undecided } from '../blocks/reading.ts';
import { readRefused } from '../blocks/refused-fields.ts';
import { sizedSchema } from '../blocks/said-schema.ts';
import { namesSample } from '../blocks/samples-headed.ts';
import { scopesOf } from '../blocks/scope-values.ts';
import { isHeaderName, isOfBody, showsBoth, sideOf } from '../blocks/sides.ts';
import { withTimes } from '../blocks/time-lengths.ts';
import { isWholeBody, unwrapped } from '../blocks/whole-body.ts';
import { shownScheme } from '../sentences/basic-pair.ts';
import { readScheme } from '../sentences/labels.ts';
import { readSigning } from '../sentences/signing-words.ts';
import { answerHeaders } from '../tables/answer-headers.ts';
import { isHardlyHeader, isLikelyHeader } from '../tables/below-headers.ts';
import { isOfLength } from '../tables/cell-types.ts';
import { unreadMarks } from '../tables/unread-marks.ts';
import { itemCounts } from '../values/list-counts.ts';
import { leadIn } from '../values/only-value.ts';
import { enumOfItems } from '../values/said.ts';
import { patternTodos } from '../values/said-patterns.ts';
import { isPlaceholder, isProof, isWords } from '../values/values.ts';
import { asksWithToken } from '../words/bearer.ts';
import { readAnswerType, readRequestType } from '../words/content-types.ts';
import { placeIn } from '../words/places.ts';
import { readAccepted } from './accepted-types.ts';

const form = 'application/x-www-form-urlencoded';

/** Adds the facts of fields to a reading. What they leave open becomes a TODO, one for each kind. */
export function addFields(given: Field[], above: Context, reading: Reading): void {
  const isAlways = above.always || reading.block.always;
  const shown = (above.sample ? given.map(asShown) : given).map((field) => withType(field, above.ofEach));
  const told = isAlways ? shown.map((field) => ({ ...field, required: field.required ?? true })) : shown;
  const timed = withTimes(told, reading);
  const isGrant = above.side === 'response' && !above.error && isSuccess(above.status ?? 200);
  const fields = isGrant ? onSuccess(timed) : timed;
  const same = isGrant && above.status === null ? notOnSuccess(timed) : [];
  if (same.length > 0)
    reading.statement.refusals = { members: [], same: { names: same, at: reading.block.title, listed: true } };
  const isOfHeaders = above.place === null && fields.every(({ name, place }) => place === '' && isHeaderName(name));
  const context: Context = isOfHeaders ? { ...above, place: 'header' } : above;
  // What an example shows may be how a credential is made.
  const isShown = context.side === null && namesSample(reading.block.title);
  const side = isShown ? null : sideOf(fields, context);
  const { block } = reading;
  const called = shownBlock(block);
  const isHeaded = block.kind === 'table' && block.head.some((head) => contextOf(head).place === 'header');
  const isNoHeader = (name: string): boolean =>
    isOfBody(name) || (context.unplaced === true && !isHeaded && isHardlyHeader(name));
  if (context.place === 'header' && fields.some(({ name, place }) => place === '' && isNoHeader(name))) {
    leave(reading, 'place', `whether ${called} is about headers, as what stands above it says, or about the body`);
    reading.why = 'it stands below headers, and reads as a body';
    return;
  }
  if (showsBoth(fields, side)) {
    const names = fields.slice(0, 12).map(({ name }) => name);
    leave(
      reading,
      'sides',
      `which fields of ${called} are of the request and which of the answer: ${names.join(', ')}`,
    );
    reading.why = 'it holds fields of a request and of an answer';
    return;
  }
  if (side === null && fields.some(({ place }) => place === '') && context.place === null) {
    leave(reading, 'table', `whether ${called} is about the request or the response`);
    reading.why = 'nothing says whether it is about the request or the response';
    return;
  }
  if (context.partial !== null && asksWithToken(fields)) {
    leave(reading, 'table', `whether ${called} is of the operation that issues tokens: it is asked with one`);
    reading.why = 'it is asked with a token, below a heading that is no part of the operation';
    return;
  }
  // A heading may be the name of the only field below it.
  const isName = fields.length === 1 && fields[0]?.name === context.partial;
  if (context.partial !== null && !context.error && !isName)
    reading.todos.push({
      name: `partial ${context.partial.slice(0, 60)}`,
      kind: { of: 'part' },
      what: `whether what stands below "${context.partial.trim().slice(0, 100)}" is so for each request`,
    });
  if (side === 'response') response(fields, context, reading);
  else request(fields, context, reading);
  placeItems(reading);
  reading.todos.push(...patternTodos(fields));
  const open = fields.filter((one) => one.required === null && !context.joined && !isIgnored(one, side, context));
  const [are, each] = open.length > 1 ? ['are', 'each'] : ['is', 'it'];
  if (open.length > 0)
    reading.todos.push({
      name: `mandatory ${reading.block.title} ${open[0]?.name}`,
      kind: { of: 'mandatory' },
      what: `whether ${open.map(({ name }) => shownName(name)).join(', ')} ${are} mandatory: ${called}`,
      claim: {
        subject: 'presence',
        names: open.map(({ name }) => lastNameOf(name)),
        none: unreadMarks(block, open) ?? ` does not say so of ${each}`,
        guess: ' has no word for it that was read',
      },
      ask: { about: 'mandatory', facts: undecided(reading) },
    });
}

/** Whether nothing has to be said of a field: what stands in the path always does. */
function isIgnored({ name, place }: Field, side: string | null, above: Context): boolean {
  const where = place === '' ? above.place : placeIn(place);
  return (
    where === 'path' || (where === 'header' && (side === 'response' || ignoredHeaders.includes(name.toLowerCase())))
  );
}

function request(fields: Field[], context: Context, reading: Reading): void {
  const { statement } = reading;
  const inBody: Field[] = [];
  const isBody = namesBody(reading.block.title) && !context.unplaced && !fields.some(({ name }) => isHeaderName(name));
  const isHeader = (name: string): boolean => isHeaderName(name) || (!isBody && isLikelyHeader(name));
  const unplaced = fields.filter(({ name, place }) => place === '' && context.place === null && isHeader(name));
  if (unplaced.length > 0)
    reading.todos.push({
      name: `place ${reading.block.title} ${reading.block.line}`,
      what: `whether ${unplaced.map(({ name }) => name).join(', ')} of ${shownBlock(reading.block)} are headers; the draft leaves them out`,
      claim: { subject: 'place', names: unplaced.map(({ name }) => name), none: ', and the page does not say so' },
    });
  for (const field of fields.filter((one) => !unplaced.includes(one))) {
    const place = field.place.trim() === '' ? (context.place ?? 'body') : placeIn(field.place);
    if (place !== undefined) reading.used++;
    if (place === 'header') header(field, reading);
    else if (place === 'query') statement.queries.push(parameterOf(field));
    else if (place === 'form' || place === 'body') inBody.push(field);
    else notSent(field, place, reading);
  }
  const whole = inBody.slice(0, 1).find(isWholeBody);
  if (whole?.required) statement.bodyRequired = true;
  if (whole) reading.todos = reading.todos.filter(({ name }) => name !== `${whole.name} type`);
  statement.request.push(...membersOf(unwrapped(inBody)));
  reading.todos.push(...shownAlone(inBody));
  statement.scopes.push(...scopesOf(inBody));
  const words = reading.block.title.toLowerCase().split(/[^a-z]+/);
  if (inBody.length > 0 && words.includes('form') && !words.includes('multipart'))
    statement.mediaType ??= { value: form, at: reading.block.title };
}

/** Leaves a field that no draft of a token's request sends; in the path of another operation it is a parameter. */
function notSent(field: Field, place: string | undefined, { statement, todos }: Reading): void {
  const { name, at } = field;
  const isInPath = place === 'path';
  if (isInPath) statement.paths = [...(statement.paths ?? []), { ...parameterOf(field), required: true }];
  const what = `how ${name} is sent (${at}): the page says "${field.place || place}", which a draft cannot say`;
  todos.push({ name: `place ${name}`, ...(isInPath ? { kind: { of: 'path' } } : {}), what });
}

function response(fields: Field[], context: Context, reading: Reading): void {
  const isSent = ({ name, place }: Field): boolean =>
    (placeIn(place) ?? context.place) === 'header' || isHeaderName(name);
  const inBody = fields.filter((field) => !isSent(field));
  answerHeaders(fields.filter(isSent), context, reading);
  if (inBody.length === 0) {
    const type = fields.find(({ name }) => name.toLowerCase() === 'content-type');
    if (type) readAnswerType(type.value || type.notes, type.at, reading.statement);
    reading.why = 'headers of an answer, of which nothing is stated';
    reading.isSettled = true;
    return;
  }
  const status = context.status ?? (context.error ? null : 200);
  if (status === null) {
    readRefused(membersOf(inBody), context, reading);
    return;
  }
  reading.used += inBody.length;
  if (isSuccess(status) && !context.sample) reading.todos.push(...codesAlone(inBody));
  const assumed = context.status === null ? { assumed: true as const } : {};
  const { title } = reading.block;
  for (const one of [status, ...context.more])
    reading.statement.answers.push({ status: one, at: title, origin: 'table', members: membersOf(inBody), ...assumed });
}

function header(field: Field, reading: Reading): void {
  // A header is text, whatever the page calls it; a length that was not read stays open.
  reading.todos = reading.todos.filter(({ name, what }) => name !== `${field.name} type` || isOfLength(what));
  const { statement } = reading;
  const { name, at, required, left } = field;
  const isSame = field.notes.replaceAll('`', '') === field.value;
  const value = [isSame ? '' : field.value, field.notes].filter((text) => text !== '').join(' ');
  const schema = { ...constantOf({ ...field, example: false }), ...sizedSchema(field, true) };
  const lower = name.toLowerCase();
  if (lower === 'content-type') readRequestType(value, at, statement, required === true);
  if (lower === 'authorization') readScheme(shownScheme(field.value, field.notes), at, statement);
  if (lower === 'accept') readAccepted(field, reading);
  if (ignoredHeaders.includes(lower)) return;
  // A cell of a header of that name is about the signature, whether it says so or not.
  if (isProof(name)) readSigning(`${field.notes} ${field.value}`, 'signature', at, statement);
  // A column of values may hold words about the value.
  const known =
    field.value !== '' && !isPlaceholder(field.value) && !isWords(field.value) ? { example: field.value } : {};
  statement.headers.push({
    name,
    at,
    origin: 'table',
    required,
    schema,
    ...(value ? { value, notes: field.example ? field.notes : value } : {}),
    ...(left ? { left } : {}),
    ...known,
  });
}

/** Fields as members of a body: one of another is written data.token, or below its parent behind one mark for each level. */
function membersOf(fields: Field[]): Member[] {
  const open: { depth: number; path: string[] }[] = [];
  return fields.map((field): Member => {
    while ((open.at(-1)?.depth ?? -1) >= field.depth) open.pop();
    const above = open.at(-1)?.path ?? [];
    const names = field.name.split('.');
    // A name may be written with those of its parents, or without.
    const isWhole = names.length > above.length && above.every((name, index) => names[index] === name);
    const path = isWhole ? names : [...above, ...names];
    open.push({ depth: field.depth, path });
    const { at, required, notes, left } = field;
    const value = field.value || leadIn(notes);
    // The values of a list are those of its items.
    const hasOne = ![field.schema['type']].flat().some((type) => ['array', 'object', 'null'].includes(String(type)));
    const only = hasOne ? constantOf(field) : {};
    const { items } = field.schema;
    const ofTexts = isObject(items) && items['type'] === 'string';
    const listed = ofTexts ? enumOfItems(notes) : null;
    const held = ofTexts ? { items: { ...items, ...itemLengths(notes), ...(listed ? { enum: listed } : {}) } } : {};
    const sized = { ...sizedSchema(field, field.schema['type'] === 'string'), ...itemCounts(notes, field.schema) };
    const schema: Schema = { ...only, ...sized, ...held };
    const isShown = value !== '' && !isPlaceholder(value) && !isWords(value) && schema['type'] !== 'object';
    return {
      ...{ pointer: pointerOf(path), at, required, schema },
      origin: 'table',
      ...(notes ? { notes } : {}),
      ...(left ? { left } : {}),
      ...(isShown ? { example: value } : {}),
    };
  });
}
