/** What a collection says beside the parameters of a form. */
import { isObject, type Json, type JsonObject } from '../../formats/json.ts';

/** Parameters that OAuth knows beside the grant (RFC 6749, RFC 8707): switched off, one of them is asked about without a word. */
const ofOauth = /^(?:scopes?|audience|resource)$/i;

/** The words beside the parameters of a form; what a body of another mode has kept of one is not sent. */
export const wordsIn = ({ mode, urlencoded, formdata }: JsonObject): Json[] =>
  [mode === 'urlencoded' ? urlencoded : mode === 'formdata' ? formdata : []].flat().flatMap((one): Json[] => {
    const { key: name, value = '', description, disabled } = isObject(one) ? one : {};
    const [words, isOff] = [textOf(description), disabled === true];
    return typeof name !== 'string' || !(words || (isOff && ofOauth.test(name)))
      ? []
      : [{ name, value, description: words ?? '', isOff }];
  });

/** What is said in words: a text, or an object that holds it. */
export function textOf(given: Json | undefined): string | null {
  const text = isObject(given) ? given['content'] : given;
  return typeof text === 'string' ? text : null;
}
