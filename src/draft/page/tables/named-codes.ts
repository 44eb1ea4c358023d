/** Lists of statuses with their codes, below a caption that names the member which holds these: `Errors (JSON, code always there):`. */
import { pointerOf } from '../../../formats/json.ts';
import type { AnswerFact } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { contextOf, unknownIn } from '../blocks/heading-words.ts';
import type { Reading } from '../blocks/reading.ts';
import { codesIn } from './status-members.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;

/** What a caption says of the bodies below it. */
interface Named {
  name: string;
  required: boolean | null;
  isJson: boolean;
}

/** A member with whether it is there, or behind the word for one. */
const isThere = oneOf(`${word.always}(?: ${word.sent})?`, `${word.mandatory}(?: ada)?`);
const always = pattern`^\`?([A-Za-z_]\w*)\`?,? (?:${word.is} )?${isThere}$`;
const called = pattern`^(?:the |in )?${word.member} \`?([A-Za-z_]\w*)\`?$`;

/** The one member that a caption of refusals names between parentheses, each word of it understood; null for any other. */
function namedIn(title: string): Named | null {
  const [, before = '', inner = ''] = /^([^()]{3,60}?)\s*\(([^()]{3,80})\):?\s*$/.exec(title) ?? [];
  if (!contextOf(before).error || unknownIn(before).length > 0) return null;
  const pieces = inner.split(/[,;]/).map((piece) => piece.trim());
  const said = pieces.filter((piece) => !/^(?:as |in )?JSON$/i.test(piece));
  const [only = '', ...others] = said;
  const [required, name] = [always.exec(only)?.[1], called.exec(only)?.[1]];
  const found = required ?? name;
  if (found === undefined || others.length > 0) return null;
  return { name: found, required: required === undefined ? null : true, isJson: pieces.length > said.length };
}

/** Takes the answers of a list whose every item is a status and the codes that its body has. */
export function readCodes(block: ListBlock, reading: Reading): void {
  const answers = answersWithCodes(block);
  reading.statement.answers.push(...answers);
  reading.used += answers.length;
}

/** Such answers; none where an item is anything else. */
function answersWithCodes({ items, title }: ListBlock): AnswerFact[] {
  const named = namedIn(title);
  if (named === null) return [];
  const answers = items.map(({ text }): AnswerFact | null => {
    const [, status = '', written = ''] =
      /^[`*\s]*(?:HTTP )?([45]\d\d)[`*]*\s*(?::|[-–—])\s*(\S[^\n]*)$/.exec(text) ?? [];
    const codes = written.includes('`') ? codesIn(written.replace(/\s*[.;]$/, '')) : null;
    const [first = '', ...more] = codes ?? [];
    if (status === '' || first === '') return null;
    const at = `${title}, ${status}`;
    const schema = more.length === 0 ? { const: first } : { enum: [first, ...more] };
    return {
      ...{ status: Number(status), at, origin: 'table', words: text },
      members: [{ pointer: pointerOf([named.name]), at, origin: 'table', required: named.required, schema }],
      ...(named.isJson ? { mediaType: { value: 'application/json', at } } : {}),
    };
  });
  return answers.includes(null) ? [] : answers.filter((one) => one !== null);
}
