/** The life of a token as an answer declares it, in the unit of its contract: read, written otherwise, and written wrongly. */
import type { Answer } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';
import type { Json } from '../src/formats/json.ts';
import { at, jsonOf, withMember } from './answers.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** A unit: what a number of seconds is in it, and the seconds that it says. */
interface Unit {
  figure(seconds: number): number;
  seconds(figure: number): number;
}

const units: Record<'seconds' | 'minutes' | 'milliseconds' | 'instant', Unit> = {
  seconds: { figure: (seconds) => seconds, seconds: (figure) => figure },
  // A count of minutes is a whole number.
  minutes: { figure: (seconds) => Math.ceil(seconds / 60), seconds: (figure) => figure * 60 },
  milliseconds: { figure: (seconds) => seconds * 1000, seconds: (figure) => figure / 1000 },
  // Rounded up: a date that is past when the answer arrives says no life at all.
  instant: { figure: (seconds) => Math.ceil(Date.now() / 1000) + seconds, seconds: (figure) => figure - now() },
};

/** A date of expiry may be written as one. */
const isDate = (written: Json | undefined): written is string =>
  typeof written === 'string' && Number.isNaN(Number(written));

/** Seconds of the lifetime an answer declares; a quarter of an hour where no life is promised. */
export function lifeOf({ token: { lifetime, lifetimeUnit = 'seconds' } }: Contract, answer: Answer): number {
  if (lifetime === null) return 900;
  const written = at(jsonOf(answer), lifetime);
  return units[lifetimeUnit].seconds(isDate(written) ? Math.round(Date.parse(written) / 1000) : Number(written));
}

/** A life in the unit of a contract, written as the example of it is. */
function declared({ token: { lifetimeUnit = 'seconds' } }: Contract, seconds: number, like: Json | undefined): Json {
  const figure = units[lifetimeUnit].figure(seconds);
  if (isDate(like)) return new Date(figure * 1000).toISOString();
  return typeof like === 'string' ? String(figure) : figure;
}

/** The answer with another lifetime, in the type it declared it in; as it is where no life is promised. */
export function withLifeOnly(contract: Contract, answer: Answer, seconds: number): Answer {
  const { lifetime } = contract.token;
  if (lifetime === null) return answer;
  return withMember(answer, lifetime, declared(contract, seconds, at(jsonOf(answer), lifetime)));
}

const words = ['', ' ', '900s', '15m', 'PT15M', '0', '-900', '1e3', '9e2', '900.5', '0x384', '+900', '900 ', 'never'];

/** Values that say no life of at most so many seconds, each with its name; `like` is what the faithful answer says. */
export function wrongLifetimes(contract: Contract, like: Json | undefined, most: number | null): [string, Json][] {
  const { lifetimeUnit = 'seconds' } = contract.token;
  const least = most ?? 3_153_600_000;
  const inSeconds = [0, -900, least + 1, now() + 900, Date.now() + 900_000, 900_000, 3_600_000, 86_400_000, 1e21];
  const figures: Record<typeof lifetimeUnit, number[]> = {
    seconds: inSeconds.filter((value) => value <= 0 || value > least || most === null),
    minutes: [0, -15, Math.floor(least / 60) + 1, now() + 900, 1e21],
    milliseconds: [0, -900_000, (least + 1) * 1000, Date.now() + 900_000, 1e21],
    // A minute beyond what is allowed: the mutant is judged a moment after it is made.
    instant: [0, now() - 900, now() + least + 60, (now() + least + 60) * 1000],
  };
  const written = (value: number): Json => {
    if (isDate(like) && Math.abs(value) < 8e12) return new Date(value < 1e11 ? value * 1000 : value).toISOString();
    return typeof like === 'string' ? String(value) : value;
  };
  const dates = lifetimeUnit === 'instant' ? [] : [new Date(Date.now() + 900_000).toISOString()];
  return [
    ...figures[lifetimeUnit].map((value): [string, Json] => [
      `${value < 1e9 ? value : 'a date or a huge count'}${typeof like === 'string' ? ', as text' : ''} (${String(value).length})`,
      written(value),
    ]),
    ...[...words, '２００', ...dates].map((value): [string, Json] => [
      `"${value.length > 12 ? 'a date' : value}"`,
      value,
    ]),
  ];
}
