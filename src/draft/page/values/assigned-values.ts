/** Words about a field that are nothing but its values behind a sign that gives them to it, as `value = android / ios`. */
import { lettersOf } from '../words/spellings.ts';
import { columnOf } from '../words/words.ts';
import { credentialKind, isPlaceholder, typeWord } from './values.ts';

const assigned = /^(?:values?|nilai(?:nya)?)\s*=\s*([^\n]{1,200}?)\s*\.?$/i;

/** Names of fields that hold one word of a few, where a small word alone might say what a value is. */
const ofKinds = /(?:type|kind|mode|grant|tipe|jenis)$/;

/** The values that words give to a field of a name; empty where they say anything else, or may say what the value is. */
export function assignedValues(notes: string, name: string): string[] {
  const [, list = ''] = assigned.exec(notes.trim()) ?? [];
  if (list === '') return [];
  const values = list.split(/\s*[/|,]\s*/).map((value) => value.replace(/^["'`“](.*)["'`”]$/, '$1'));
  const isOfKinds = ofKinds.test(lettersOf(name.split('.').at(-1) ?? ''));
  // The kinds of a login and of a grant are called as credentials are.
  const isValue = (value: string): boolean =>
    /^[A-Za-z][\w.-]*$/.test(value) &&
    [typeWord(value), columnOf(value), isOfKinds ? null : credentialKind(value)].every((other) => other === null) &&
    !isPlaceholder(value);
  return (values.length > 1 || isOfKinds) && values.every(isValue) && new Set(values).size === values.length
    ? values
    : [];
}
