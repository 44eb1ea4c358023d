/** How a proof that no mechanism of a draft makes is made, in the words of the page: a person who has to write it needs all of them. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isProof } from '../../page/values/values.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { saidOnPage } from '../basis/said-on-page.ts';

/** How a value is written, and what of it is not sent. */
const written = oneOf(word.lowerCase, word.upperCase, 'hex\\w*', 'heksa?desimal', 'base ?64\\w*');
const notSent = `${oneOf(word.not, word.doNot)} (?:be |pernah )?(?:sent|transmitted|dikirim(?:kan)?)`;
const tells = pattern`\b${oneOf(written, notSent, 'hmac\\w*', 'sha-?\\d+\\w*')}\b`;

/** A signature by a key of two halves: a question that names another way alone would lead away from it. */
const pairs = /\b(?:RSA|ECDSA|EdDSA|Ed25519|(?:SHA-?\d+)?with(?:RSA|ECDSA))\b/i;
const signs = pattern`\b${oneOf(word.signature, 'sign(?:s|ed|ing)?', 'private key', 'kunci privat', 'menandatangani', 'ditandatangani')}\b`;
const isOfPair = (sentence: string): boolean =>
  pairs.test(sentence) && signs.test(sentence) && sentence.length <= longest;

/** Sentences of it that are shown. */
const mostOfPair = 2;

/** Characters of such a sentence. */
const longest = 300;

/** Passages that a question quotes beside those that it has. */
const most = 5;

const bare = (text: string): string =>
  text
    .replace(/[`*_"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a question about a proof has not quoted yet of how it is made; empty where it is about no proof. */
export function recipeOf(facts: Facts, { mechanism, signature }: Access, asked: string[]): string[] {
  const isAsked = asked.some((one) => /signature|hmac|made for each request/i.test(one));
  if (!isAsked || signature !== null || mechanism === 'snap-signature') return [];
  const fields = [
    ...facts.headers,
    ...facts.queries,
    ...facts.request.map((member) => ({ ...member, name: lastKeyOf(member.pointer) })),
  ];
  const proofs = fields.filter(({ name }) => isProof(name));
  const names = [...proofs.map(({ name }) => name), ...(facts.made ?? []).flatMap((one) => one.names)];
  const formulas = [...(facts.made ?? []).map(({ words }) => words), ...facts.signed.map(({ value }) => value)];
  const operands = formulas.flatMap((words) => words.match(/[A-Za-z]\w{2,}/g) ?? []);
  const isNamed = (sentence: string): boolean =>
    [...names, ...operands].some((name) => sentence.includes(`\`${name}\``)) && tells.test(bare(sentence));
  const all = [
    ...proofs.flatMap(({ notes = '' }) => (tells.test(bare(notes)) ? [notes] : [])),
    ...facts.signed.map(({ value }) => value.replace(/^signature: /, '')),
    // A description in JSON is one text, whose lines end as JSON writes them; a row of a table is said with its field.
    ...saidOnPage(facts, isNamed).flatMap((one) =>
      one.split('\\n').filter((part) => isNamed(part) && !part.includes('|')),
    ),
  ].map((one) => quotedWords(one));
  const before = bare(asked.join(' '));
  if (!pairs.test(before))
    all.unshift(
      ...saidOnPage(facts, isOfPair)
        .slice(0, mostOfPair)
        .map((one) => quotedWords(one.replaceAll('**', ''))),
    );
  const left = [...new Set(all)].filter((one) => !before.includes(bare(one).slice(0, 60)));
  const shown = left.filter((one, index) => !left.slice(0, index).some((other) => bare(other).includes(bare(one))));
  return shown.length === 0
    ? []
    : [
        `of how it is made ${shown
          .slice(0, most)
          .map((one) => `"${one}"`)
          .join(', ')}`,
      ];
}
