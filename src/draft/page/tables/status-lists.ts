/** Lists whose items begin with the statuses that are answered. */

import { type Json, pointerOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { type Reading, shownBlock } from '../blocks/reading.ts';
import { readWordedMembers } from '../sentences/worded-members.ts';
import { readRefusedBodies } from '../words/bodiless.ts';
import { calledCodes } from '../words/body-codes.ts';
import { isPartial } from '../words/doubts.ts';
import { onlyStatuses, statusesIn } from '../words/status-words.ts';

/** What an item ends with that is the value of one member of its answer: ``(`error` = `invalid_request`)``. */
const valueAtEnd = /\(\s*`?([A-Za-z_][\w.]*)`?\s*(?:=|:)\s*[`"]([^`"()\s]{1,60})[`"]\s*\)[\s.]*$/;

/** The member whose value an item gives between parentheses at its end. */
function atEnd(text: string, at: string): Member[] {
  const [, name = '', value = ''] = valueAtEnd.exec(text) ?? [];
  return name === ''
    ? []
    : [
        {
          pointer: pointerOf(name.split('.')),
          at,
          origin: 'table',
          required: null,
          schema: { const: value },
          ofFaults: true,
        },
      ];
}

const code = '\\(?[`"]([A-Za-z][\\w.-]{1,59})[`"]\\)?';
/** What an item ends with that is the status of its words, and a code beside it: ``An unknown grant: `400` and `bad_grant```. */
const statusAtEnd = pattern`^(\S.{2,300}?)(?:\s*(?::|=>|→|->)|\s[-–—])\s+(HTTP\s+)?[\`*]{0,3}([45]\d\d)[\`*]{0,3}(?:[\s,/]{1,3}(?:(?:${word.and}|${word.with})\s+)?${code})?[\s.]*$`;

/** That something is amiss, in words before such a status: a number may stand for anything else. */
const amiss = pattern`\b${oneOf(
  ...[
    word.wrong,
    word.unknown,
    word.refused,
    word.missing,
    word.empty,
    word.expired,
    word.fails,
    word.not,
    word.without,
  ],
  ...[
    'malformed',
    'repeated',
    'too (?:many|long|short|large)',
    'terlalu',
    'ganda',
    'locked',
    'blocked',
    'revoked',
    'dicabut',
    'unsupported',
  ],
)}\b`;

/** An item that is one sentence about what is refused, with the status at its end: ``A key that is not known is refused with HTTP 401.``. */
const refusedWith = `(?:(?:${word.is}|will be|akan) )?(?:${word.refused}|${word.answered}) ${oneOf(word.with, 'by', 'as')}`;
const sentenceEnd = pattern`^([^.;:\n]{3,300}?) (${refusedWith}) (?:an? )?(?:HTTP )?(?:status )?[\`*]{0,3}([45]\d\d)[\`*]{0,3}[\s.]*$`;
const denied = pattern`\b(?:${word.not}|${word.noLonger})(?: (?:be|lagi|pernah))?\W*$`;

/** Such a sentence with its status first; null for any other item. */
function sentenceBehind(text: string): string | null {
  const [, words = '', refused = '', status = ''] = sentenceEnd.exec(text) ?? [];
  if (status === '' || denied.test(words) || statusesIn(words).length > 0) return null;
  return amiss.test(`${words} ${refused}`) ? `\`${status}\` – ${text}` : null;
}

/** An item with its status first, where it ends with one. */
function withStatusFirst(text: string): string {
  const [, words = '', named, status = '', code] = statusAtEnd.exec(text) ?? [];
  if (status === '') return sentenceBehind(text) ?? text;
  if (/^\W*[2-5]\d\d\b/.test(words)) return text;
  const isMeant = code !== undefined || named !== undefined || amiss.test(words);
  return isMeant ? `\`${status}\` – ${words}${code === undefined ? '' : ` (\`${code}\`)`}` : text;
}

/** The members of an answer with those that another item gives it: a value of each is one of several. */
function together(one: Member[], other: Member[]): Member[] {
  const valuesOf = ({ schema }: Member): Json[] => [schema['const'] ?? [], schema['enum'] ?? []].flat();
  const own = one.map((member): Member => {
    const same = other.find(({ pointer }) => pointer === member.pointer);
    const values = [...new Set([...valuesOf(member), ...(same ? valuesOf(same) : [])])];
    return values.length < 2 ? member : { ...member, schema: { enum: values } };
  });
  return [...own, ...other.filter(({ pointer }) => !one.some((member) => member.pointer === pointer))];
}

/** Takes the answers of such a list, each with the item as the words about it, and the status that one item alone gives to its heading. */
export function readStatuses(block: Extract<Block, { kind: 'list' }>, reading: Reading, given: number | null): void {
  if (given !== null && block.items.length === 1) {
    reading.statement.answers.push({ status: given, at: block.title, origin: 'table', members: [] });
    reading.used++;
  }
  const forSome: string[] = [];
  const read = new Set(reading.statement.answers.map(({ status }) => status));
  for (const item of block.items) {
    const text = withStatusFirst(item.text);
    const status = Number(/^[`*\s]*(?:HTTP\s+)?([2-5]\d\d)\b/.exec(onlyStatuses(text))?.[1]);
    if (!status || read.has(status)) continue;
    reading.used++;
    // A status for some alone is none of each request.
    if (isPartial(text)) {
      forSome.push(quotedWords(text));
      continue;
    }
    const at = `${block.title}, ${status}`;
    const known = reading.statement.answers.find((answer) => answer.status === status);
    if (known) {
      known.words = `${known.words ?? ''}\n${text}`;
      known.members = together(known.members, atEnd(text, at));
      continue;
    }
    const coded = calledCodes(`${block.title} ${text}`);
    const isCoded = coded === 'status' || /\b(?:codes?|kode)\b/i.test(block.title);
    reading.statement.answers.push({
      ...{ status, at, origin: 'table', members: atEnd(text, at), words: text },
      ...(coded !== null && isCoded ? { coded } : {}),
    });
    for (const sentence of text.split(/(?<=[.;])\s+|\s[-–—]\s/)) {
      readWordedMembers([sentence], 0, { status, error: false }, at, reading.statement);
      readRefusedBodies(sentence.includes(String(status)) ? sentence : `${status}: ${sentence}`, at, reading.statement);
    }
  }
  if (forSome.length > 0)
    reading.todos.push({
      name: `statuses ${block.title} ${block.line}`,
      what: `whether each request may be answered as ${shownBlock(block)} says: ${forSome.map((text) => `"${text}"`).join(', ')}`,
    });
}
