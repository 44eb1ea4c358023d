import type { AuthSpec } from '../../contract/types.ts';
import type { SignatureRow } from '../../formats/auth.ts';
import type { Shell } from '../shell.ts';
import type { Text } from '../text.ts';

/** An auth mechanism of a request, its credentials by the mechanism's own names, and what is done otherwise than documented. */
export interface AuthDraft {
  spec: AuthSpec;
  inputs: Record<string, Text>;
  /** One of the mechanism's own ways; null for the documented one. */
  way: string | null;
}

/** The certificate by which a client authenticates itself in TLS; PEM texts, the key unencrypted. */
export interface ClientCertificate {
  cert: string;
  key: string;
  /** The shell words that give them: each PEM text or the path of a file, the key and its passphrase where they are apart. */
  from: { cert: Shell; key?: Shell; passphrase?: Shell };
}

/** The client certificate of the connection that a request is sent on. */
export interface SentCertificate {
  /** PEM texts; null for none. */
  identity: Pick<ClientCertificate, 'cert' | 'key'> | null;
  /** Whether it is the client's own. */
  isOwn: boolean;
  /** The options by which curl sends it. */
  options: [name: string, value: Shell][];
}

/** What an auth mechanism adds to a request. */
export interface Sealed {
  headers: [name: string, value: Text][];
  /** Shell lines that set the variables the header texts use. */
  prelude: string[];
  /** The token that it sends; absent where it sends none. */
  token?: Text;
  /** The header of a signature, and the text that was signed; absent where nothing was. */
  signed?: SignedText;
  /** The certificate of the connection; absent where the mechanism is not about it. */
  certificate?: SentCertificate;
}

/** What an auth mechanism adds to the parameters of a request, and the shell lines that set the variables they use. */
export interface AddedParameters {
  /** Of the body. */
  fields: [name: string, value: Text][];
  /** Of the query. */
  parameters?: [name: Text, value: Text][];
  prelude: string[];
}

/** What a signature was made over. */
export interface SignedText {
  header: string;
  text: Text;
  /** Whether a way changed nothing of this request: the text, and the time that is sent, are as documented. */
  isSame: boolean;
}

/** The request that a mechanism is applied to, as it is sent. */
export interface Message {
  method: string;
  /** With what the base URL puts before the path of the operation. */
  path: Text;
  /** With its question mark; empty where there is none. */
  query: Text;
  /** Those made so far. */
  headers: [name: string, value: Text][];
  /** Those that are sent in the end, where a way rewrites them: what is signed is what is sent. */
  rewritten: [name: string, value: Text][];
  body: Text | null;
  /** The token that it sends; empty where it sends none. */
  token: Text;
}

/** What a mechanism works with beside the draft. */
export interface SealContext {
  /** Instant of sending. */
  now: Date;
  /** Seconds by which a timestamp is off when it is to be out of the window. */
  timestampOffset: number;
  /** A token that the provider granted; only for requests that send one. */
  token?: string;
  /** A token that another provider granted; null or absent where none may be shown to this one. */
  foreignToken?: string | null;
  /** The client's certificate; none where the target has none. */
  clientCertificate?: ClientCertificate | null;
  /** Path of the base URL, which the provider sees before that of the operation; none where it is left out. */
  basePath?: Text | string;
  /** The values made anew that were sent and granted before, by the header or mechanism that sends them; none where it is left out. */
  sentUnique?: Readonly<Record<string, string>>;
}

/** How an input is sent that a provider compares with what it issued. */
export interface Compared {
  /** The way that sends a value that was never issued. */
  way: string;
  /** The header that it is the whole value of; absent where it is a part of one, or sent elsewhere. */
  header?: string;
}

/**
 * What a way does to the part that it breaks: the part is left `out`, holds `any` value, or is sent in a form that is the way's
 * `own`. A server that grants the request asks for no such part, compares no value of it, or takes that form.
 */
export type Breaks = 'out' | 'any' | 'own';

/** An auth mechanism: the inputs it takes, the ways to break or vary it, and how it authenticates a request. */
export interface Mechanism {
  inputs: readonly string[];
  /** Those of the inputs that a contract may leave out. */
  optional?: readonly string[];
  /** Those of the inputs that a provider compares with what it issued. */
  compared?: Readonly<Record<string, Compared>>;
  /** The signature that it sends in a header of its own; null where it sends none. */
  signature?(spec: AuthSpec): SignatureRow | null;
  /** The ways to sign otherwise that every provider refuses which verifies what it is sent. */
  forged?(spec: AuthSpec): readonly string[];
  /** The ways to write its time in a form near the documented one, or in a zone that it is not of. */
  mistimed?(spec: AuthSpec): readonly string[];
  /** Those of its ways that send a good request, and then the same again, byte for byte. */
  repeats?: readonly string[];
  /** Those of its ways that send again a value of a request which was granted before. */
  reuses?: readonly string[];
  /** Names of the parameters that it adds to the body of a good request. */
  addsFields?(spec: AuthSpec): readonly string[];
  /** Names of those that it adds to the query. */
  addsParameters?(spec: AuthSpec): readonly string[];
  /** Whether it makes each good request another one: by a time, a number that is drawn, or a signature that is. */
  anew?(spec: AuthSpec): boolean;
  /** Names of the headers it adds to a good request. */
  headers(spec: AuthSpec): readonly string[];
  /** What its ways do to the part that they break, for those that leave it out or send any value, or one of their own. */
  breaks?: Readonly<Record<string, Breaks>>;
  /** Title of each way, as a scenario shows it: `Basic credentials with an empty secret`. */
  ways(spec: AuthSpec): Record<string, string>;
  /** Why a way says nothing with these credentials; null when it does. */
  unavailable?(way: string, auth: AuthDraft, context: SealContext): string | null;
  /** The value in the body of a request that is made anew for each and may be sent once; null where it holds none. */
  sentOnce?(body: string): string | null;
  /**
   * The seconds since the epoch that a request shows as its time, the one it sends first; only where two requests of one
   * second would carry the same signature.
   */
  signedSeconds?(auth: AuthDraft, context: SealContext): number[];
  /** The header that shows the time of a request; null where none does. */
  timeHeader?(spec: AuthSpec): string | null;
  /** The ways that show a time well out of every usual window, each with the seconds by which it is off; the past is negative. */
  outOfWindow?: Readonly<Record<string, number>>;
  /** What it adds to the parameters of the body and of the query, before these are serialised. */
  fields?(auth: AuthDraft, context: SealContext): AddedParameters;
  seal(auth: AuthDraft, context: SealContext, message: Message): Sealed;
}
