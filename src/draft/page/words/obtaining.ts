/** Headings of a section about how a token is asked for, whatever the page around it is called. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { asGrant } from './other-topics.ts';

const doing = oneOf('getting', 'obtaining', 'requesting', 'fetching', 'creating', 'generating', 'issuing', 'acquiring');
const kind = oneOf(word.the, 'access', 'bearer', 'oauth(?: ?2(?:\\.0)?)?', 'api', 'sebuah');
const token = `(?:${kind} ){0,3}(?:access )?tokens?(?: akses)?`;
const given = oneOf(word.request, 'issuance', 'generation', 'creation', 'endpoint');
const login = oneOf('authentication', 'log-?in', 'sign-?in', 'otentikasi', 'autentikasi', 'authentikasi');

/** Whether a title is nothing but that a token is asked for, a token, or how a client authenticates. */
const whole = pattern`^[\W\d]*${oneOf(
  `${oneOf('request', 'ask for', 'fetch', 'get', 'create', 'obtain', 'generate', 'issue', doing)} ${token}`,
  `${oneOf('meminta', 'minta', 'mengambil', 'membuat', 'mendapatkan', 'memperoleh', 'permintaan', 'pembuatan')} ${token}`,
  `${token}(?: ${given})?`,
  login,
)}\W*$`;

/** A word that each such title has. */
const mayObtain = pattern`token|${login}`;

/** Whether a heading says that what is below it is how a token is asked for. */
export const obtainsToken = (title: string): boolean => mayObtain.test(title) && whole.test(title);

/** Whether the title of a section names a grant of a token, among whatever else it says. */
export const isGrant = (title: string): boolean =>
  /\b(get|create|obtain|request|generate|issue|fetch)\b.*\btoken\b|\baccess[- ]token\b|\boauth\b/i.test(title) &&
  !/\b(revok|refresh|introspect|delete|valid|us(e|ing)\b|memakai|menggunakan|penggunaan)/i.test(asGrant(title));
