/** Codes that answers hold in their body, which a page may list as it would list statuses of HTTP. */
import { lettersOf } from './spellings.ts';

/** A sentence that puts codes into the body. */
const inBody = [
  /\b(?:codes?|kode|rc)\b[^.;]{0,60}\b(?:fields?|members?|elements?|attributes?|propert(?:y|ies)|body|payload|json|kolom|isian|atribut|badan|isi)\b/i,
  /\b(?:fields?|members?|elements?|attributes?|property|body|kolom|isian|atribut|badan)\b[^.;]{0,60}\b(?:codes?|kode)\b/i,
];

const every = '\\b(?:always|selalu|tetap|every|each|all|any|semua|setiap|even|meskipun|walaupun|only|hanya)\\b';

/** One that gives every answer the status of a grant. */
const alwaysGranted = [
  RegExp(`\\bhttp\\b[^.;]{0,40}${every}[^.;]{0,40}\\b2\\d\\d\\b`, 'i'),
  RegExp(`${every}[^.;]{0,60}\\b(?:http|status)\\b[^.;]{0,20}\\b2\\d\\d\\b`, 'i'),
];

/** What a sentence says of codes in the body: that they are there, or that the status of HTTP tells nothing; null for most. */
export function codesSaid(sentence: string): 'some' | 'always' | null {
  if (alwaysGranted.some((form) => form.test(sentence))) return 'always';
  return inBody.some((form) => form.test(sentence)) ? 'some' : null;
}

/** Whether a member of an answer holds a code by its name, or by what is said of it. */
export const holdsCode = (name: string, notes: string): boolean =>
  /^(?:rc|(?:resp|response|result|return|status|error|err|reason|fault)?(?:code|kode)|kode(?:respons?|balasan|jawaban|hasil|status|galat|error|kesalahan)|responsestatus)$/.test(
    lettersOf(name),
  ) ||
  /\b(?:response|result|return|status|error) codes?\b|\bkode (?:respons?|balasan|jawaban|hasil|status|galat|error|kesalahan)\b/i.test(
    notes,
  );

/** What the words above numbers call them: codes, which the body may hold, or a status of which they do not say that it is that of HTTP. */
export function calledCodes(words: string): 'code' | 'status' | null {
  if (/\bhttp\b/i.test(words)) return null;
  return /\bstatus/i.test(words) ? 'status' : 'code';
}
