/** Lists whose items begin with the statuses that are answered. */

import { pointerOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import type { Block } from '../blocks/blocks.ts';
import { type Reading, shownBlock } from '../blocks/reading.ts';
import { readWordedMembers } from '../sentences/worded-members.ts';
import { readRefusedBodies } from '../words/bodiless.ts';
import { calledCodes } from '../words/body-codes.ts';
import { isPartial } from '../words/doubts.ts';
import { onlyStatuses } from '../words/status-words.ts';

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

/** Takes the answers of such a list, each with the item as the words about it, and the status that one item alone gives to its heading. */
export function readStatuses(block: Extract<Block, { kind: 'list' }>, reading: Reading, given: number | null): void {
  if (given !== null && block.items.length === 1) {
    reading.statement.answers.push({ status: given, at: block.title, origin: 'table', members: [] });
    reading.used++;
  }
  const forSome: string[] = [];
  for (const { text } of block.items) {
    const status = Number(/^[`*\s]*(?:HTTP\s+)?([2-5]\d\d)\b/.exec(onlyStatuses(text))?.[1]);
    if (!status || reading.statement.answers.some((answer) => answer.status === status)) continue;
    reading.used++;
    // A status for some alone is none of each request.
    if (isPartial(text)) {
      forSome.push(quotedWords(text));
      continue;
    }
    const at = `${block.title}, ${status}`;
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
