/** Names of environments, in English and Indonesian. */
import { lowerWords } from './lower-words.ts';

const production = ['production', 'prod', 'live', 'produksi'];
const testing = [
  ...['acceptance', 'certification', 'sertifikasi'],
  ...[
    'sandbox',
    'staging',
    'stage',
    'stg',
    'uat',
    'sit',
    'test',
    'testing',
    'dev',
    'development',
    'demo',
    'qa',
    'pilot',
  ],
  ...['preprod', 'pengujian', 'pengembangan', 'non', 'pre', 'pra', 'uji', 'coba'],
];

/** Names of environments, in English and Indonesian. */
export const environmentWords: readonly string[] = [...production, ...testing];

/** Words that a label of an address has beside the name of its environment. */
export const addressWords: readonly string[] = [
  ...['url', 'uri', 'base', 'endpoint', 'host', 'hostname', 'domain', 'server', 'address', 'environment', 'env', 'api'],
  ...['system', 'sistem', 'mode'],
  // `Go Live` is called so as well.
  ...['go'],
  ...['alamat', 'dasar', 'lingkungan'],
];

/** Words of the name of an environment, with those for an address. */
const known: ReadonlySet<string> = new Set([...environmentWords, ...addressWords]);

/** Whether a word is the name of an environment, or a part of one. */
export const isEnvironmentWord = (word: string): boolean => environmentWords.includes(word.toLowerCase());

const hasAny = (words: string[], any: readonly string[]): boolean => any.some((word) => words.includes(word));

/** Whether a label names the environment where money moves, as `Production` and `Live URL` do. */
export function isProduction(label: string): boolean {
  const words = lowerWords(label);
  return hasAny(words, production) && !hasAny(words, testing);
}

/** Environments that are none where money moves, though they are called after it. */
const notProduction = RegExp(`\\b(?:non|pre|pra)[- ]?(?:${production.join('|')})\\b`, 'gi');

/** Whether a label names both the environment where money moves and one for tests, as the words of two tabs on one line do. */
export function namesBoth(label: string): boolean {
  const words = lowerWords(label.replace(notProduction, ' '));
  return hasAny(words, production) && hasAny(words, testing);
}

/** Characters of the longest label that may name an environment. */
const longestLabel = 80;

/** Whether a label is the name of an environment, alone or with words for an address, as `UAT URL` is. */
export function isEnvironment(label: string): boolean {
  if (label === '' || label.length > longestLabel) return false;
  if (namesEnvironment(label)) return true;
  // `UAT (User Acceptance Testing)` says twice what it is, and `Base URL (UAT)` only there.
  return label.includes('(') && namesEnvironment(label.replace(/\([^()]*\)/g, ' '));
}

/** Everyday words that name an environment where they are all of a label, as `Try: https://…` is beside `Live`. */
const alone = /^\W*(?:try|trial|try it(?: out)?|simulator|simulasi|playground|coba)\W*$/i;

function namesEnvironment(label: string): boolean {
  if (alone.test(label)) return true;
  const words = lowerWords(label);
  return words.every((word) => known.has(word)) && hasAny(words, environmentWords);
}

/** Words beside those of an address that say whose: those of the endpoint that issues tokens. */
const ofToken = [
  'token',
  'oauth',
  'oauth2',
  'auth',
  'authorization',
  'authentication',
  'access',
  'otorisasi',
  'autentikasi',
];

/** Words of a head of addresses, whatever their language. */
const headWords: ReadonlySet<string> = new Set([
  ...addressWords,
  ...ofToken,
  ...[
    'urls',
    'uris',
    'hosts',
    'domains',
    'servers',
    'environments',
    'addresses',
    'endpoints',
    'path',
    'root',
    'rest',
    'http',
    'https',
  ],
  ...['full', 'value', 'values', 'nilai', 'the', 'of', 'for', 'our', 'gateway', 'service', 'layanan', 'name', 'nama'],
]);

/** Whether a head calls what is below it addresses of an API, each word understood: those of a dashboard are for people. */
export const headsAddresses = (head: string): boolean => {
  const words = head.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.every((word) => headWords.has(word) || environmentWords.includes(word));
};
