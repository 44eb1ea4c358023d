/** Captions of a part that say of all fields below them that they are there, and of which type, as `Body. All mandatory:` and `Answer (all strings)` do. */
import type { Schema } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { namesType } from '../values/attributes.ts';
import { typeWord } from '../values/values.ts';
import { countsCharacters } from '../words/doubts.ts';
import type { OfFields } from './blocks.ts';
import { withoutNumber } from './captions.ts';
import { contextOf, unknownIn } from './heading-words.ts';
import type { Field } from './reading.ts';
import { saidOfAll } from './said-of-all.ts';

/** Characters of the longest such caption. */
const longest = 160;

const all = oneOf(`${word.all}(?:nya)?`, 'they');
const isOf = oneOf(word.is, 'of type', 'bertipe(?: data)?', 'berjenis', 'berupa', 'bersifat');
const ofType = pattern`^(?:${all} )?(?:(?:of them )?${isOf} )*(\p{L}+)$`;
const beginsAll = pattern`^${all}\b`;

/** What names the part further, beside what is said of its fields. */
const ofPart = pattern`^(?:(?:http )?(?:status )?[2-5]\d\d|json|form|[a-z]+/[a-z0-9.+-]+)$`;

/** The type that words give to all fields, as `all strings` does; null for any other words. */
function typeOfAll(words: string): Schema | null {
  const [, name = ''] = ofType.exec(words) ?? [];
  return typeWord(name) ?? typeWord(name.replace(/s$/i, ''));
}

/** What clauses say of all fields, each of them understood; those that name the part are put to its name. */
function clausesOf(words: string): { said: OfFields; named: string[] } | null {
  const said: OfFields = {};
  const named: string[] = [];
  let isOfAll = false;
  for (const clause of words.split(pattern`[,;]\s*(?:${word.and}\s+)?|\s+${word.and}\s+`)) {
    if (!isOfAll && ofPart.test(clause)) {
      named.push(clause);
      continue;
    }
    if (!isOfAll && !beginsAll.test(clause)) return null;
    isOfAll = true;
    const there = saidOfAll(clause) ?? saidOfAll(`all ${clause}`);
    const type = typeOfAll(clause);
    if (there && there.side === null && !there.reachesUp && there.count === null) said.always = true;
    else if (type && said.schema === undefined) said.schema = type;
    else return null;
  }
  return isOfAll ? { said, named } : null;
}

const inBrackets = /^([^()]{3,100}?):? \(([^()]{3,100})\):?$/;
const behindStop = /^(.{3,100}?)[.:;] ([^.:;]{3,100}):$/;

/** Whether words name a part of an exchange, and nothing that is not known. */
function isPart(words: string): boolean {
  const { side, place } = contextOf(words);
  return (side !== null || place !== null) && unknownIn(words).length === 0;
}

/** The name of the part in a caption and what it says of all of its fields; null for any other line. */
export function captionOfAll(line: string): { part: string; said: OfFields } | null {
  if (line.length > longest || !beginning.test(line)) return null;
  const caption = withoutNumber(line).replace(/[`*]/g, '').trim();
  const [, part = '', words = ''] = inBrackets.exec(caption) ?? behindStop.exec(caption) ?? [];
  const clauses = part === '' ? null : clausesOf(words);
  if (clauses === null || !/^\p{Lu}/u.test(part)) return null;
  const whole = clauses.named.length > 0 ? `${part} (${clauses.named.join(', ')})` : part;
  return isPart(whole) ? { part: whole, said: clauses.said } : null;
}

/** Most lines have no word for all behind a mark. */
const beginning = pattern`[(.:;] .{0,40}\b${all}\b|\(${all}\b`;

/** Whether the words of a field name another type than that of all: what has characters is a text, whatever it is called. */
const namesOther = (notes: string, schema: Schema): boolean =>
  namesType(notes) && !(schema['type'] === 'string' && countsCharacters(notes));

/** A field with the type that all of a part have; its own words go before that. */
export const withType = (field: Field, schema?: Schema): Field =>
  !schema || field.schema['type'] !== undefined || field.untyped !== undefined || namesOther(field.notes, schema)
    ? field
    : { ...field, schema: { ...schema, ...field.schema } };
