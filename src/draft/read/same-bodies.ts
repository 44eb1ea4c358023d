/** Answers of which a sentence says that they hold what another one holds, as `Same fields as 401.` below a status does. */

import { type Schema, shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { holdsAddress } from '../page/blocks/beside.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { createReading, type Reading } from '../page/blocks/reading.ts';
import { contextsOf } from '../page/operations/context.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';

const held =
  '(?:fields?|members?|body|bodies|format|structure|shape|schema|layout|kolom|atribut|isi|badan|struktur)(?:nya)?';
const answer = '(?:response|answer|error|respons|jawaban|galat)';
const other = `(?:(?:the|an?|that of|those of|for|in|of|untuk|pada) )*(?:${answer} )?(?:HTTP |status )?\`?([45]\\d\\d)\`?(?: ${answer}| body| above| di atas)?`;

/** The whole sentence: the status that it is about, where it names one, and the one that it is the same as. */
const sameAs = RegExp(
  `^[\\s*-]*(?:(?:HTTP )?\`?([45]\\d\\d)\`?(?:[:,]| (?:has|have|uses|holds|carries|returns|memakai|berisi|memuat|memiliki)) )?(?:(?:the |its )?${held} (?:is|are|adalah) )?(?:the )?(?:same(?: ${held})?(?: and ${held})? (?:as|like)|${held} (?:yang )?sama (?:dengan|seperti)|sama (?:dengan|seperti)(?: ${held})?) ${other}[.\\s*]*$`,
  'i',
);

/** A sentence that compares with an answer, whatever else it says. */
const compares = /\b(?:same|sama)\b[^.]{0,40}?\b(?:as|like|dengan|seperti)\b[^.]{0,30}?[45]\d\d\b/i;

/** What one answer says of a member that holds for another one as well; its values are its own. */
const kept = ['type', 'minLength', 'maxLength', 'pattern', 'format', 'items'];

/** Blocks that may lie between an answer and the one that is the same. */
const mostBetween = 200;

/** The nearest members of a status before a block, up to the address of an operation. */
function membersBefore(blocks: Block[], readingsOf: Map<Block, Reading[]>, at: number, status: number): Member[] {
  for (let index = at - 1; index >= 0 && at - index < mostBetween; index--) {
    const block = blocks[index];
    if (!block || holdsAddress(block)) return [];
    const found = (readingsOf.get(block) ?? [])
      .filter(({ statement }) => statement.origin !== 'sample')
      .flatMap(({ statement }) => statement.answers.filter((one) => one.status === status))
      .flatMap(({ members }) => members.filter(({ byStatus }) => !byStatus));
    if (found.length > 0) return found;
  }
  return [];
}

function copied({ schema, ...member }: Member, at: string): Member {
  const own: Schema = Object.fromEntries(Object.entries(schema).filter(([keyword]) => kept.includes(keyword)));
  return { ...member, at, origin: 'text', schema: own };
}

/** The question what of an answer is as in another one. */
function openTodo(status: number, what: string): Todo {
  return { name: `same ${status}`, what: `what the answer ${status} holds: ${what}` };
}

/** The readings with the members that sentences give to answers by naming another answer. */
export function withSameBodies(blocks: Block[], indexes: Map<Block, number>, readings: Reading[]): Reading[] {
  const isLikely = ({ kind }: Block): boolean => kind === 'lines' || kind === 'list';
  // Most pages compare no answers.
  const comparing = blocks.filter(
    (block) => isLikely(block) && plainSentencesOf(block).some((one) => compares.test(one)),
  );
  if (comparing.length === 0) return readings;
  const contexts = contextsOf(blocks);
  const readingsOf = new Map<Block, Reading[]>();
  for (const reading of readings) readingsOf.set(reading.block, [...(readingsOf.get(reading.block) ?? []), reading]);
  const more = comparing.flatMap((block): Reading[] => {
    const at = indexes.get(block) ?? -1;
    return plainSentencesOf(block)
      .filter((one) => compares.test(one))
      .flatMap((sentence): Reading[] => {
        const [whole, own, like] = sameAs.exec(sentence) ?? [];
        const status = own === undefined ? contexts[at]?.status : Number(own);
        if (!status || status < 400) return [];
        const place = `${block.title}, text`;
        const members = whole === undefined ? [] : membersBefore(blocks, readingsOf, at, Number(like));
        const valued = members.filter(({ schema }) => schema['const'] !== undefined || schema['enum'] !== undefined);
        const names = valued.map(({ pointer }) => shownPointer(pointer)).join(', ');
        const said = `the page says "${quotedWords(sentence)}"`;
        const todos =
          members.length === 0
            ? [openTodo(status, said)]
            : names === ''
              ? []
              : [openTodo(status, `whether ${names} has the value there that it has in ${like}; ${said}`)];
        const reading = createReading(block, 'text');
        if (members.length > 0)
          reading.statement.answers.push({
            status,
            at: place,
            origin: 'text',
            members: members.map((one) => copied(one, place)),
          });
        return [{ ...reading, todos, used: members.length }];
      });
  });
  return [...readings, ...more];
}
