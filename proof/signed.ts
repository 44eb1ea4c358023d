/** Servers that are lax in one part of what is signed: they take a signature over another value of it than was sent. */
import { brokenSignature } from '../mock/generic-signature.ts';
import type { Answer, Call, Intercept, Received } from '../mock/server.ts';
import { type Ingredient, ingredientKey, ingredientsOf, templateOf } from '../src/contract/template.ts';
import type { Contract, Operation } from '../src/contract/types.ts';
import type { SignatureRow } from '../src/formats/auth.ts';
import { runServed, servedFrom } from './served.ts';

/** A part of what an operation signs, and the demand that it be signed as it is sent. */
export interface SignedPart {
  operation: string;
  ingredient: string;
  /** Ids of the clauses that break that part. */
  clauses: string[];
  intercept(account: Account): Intercept;
}

type Account = Record<string, string | string[]>;

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

/** Every part that the operations of a contract sign. */
export function signedParts({ operations, clauses }: Contract): SignedPart[] {
  return operations.flatMap((operation) =>
    operation.control.auth.flatMap(({ signature: row }) =>
      row === undefined
        ? []
        : ingredientsOf(templateOf(row.over)).map((ingredient) => ({
            operation: operation.id,
            ingredient: ingredientKey(ingredient),
            clauses: clauses
              .filter(
                ({ request, operations: about }) =>
                  request?.part === 'auth' && request.name === 'signature' && about.includes(operation.id),
              )
              .map(({ id }) => id),
            intercept: lax(operation, row, ingredient),
          })),
    ),
  );
}

/** The parts of which a server may be lax without a clause that says so. */
export async function missedParts(
  contract: Contract,
  environment: string,
): Promise<{ total: number; missed: string[] }> {
  const parts = signedParts(contract);
  const missed: string[] = [];
  for (const { operation, ingredient, clauses, intercept } of parts) {
    let behave: Intercept | null = null;
    const result = await runServed(contract, environment, {
      select: ({ id, change, operation: about }) =>
        id === 'control' || (about === operation && (change === null || change.name === 'signature')),
      target: ({ credentials }) => {
        behave = intercept(Object.fromEntries(Object.entries(credentials).map(([name, { value }]) => [name, value])));
        return {};
      },
      intercept: (call) => behave?.(call) ?? call.answer(),
    });
    const failed = result.clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    if (!failed.some((id) => clauses.includes(id))) missed.push(`${operation}: ${ingredient}`);
  }
  return { total: parts.length, missed };
}
