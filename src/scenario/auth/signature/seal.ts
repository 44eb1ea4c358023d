/** Signs a request as a contract says, and otherwise than it says where a way asks for that. */
import { resolutionOf } from '../../../contract/date-form.ts';
import { valueTemplateOf } from '../../../contract/header-value.ts';
import { type Ingredient, ingredientKey, templateOf } from '../../../contract/template.ts';
import type { SignatureRow } from '../../../formats/auth.ts';
import { sameHeader } from '../../../formats/header-name.ts';
import { own } from '../../../formats/json.ts';
import { shellWord, through, variable } from '../../shell.ts';
import { altered, change, join, plain, type Text } from '../../text.ts';
import type { Message, SealContext, Sealed } from '../mechanism.ts';
import { algorithms, keyLines, type SigningKey, signatureOf, signCommand } from './algorithms.ts';
import { dateText } from './dates.ts';
import { otherValue, signedOff } from './other-text.ts';
import { encodings, minified, signedText } from './signed-text.ts';
import type { Twist } from './twist.ts';

const timeVariable = 'conformance_timestamp';

/** What is signed with: the row, its credentials by the names of its inputs, and what is done otherwise. */
export interface Signing {
  row: SignatureRow;
  inputs: Readonly<Record<string, Text>>;
  twist: Twist | null;
}

const offsetOf = (twist: Twist | null, timestampOffset: number): number =>
  (twist?.shift ?? 0) * timestampOffset + (twist?.off ?? 0);

const zoneOf = ({ timestamp, zone = 'Z' }: SignatureRow): string => timestamp?.zone ?? zone;

const isTime = ({ timestamp }: SignatureRow, { name, argument }: Ingredient): boolean =>
  name === 'header' && argument.toLowerCase() === timestamp?.header.toLowerCase();

/** Seconds by which what is signed as the time is off what is sent; null where it is the same. */
function signedShift({ row, twist }: Signing): number | null {
  const { timestamp } = row;
  return timestamp && twist?.other === `header:${timestamp.header.toLowerCase()}` ? signedOff(timestamp.form) : null;
}

/** The seconds that a request shows as its time, where two of one second would be signed alike. */
export function secondsShown(signing: Signing, { now, timestampOffset }: SealContext): number[] {
  const { timestamp } = signing.row;
  if (!timestamp || resolutionOf(timestamp.form) !== 'second') return [];
  const second = Math.floor(now.getTime() / 1000);
  const shift = signedShift(signing);
  return [second + offsetOf(signing.twist, timestampOffset), ...(shift === null ? [] : [second + shift])];
}

/** The time that is sent, and the one that is signed. */
function times(
  signing: Signing,
  { now, timestampOffset }: SealContext,
): { sent: Text; made: Text; signed: Text } | null {
  const { row, twist } = signing;
  if (!row.timestamp) return null;
  const style = twist?.timestamp ?? { form: row.timestamp.form, zone: zoneOf(row) };
  const made = dateText(style, now, offsetOf(twist, timestampOffset));
  // What is signed is made once, so that it is the same second that is sent.
  const sent = { ...made, shell: variable(timeVariable, made.value) };
  const shift = signedShift(signing);
  return { sent, made, signed: shift === null ? sent : dateText(style, now, shift) };
}

const headerOf = (headers: Message['headers'], name: string): Text | undefined =>
  headers.find(([header]) => sameHeader(header, name))?.[1];

/** The value of a header as its reader takes it: a blank on either side is no part of it (RFC 9110, section 5.5). */
function sentValue({ rewritten, headers }: Message, name: string): Text | undefined {
  const [before, sent] = [headerOf(headers, name), headerOf(rewritten, name)];
  if (!sent) return before;
  const bare = (value: string): string => value.replace(/^[ \t]+|[ \t]+$/g, '');
  if (bare(sent.value) === sent.value) return sent;
  if (bare(sent.value) === before?.value) return before;
  const command = "perl -0777 -pe 's/^[ \\t]+|[ \\t]+\\z//g'";
  return change(sent, { value: bare, shown: (shown) => shown, command });
}

