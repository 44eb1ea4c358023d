/** What it costs to clear a text: ordinary exchanges, and a megabyte of what is hard to decode. */
import { randomBytes } from 'node:crypto';
import { baseUrls, startMock } from '../mock/server.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { gateOfTarget } from '../src/run/target-gate.ts';
import { build } from '../src/scenario/build.ts';
import { plan } from '../src/scenario/plan.ts';
import { recordOf } from '../src/wire/record.ts';
import { createTransport } from '../src/wire/transport.ts';
import { contextOf, median, since, targets } from './parts.ts';

/** Milliseconds, of processor time for a megabyte; medians. */
export interface Clearing {
  /** To take note of an exchange and to clear all that is recorded of it. */
  exchangeMs: number;
  hostile: { name: string; ms: number }[];
}

const megabyte = 1 << 20;
const filled = (text: string): string => text.repeat(Math.ceil(megabyte / text.length)).slice(0, megabyte);
/** Words of a length, none of them twice: a text of one word over and over is found once. */
const words = (length: number, shape: (word: string) => string): string => {
  const count = Math.ceil(megabyte / shape('x'.repeat(length)).length);
  const letters = randomBytes(count * length)
    .toString('base64url')
    .replace(/[-_]/g, 'x');
  return Array.from({ length: count }, (_, at) => shape(letters.slice(at * length, (at + 1) * length)))
    .join('')
    .slice(0, megabyte);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const encoded = (times: number): string => {
  let text = words(7, (word) => `${word} `).slice(0, Math.floor(megabyte * 0.75 ** times));
  for (let time = 0; time < times; time++) text = base64(text);
  return text;
};
/** Texts of a megabyte that are hard to clear, some with a secret that the gate knows. */
const hostileTexts = (secret: string): Record<string, string> => ({
  'headers of JWT (`eyJ-eyJ-…`)': filled('eyJ-'),
  'Base64 of Base64 of text': filled(base64(base64('the quick brown fox & the lazy dog. '))),
  'random Base64': randomBytes((megabyte / 4) * 3).toString('base64'),
  'percent signs encoded again and again': filled('%25'),
  'character references': filled('&amp;#38;'),
  backslashes: filled('\\u005c'),
  hexadecimal: filled('0123456789abcdef'),
  'decimal bytes': filled('104,'),
  markup: filled('<b>x</b>'),
  'JSON of many tokens': filled('{"token":["abcdef"]},'),
  'words as random as keys': words(24, (word) => `${word} `),
  'what looks like headers of JWTs and is none': words(20, (word) => `eyJhbGciOi.${word} `),
  'headers of JWTs that are no JSON': words(3, (word) => `eyJhbGciOn0.${word} `),
  'hexadecimal of words': words(9, (word) => `${Buffer.from(word).toString('hex')} `),
  'Base64 of hexadecimal': filled(base64(Buffer.from('the quick brown fox').toString('hex'))),
  'references that are unknown': filled('&CounterClockwiseContourIntegra '),
  'lists of bytes in hexadecimal': filled('0x41, 0x42, '),
  'Base64 of words': encoded(1),
  'Base64 of words, four times': encoded(4),
  'hexadecimal of Base64 of words': Buffer.from(encoded(1).slice(0, megabyte / 2)).toString('hex'),
  'a JWT': `${base64url('{"alg":"none"}')}.${encoded(1)}.${words(40, String)}`.slice(0, megabyte),
  'many JWTs': filled(`${base64url('{"alg":"none"}')}.eyJ4IjoxfQ.abcdefgh `),
  'a secret over and over': filled(secret),
  'Base64 of a secret over and over': base64(filled(secret)).slice(0, megabyte),
  'lines of a secret in Base64': filled(`${base64(secret)}\n`),
  'parts of a secret': filled(secret.slice(0, 9)),
  'short words in Base64': words(12, (word) => `${base64(word)} `),
  'quoted-printable': filled('=41=42=20'),
  'names with dots': filled('a.b'),
  'letters and signs of Latin-1': Buffer.from(
    randomBytes(megabyte).map((byte) => ((byte & 0x7f) < 0x20 || byte === 0x7f ? (byte | 0x20) & 0xfe : byte)),
  ).toString('latin1'),
  prose: filled('The quick brown fox jumps over the lazy dog. '),
});

async function exchanges(rounds: number): Promise<number> {
  const mock = await startMock();
  const times: number[] = [];
  for (const target of targets(catalogue())) {
    const base = `${mock.url}${baseUrls[target.contract.provider]}`;
    const transport = createTransport({ baseUrl: base, ...target.pace, tls: target.tls, proxy: null });
    const [control] = plan(target.contract);
    const gate = gateOfTarget(target);
    for (let round = 0; control && round < rounds; round++) {
      const exchange = await transport.exchange(control.id, () => build(control, contextOf(target)));
      // To ask for processor time costs as much as to clear the exchange.
      const start = performance.now();
      const tokens = gate.learn(exchange, target.contract, true);
      recordOf(exchange, 'ex-0', control.title, gate, tokens);
      times.push(performance.now() - start);
    }
    await transport.close();
  }
  await mock.close();
  return median(times);
}

/** Clears the control of each provider `rounds` times ten, and each hostile megabyte `rounds` times. */
export async function clearing(rounds: number): Promise<Clearing> {
  const [target] = targets(catalogue());
  // The shortest stands in a megabyte most often.
  const [secret] = [...(target?.secrets ?? [])].sort((one, other) => one.length - other.length);
  if (!target || secret === undefined) throw new Error('there is no provider with a secret to measure with');
  const gate = gateOfTarget(target);
  const hostile = Object.entries(hostileTexts(secret)).map(([name, text]) => {
    // A text that was cleared before is not read again, so each differs by a blank.
    const times = Array.from({ length: rounds + 1 }, (_, round) => {
      const one = `${' '.repeat(round)}${text}`;
      const start = process.cpuUsage();
      gate.clear(one);
      return since(start);
    });
    return { name, ms: median(times.slice(1)) };
  });
  return { exchangeMs: await exchanges(rounds * 10), hostile };
}

/** The section of docs/bench.md about clearing. */
export function clearingLines({ exchangeMs, hostile }: Clearing): string[] {
  return [
    '## Clearing',
    '',
    'To take note of what was sent and granted in an ordinary exchange and to clear its record, median: ' +
      `${exchangeMs.toFixed(2)} ms. A megabyte of one kind, medians:`,
    '',
    '| 1 MiB of | ms |',
    '| --- | --- |',
    ...hostile.map(({ name, ms }) => `| ${name} | ${Math.round(ms)} |`),
    '',
  ];
}
