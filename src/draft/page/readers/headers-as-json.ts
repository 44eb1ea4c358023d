/** Objects in JSON that show headers: their names are those of headers, and no members of a body. */
import { isObject, type Json, type JsonObject } from '../../../formats/json.ts';
import type { Context } from '../blocks/heading-words.ts';
import type { NoSample } from '../blocks/reading.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { json } from './near-json.ts';
import type { Sample } from './sample-bodies.ts';

const isHeader = (name: string): boolean => isHeaderName(name) || /^authorization$/i.test(name);

/** A token that stands for the one which the operation gives: who sends it has one. */
const sendsToken = /^bearer\s/i;

/** The headers of an object, where all of its members are headers; null for any other. */
function headersOf(value: Json | undefined): [string, string][] | null {
  if (!isObject(value)) return null;
  const found = Object.entries(value).flatMap(([name, one]): [string, string][] =>
    isHeader(name) && typeof one === 'string' ? [[name, one]] : [],
  );
  return found.length > 0 && found.length === Object.keys(value).length ? found : null;
}

/** What an object shows as headers: a part of the request that gives the token, or why it is none; null where no name is one of a header. */
export function headersAsJson(body: JsonObject, { side, place }: Context, at: string): Sample[] | NoSample | null {
  if (!Object.keys(body).some(isHeader)) return null;
  const headers = headersOf(body);
  if (headers === null) return { why: 'some of its names are those of headers, and others are not', mayHold: true };
  const isSent = place === 'header' && side !== 'response' && !headers.some(([, value]) => sendsToken.test(value));
  if (isSent) return [{ side: 'request', at, headers }];
  return { why: 'its names are those of headers, and nothing says that the request has them', mayHold: true };
}

/** A message whose headers and whose body stand as objects behind their words. */
const inParts =
  /^\s*(?:[A-Za-z]+ )?(?:headers?|tajuk)\s*:?\s*(\{[^{}]*\})\s*,?\s*(?:[A-Za-z]+ )?(?:body|payload|badan|isi)\s*:?\s*(\{[\s\S]*\})\s*$/i;

/** The headers and the body of such a message; null for any other text. */
export function messageInParts(text: string): { headers: [string, string][]; body: JsonObject } | null {
  const [, first, second] = inParts.exec(text.slice(0, mostCharacters)) ?? [];
  if (first === undefined || second === undefined) return null;
  const [headers, body] = [json(first), json(second)];
  if (!isObject(headers) || !isObject(body)) return null;
  const texts = Object.entries(headers).flatMap(([name, one]): [string, string][] =>
    typeof one === 'string' ? [[name, one]] : [],
  );
  return { headers: texts, body };
}

/** Characters of a message that are looked at. */
const mostCharacters = 20_000;
