/** Ways for a client to show who it is that a page names beside the one of the draft, and what it says of a way that need not be. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';

/** The names that OAuth has for the ways of a client, as RFC 7591 registers them. */
const methodNames = /\b(?:client_secret_(?:basic|post|jwt)|private_key_jwt|(?:self_signed_)?tls_client_auth)\b/g;
const notTaken = pattern`\b${oneOf(word.not, word.noLonger, word.without, 'deprecated', 'usang')}\b`;

/** The lines in which a page names ways of its clients by these names, where they are several; empty where it names one alone. */
function waysNamed({ passages = [], written = '' }: Facts): string[] {
  const lines = [...passages.flatMap(({ text }) => text.split('\n')), ...written.split('\n')];
  const found = new Map<string, string>();
  for (const line of lines.filter((one) => !notTaken.test(one)))
    for (const [name] of line.matchAll(methodNames)) if (!found.has(name)) found.set(name, line);
  return found.size < 2 ? [] : [...found.keys()];
}

/** What a person has to choose among several ways that the page names, in the words of a question. */
export function namedWays(facts: Facts): string[] {
  const names = facts.unclear.some(({ isChoice }) => isChoice) || facts.security?.isDecided ? [] : waysNamed(facts);
  return names.length === 0 ? [] : [`which of several ways: ${names.join(' or ')}`];
}

const certificate = oneOf('certificates?', 'sertifikat', 'mtls', 'mutual tls');
const mayBeWithout = oneOf(
  ...['optional(?:ly)?', 'opsional', `${word.not} (?:${word.mandatory}|needed|wajib)`, 'need not', 'boleh tidak'],
  ...[`${word.only} ${oneOf(word.in, word.for)}`, `${word.unless}`],
);
const optionalCertificate = pattern`\b${certificate}\b[^.;]{0,80}\b${mayBeWithout}\b|\b${mayBeWithout}\b[^.;]{0,80}\b${certificate}\b`;

/** The question whether a connection without a certificate is refused, where words say that it need not be there. */
export function optionalTodos({ passages = [] }: Facts, { auth }: Pick<Access, 'auth'>): Todo[] {
  if (![auth ?? []].flat().some((one) => one['mechanism'] === 'mutual-tls')) return [];
  const said = passages
    .flatMap(({ text }) => text.split(/(?<=[.;!?])\s+|\n/))
    .filter((sentence) => optionalCertificate.test(sentence));
  const shown = [...new Set(said)].slice(0, 3).map((one) => `"${quotedWords(one)}"`);
  const what = `whether a connection without a client certificate is given no token everywhere: the page says ${shown.join(', ')}, and the draft has it refused`;
  return shown.length === 0 ? [] : [{ name: 'certificate optional', what }];
}
