/** Hosts that a sentence puts in place of another, for tests or for live use. */
import type { ServerFact } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { environmentWords, isEnvironment, isEnvironmentWord, isProduction, namesBoth } from '../words/environments.ts';

const host = '[`"*]{0,2}(?:https?://)?((?:[a-z\\d-]{1,60}\\.){1,6}[a-z]{2,20})[`"*]{0,2}';
const itsHost = `(?:the )?(?:host |domain |server )?${host}`;
const by = oneOf(word.with, 'by', 'to', 'for', 'into', 'menjadi', 'ke', 'oleh');
const replaced = pattern`\b${word.replace} ${itsHost} ${by} (?:the )?${host}`;
const insteadOf = oneOf('instead of', 'in place of', 'rather than', 'alih-alih', 'sebagai pengganti', 'bukan');
const instead = pattern`\b${oneOf(word.use, 'call')} ${itsHost} ${insteadOf} (?:the )?${host}`;

/** A host that stands in place of another. */
export interface OtherHost {
  from: string;
  to: string;
  /** The word for the environment of the other, beside it or in the sentence before. */
  environment: string;
  at: string;
}

const environmentIn = (words: string): string | undefined =>
  (words.match(/\p{L}+/gu) ?? []).find((word) => isEnvironmentWord(word) && !notNames.has(word.toLowerCase()));

/** Everyday words that are names of environments beside others alone. */
const notNames = new Set(['non', 'pre', 'pra']);

/** The hosts that the lines of a page put in place of others; one without the name of an environment is none. */
export function otherHosts(blocks: Block[]): OtherHost[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'lines') return [];
    const text = block.lines.join(' ').slice(0, 5000);
    const sentences = text.split(/(?<=[.;!?])\s+/);
    return sentences.flatMap((sentence, index): OtherHost[] => {
      const swap = replaced.exec(sentence);
      const [, one = '', two = ''] = swap ?? instead.exec(sentence) ?? [];
      if (two === '') return [];
      const [from, to] = (swap ? [one, two] : [two, one]).map((name) => name.toLowerCase());
      const beside = sentence.replaceAll(one, ' ').replaceAll(two, ' ');
      const environment = environmentIn(beside) ?? environmentIn(sentences[index - 1] ?? '');
      return environment === undefined || !from || !to ? [] : [{ from, to, environment, at: block.title }];
    });
  });
}

/** Servers with those of the hosts that stand in place of theirs; of the two the one that is not for tests is live. */
export function withOtherHosts(servers: ServerFact[], hosts: OtherHost[]): ServerFact[] {
  return servers.flatMap((server) => {
    const url = new URL(server.url);
    const own = hosts.filter(({ from }) => from === url.hostname);
    if (own.length === 0) return [server];
    const isTest = !own.some(({ environment }) => isProduction(environment));
    const more = own.map(({ to, environment, at }): ServerFact => {
      const address = `${url.protocol}//${to}${url.pathname.replace(/\/+$/, '')}`;
      return {
        ...server,
        url: address,
        label: environment,
        production: isProduction(environment),
        at: at || server.at,
      };
    });
    return [{ ...server, ...(isTest ? { label: server.label || 'Production', production: true } : {}) }, ...more];
  });
}

/** Words for an environment beside the live one, or for that. */
const ofEnvironment = '(?:environments?|systems?|servers?|hosts?|gateways?|keys?|credentials|url|mode)';
const speaks = pattern`\b${oneOf(
  ...['sandbox', 'staging', 'uat', 'produksi'],
  `${oneOf(word.testing, word.live)} ${ofEnvironment}`,
  `lingkungan ${oneOf(word.testing, word.live, 'uji')}`,
)}\b`;

/** Whether the address or the label of a server names an environment. */
function isNamed(server: ServerFact): boolean {
  const names = [...new URL(server.url).hostname.split('.').slice(0, -1), ...new URL(server.url).pathname.split('/')];
  // The words of several tabs say of no host which it is.
  const label = namesBoth(server.label) ? '' : server.label;
  const words = [...names, label].flatMap((one) => one.toLowerCase().match(/\p{L}+/gu) ?? []);
  return server.production || isEnvironment(label) || words.some((word) => environmentWords.includes(word));
}

/**
 * The servers that may be live: those without the name of an environment where there are several, or the only one, with the
 * first words of the page that speak of several environments; null where there are none.
 */
export function mayBeLive(
  servers: ServerFact[],
  written: string,
): { said: string | null; unnamed: ServerFact[] } | null {
  const unnamed = servers.filter((server) => !isNamed(server));
  if (unnamed.length === 0) return null;
  if (servers.length > 1) return { said: null, unnamed };
  const found = speaks.exec(written);
  return found ? { said: found[0], unnamed } : null;
}