/** The text that is signed. */
export function textToSign(signing: Signing, context: SealContext, message: Message): Text {
  const { row, inputs, twist } = signing;
  const time = times(signing, context);
  const asSent = (ingredient: Ingredient): Text => {
    const { name, argument } = ingredient;
    switch (name) {
      case 'method':
        return plain(message.method);
      case 'path':
        return message.path;
      case 'target':
        return join(message.path, message.query);
      case 'token':
        return message.token;
      case 'body':
        return message.body ?? plain('');
      case 'minified body':
        return minified(message.body ?? plain(''));
      case 'credential':
        return own(inputs, ingredientKey(ingredient)) ?? plain('');
      case 'date':
        return dateText({ form: argument, zone: zoneOf(row) }, context.now, 0);
      case 'header':
        return sentValue(message, argument) ?? plain('');
      case 'signature':
        // It stands in the value of its header alone, which the loader sees to.
        return plain('');
    }
  };
  const textFor = (ingredient: Ingredient): Text => {
    const isOther = twist?.other === ingredientKey(ingredient);
    if (time && isTime(row, ingredient))
      return isOther ? time.signed : (sentValue(message, ingredient.argument) ?? time.sent);
    if (!isOther) return asSent(ingredient);
    if (ingredient.name !== 'date') return otherValue(ingredient, asSent(ingredient));
    const { argument } = ingredient;
    return dateText({ form: argument, zone: zoneOf(row) }, context.now, signedOff(argument));
  };
  const template = templateOf(row.over);
  return signedText(twist?.template?.(template) ?? template, textFor);
}

function keyOf({ inputs, twist }: Signing, message: Message): SigningKey {
  const { key = plain(''), passphrase = plain('') } = inputs;
  if (twist?.key === 'unknown') return 'unknown';
  if (twist?.key === 'empty') return { own: plain(''), passphrase };
  if (twist?.key === undefined) return { own: key, passphrase };
  return { own: headerOf(message.headers, twist.key.argument) ?? plain(''), passphrase };
}

/** The value of the header of a signature, with what its contract puts around it. */
function headerValue({ row, inputs, twist }: Signing, message: Message, signature: Text): Text {
  if (row.value === undefined || twist?.value === 'bare') return signature;
  const other = typeof twist?.value === 'object' ? twist.value.other : null;
  return signedText(valueTemplateOf(row.value), (ingredient) => {
    const { name, argument } = ingredient;
    if (name === 'signature') return signature;
    const key = ingredientKey(ingredient);
    const asSent = name === 'credential' ? own(inputs, key) : sentValue(message, argument);
    const value = asSent ?? plain('');
    return key === other ? altered(value) : value;
  });
}

/** Whether what a way changes of the text or the time is the same as documented: a part that is empty cannot be left out. */
function isSame(signing: Signing, context: SealContext, message: Message, text: Text): boolean {
  const { twist } = signing;
  const isOther = twist?.key ?? twist?.algorithm ?? twist?.encoding ?? twist?.bytes ?? twist?.value;
  if (twist === null || isOther !== undefined) return false;
  const documented = { ...signing, twist: null };
  const sentTime = (one: Signing): string | undefined => times(one, context)?.sent.value;
  return textToSign(documented, context, message).value === text.value && sentTime(documented) === sentTime(signing);
}

/** The headers of a signature, and the shell lines that set what they are made of. */
export function seal(signing: Signing, context: SealContext, message: Message): Sealed {
  const { row, twist } = signing;
  const time = times(signing, context);
  const timeHeaders: [string, Text][] = row.timestamp && time ? [[row.timestamp.header, time.sent]] : [];
  const timeLines = time ? [`${timeVariable}=${shellWord(time.made.shell)}`] : [];
  if (twist?.instead !== undefined) {
    const { instead } = twist;
    const value = instead === null || instead.value === '' ? instead : headerValue(signing, message, instead);
    const own: [string, Text][] = value === null ? [] : [[row.header, value]];
    return { headers: [...timeHeaders, ...own], prelude: timeLines };
  }
  const algorithm = { ...algorithms[row.algorithm], ...twist?.algorithm };
  const key = keyOf(signing, message);
  const text = textToSign(signing, context, message);
  const { encode, command } = encodings[twist?.encoding ?? row.encoding];
  // Signed when it is first read: many a request is built only to be looked at.
  let value: string | null = null;
  const made = (): string => {
    if (value !== null) return value;
    const bytes = signatureOf(algorithm, key, text.value);
    value = encode(twist?.bytes?.make(bytes) ?? bytes);
    return value;
  };
  const pipe = [signCommand(algorithm, key), ...(twist?.bytes ? [twist.bytes.command] : []), command];
  const signature: Text = {
    get value() {
      return made();
    },
    shown: `‹signature, ${twist?.title ?? 'as documented'}›`,
    shell: pipe.reduce(through, text.shell),
    get secrets() {
      return [made()];
    },
  };
  return {
    headers: [...timeHeaders, [row.header, headerValue(signing, message, signature)]],
    prelude: [...timeLines, ...keyLines(algorithm, key)],
    signed: { header: row.header, text, isSame: isSame(signing, context, message, text) },
  };
}
