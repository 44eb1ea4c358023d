/** Servers that are lax in one part of what is signed: they take a signature over another value of it than was sent. */
import { brokenSignature } from '../mock/generic-signature.ts';
import type { Answer, Call, Intercept, Received } from '../mock/server.ts';
import { type Ingredient, ingredientKey, ingredientsOf, templateOf } from '../src/contract/template.ts';
import type { AuthSpec, Contract, Operation } from '../src/contract/types.ts';
import type { SignatureRow } from '../src/formats/auth.ts';
import { own } from '../src/formats/json.ts';
import { mechanisms } from '../src/scenario/auth/index.ts';
import { type Account, clausesOn, type LaxPart } from './lax-parts.ts';
import { servedFrom } from './served.ts';

const day = 86_400_000;

/** The next letter or digit in place of the last one. */
function nextLast(text: string): string {
  const at = text.search(/[a-zA-Z0-9][^a-zA-Z0-9]*$/);
  if (at < 0) return `${text}x`;
  const characters = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const found = text.charAt(at);
  const run =
    [...characters.matchAll(/[a-z]+|[0-9]+|[A-Z]+/g)].map(([group]) => group).find((one) => one.includes(found)) ?? '';
  return text.slice(0, at) + run.charAt((run.indexOf(found) + 1) % run.length) + text.slice(at + 1);
}

const withHeader = (received: Received, name: string, change: (value: string) => string): Received => ({
  ...received,
  headers: received.headers.map(([header, value]) => [
    header,
    header.toLowerCase() === name.toLowerCase() ? change(value) : value,
  ]),
});

/** The same request with other values of one part; the times and the account are changed where the part is one of theirs. */
function others(received: Received, { name, argument }: Ingredient): Received[] {
  const { method, path, query, body } = received;
  const text = Buffer.from(body).toString('utf8');
  switch (name) {
    case 'method':
      return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
        .filter((one) => one !== method)
        .map((one) => ({ ...received, method: one }));
    case 'path':
      return [{ ...received, path: nextLast(path) }];
    case 'target':
      return [query === '' ? { ...received, path: nextLast(path) } : { ...received, query: nextLast(query) }];
    case 'body':
    case 'minified body':
      return [{ ...received, body: Buffer.from(nextLast(text)) }];
    case 'token':
      return [withHeader(received, 'Authorization', nextLast)];
    case 'header':
      return [withHeader(received, argument, nextLast), withHeader(received, argument, anotherTime)];
    default:
      return [received];
  }
}

/** A time two hours before, in the form of ISO 8601 or of HTTP, or as seconds or milliseconds. */
function anotherTime(value: string): string {
  if (/^\d+$/.test(value)) return String(Number(value) - (value.length > 10 ? 7_200_000 : 7200));
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  if (value.endsWith('GMT')) return new Date(at - 7_200_000).toUTCString();
  const [, zone = 'Z'] = /(Z|[+-]\d\d:\d\d)$/.exec(value) ?? [];
  const [sign, hours = '0', minutes = '0'] = [zone.startsWith('-') ? -1 : 1, zone.slice(1, 3), zone.slice(4, 6)];
  const ahead = zone === 'Z' ? 0 : sign * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const local = new Date(at - 7_200_000 + ahead).toISOString();
  return `${local.slice(0, value.length - zone.length)}${zone}`;
}

/** A server that takes what the mock refuses where the signature verifies over another value of the part. */
function lax(operation: Operation, row: SignatureRow, ingredient: Ingredient) {
  return (account: Account): Intercept => {
    let good: Answer | null = null;
    // The window is a demand of its own.
    const windowSeconds = Number.POSITIVE_INFINITY;
    const taken = (received: Received): boolean => {
      const known =
        ingredient.name === 'credential'
          ? { ...account, [ingredient.argument]: nextLast(String(account[ingredient.argument] ?? '')) }
          : account;
      const days = ingredient.name === 'date' ? [-day, day] : [0];
      return days.some((shift) =>
        others(received, ingredient).some(
          (one) =>
            brokenSignature({
              row: { ...row },
              ...{ received: one, account: known, now: servedFrom + shift, windowSeconds },
            }) === null,
        ),
      );
    };
    return (call: Call) => {
      const answer = call.answer();
      if (call.operation !== operation.id) return answer;
      if (answer.status < 300) good = answer;
      return answer.status >= 400 && good && taken(call.received) ? good : answer;
    };
  };
}

/** What an operation signs and how: as its contract says, or as BI SNAP does. */
function signedBy({ mechanism, inputs, signature }: AuthSpec): { row: SignatureRow; key: string } | null {
  if (signature) return { row: signature, key: signature.key.credential };
  const row = own(mechanisms, mechanism)?.signature?.({ mechanism, inputs }) ?? null;
  return row && { row, key: inputs['privateKey'] ?? '' };
}

/** Every part that the operations of a contract sign, and that a demand breaks. */
export function signedParts(contract: Contract): LaxPart[] {
  return contract.operations.flatMap((operation) =>
    operation.control.auth.flatMap((spec) => {
      const signed = signedBy(spec);
      if (!signed) return [];
      const { row, key } = signed;
      return ingredientsOf(templateOf(row.over)).map((ingredient) => ({
        operation: operation.id,
        mechanism: spec.mechanism,
        part: ingredientKey(ingredient),
        clauses: clausesOn(contract, operation.id, spec.mechanism),
        intercept: (account: Account) =>
          lax(operation, row, ingredient)({ ...account, [row.key.credential]: account[key] ?? '' }),
      }));
    }),
  );
}
