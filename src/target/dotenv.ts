/** The text of `.env`, and where its values are not what whoever wrote them meant. Pure. */
import { textIn } from '../files/text.ts';

/** What is wrong with values of a `.env` text, or may be. */
export interface Slip {
  /** The names whose values are at stake. */
  names: string[];
  /** Line in the file, counted from 1. */
  line: number;
  /** Whether it cannot be meant. */
  certain: boolean;
  text: string;
  remedy: string;
}

/** The text of a `.env` file without its byte order mark; null for bytes that are no text. */
export function dotenvIn(bytes: Buffer): string | null {
  const text = textIn(bytes)?.replace(/^\uFEFF/, '') ?? null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = text?.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return text === null || text.includes('\0') || controls * 20 > text.length ? null : text;
}

/** A value as a `.env` text gives it. */
interface Given {
  name: string;
  line: number;
  /** What follows the = in its line. */
  raw: string;
  /** The quote that it begins with; null for none. */
  quote: string | null;
  /** Where its quote is closed: what is inside, the line, and what follows in that; null where it is not. */
  closed: { inside: string; line: number; after: string } | null;
}

const assignment = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=(.*)$/gm;

/** The values of a text. One in quotes may go on over several lines, none of which gives another. */
function givenIn(text: string): Given[] {
  const found: Given[] = [];
  const pattern = new RegExp(assignment);
  let [line, counted] = [1, 0];
  const lineAt = (index: number): number => {
    line += text.slice(counted, index).split('\n').length - 1;
    counted = index;
    return line;
  };
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: whole, 1: name = '', 2: raw = '', index } = match;
    const [, blank = '', quote = null] = /^([ \t]*)(["'`])?/.exec(raw) ?? [];
    const given = { name, line: lineAt(index), raw, quote };
    const start = index + whole.length - raw.length + blank.length + 1;
    const end = quote === null ? -1 : text.indexOf(quote, start);
    if (end < 0) {
      found.push({ ...given, closed: null });
      continue;
    }
    const [after = ''] = /^.*/.exec(text.slice(end + 1)) ?? [];
    found.push({ ...given, closed: { inside: text.slice(start, end), line: lineAt(end), after } });
    pattern.lastIndex = end + 1 + after.length;
  }
  return found;
}

type Found = Pick<Slip, 'certain' | 'text' | 'remedy'>;

/** Another quote than a value holds. */
const otherThan = (quote: string): string => (quote === "'" ? '"' : "'");

/** A value outside quotes: a # cuts it, and a quote at its end may have lost the one at its start. */
function plainSlips({ name, raw }: Given): Found[] {
  const at = raw.indexOf('#');
  const blankBefore = at > 0 && /[ \t]/.test(raw[at - 1] ?? '');
  const value = (at < 0 ? raw : raw.slice(0, at)).trim();
  const last = /["'`]$/.exec(value)?.[0];
  const found: Found[] = [];
  if (at >= 0)
    found.push(
      blankBefore
        ? {
            certain: false,
            text: `what follows the # after the value of ${name} is a comment`,
            remedy: 'put the value in quotes where the # belongs to it',
          }
        : {
            certain: true,
            text: `the value of ${name} ends at a # outside quotes`,
            remedy: 'put the value in quotes, or a space before a comment',
          },
    );
  if (last !== undefined && value.split(last).length === 2)
    found.push({
      certain: false,
      text: `the value of ${name} ends with ${last} and does not begin with it`,
      remedy: `write ${last} on both sides, or on none; where it belongs to the value, put all of that in ${otherThan(last)}`,
    });
  return found;
}

/** A value that begins with a quote, which is closed nowhere, too early or too late. */
function quotedSlips(
  { name, line, closed }: Given,
  quote: string,
  names: ReadonlySet<string>,
): (Found & Partial<Slip>)[] {
  const wrapped = `put all of it in ${otherThan(quote)} where the ${quote} belongs to it`;
  if (!closed)
    return [
      {
        certain: true,
        text: `the value of ${name} begins with ${quote} and nothing closes it`,
        remedy: `write ${quote} at its end as well, or ${wrapped}`,
      },
    ];
  const inside = givenIn(closed.inside.slice(closed.inside.indexOf('\n') + 1));
  const held = new Set(closed.line === line ? [] : inside.map((one) => one.name));
  const swallowed = [...held].filter((one) => names.has(one));
  if (swallowed.length > 0)
    return [
      {
        names: [name, ...swallowed],
        certain: true,
        text: `the ${quote} before the value of ${name} is closed only in line ${closed.line}, behind ${swallowed.join(', ')}`,
        remedy: 'close it where the value ends',
      },
    ];
  const where = closed.line === line ? '' : ` in line ${closed.line}`;
  if (/^;?[ \t]*(?:#.*)?$/.test(closed.after)) return [];
  return /^[ \t]/.test(closed.after)
    ? [
        {
          certain: false,
          text: `what follows the second ${quote} of the value of ${name}${where} is left out`,
          remedy: `write # before a comment, or ${wrapped}`,
        },
      ]
    : [
        {
          certain: true,
          text: `the value of ${name} ends at its second ${quote}${where}, and what follows is lost`,
          remedy: `end it there, or ${wrapped}`,
        },
      ];
}

/** Bytes that are no UTF-8, of which the decoder keeps nothing. */
function encodingSlips({ name, raw, closed }: Given): Found[] {
  if (!(closed?.inside ?? raw.replace(/#.*/, '')).includes('\uFFFD')) return [];
  return [
    { certain: true, text: `the value of ${name} holds bytes that are not UTF-8`, remedy: 'save the file in UTF-8' },
  ];
}

/** Where the values of a `.env` text are not what was meant. Of the values of a name, the last counts; `names` are those that are asked for. */
export function slipsIn(text: string, names: ReadonlySet<string>): Slip[] {
  const given = givenIn(text);
  const counts = new Map(given.map((one) => [one.name, one]));
  return given.flatMap((one) => {
    const found = one.quote === null ? plainSlips(one) : quotedSlips(one, one.quote, names);
    const slips = [...found, ...encodingSlips(one)].map((slip) => ({ names: [one.name], line: one.line, ...slip }));
    return slips.filter((slip) => slip.names.length > 1 || counts.get(one.name) === one);
  });
}
