/** Servers that are lax in one part of what is signed: they take a signature over another value of it than was sent. */
import { brokenSignature, type Signed } from '../mock/generic-signature.ts';
import type { Answer, Call, Intercept, Received } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import { type Ingredient, ingredientKey, ingredientsOf, parseTemplate, templateOf } from '../src/contract/template.ts';
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

/** What a way may sign in place of a part of the request. */
function others({ name }: Ingredient, value: string): string[] {
  if (name === 'method') return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => one !== value);
  return name === 'header' ? [nextLast(value), anotherTime(value)] : [nextLast(value)];
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
  const bearer = operation.control.auth.find(({ mechanism }) => mechanism === 'bearer')?.token ?? {};
  return (account: Account): Intercept => {
    let good: Answer | null = null;
    // The window is a demand of its own.
    const windowSeconds = Number.POSITIVE_INFINITY;
    const key = ingredientKey(ingredient);
    const verifies = (received: Received, shift: number, instead: Signed['instead']): boolean =>
      brokenSignature({
        ...{ row: { ...row }, bearer: { ...bearer }, received, account, now: servedFrom + shift, windowSeconds },
        ...(instead ? { instead } : {}),
      }) === null;
    const taken = (received: Received): boolean => {
      if (ingredient.name === 'date') return [-day, day].some((shift) => verifies(received, shift, undefined));
      const isOwn = (name: string, argument: string): boolean => {
        const one = parseTemplate(argument === '' ? `{${name}}` : `{${name}:${argument}}`);
        return 'template' in one && ingredientsOf(one.template).some((own) => ingredientKey(own) === key);
      };
      // How many values there are is known once one is asked for.
      return [0, 1, 2, 3, 4].some((index) =>
        verifies(received, 0, (name, argument, value) => {
          const other = isOwn(name, argument) ? others(ingredient, value.toString())[index] : undefined;
          return other === undefined ? value : Buffer.from(other);
        }),
      );
    };
    return (call: Call) => {
      const answer = call.answer();
      if (call.operation !== operation.id) return answer;
      if (isSuccess(answer.status)) good = answer;
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
