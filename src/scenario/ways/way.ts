import type { Contract, Rest } from '../../contract/types.ts';
import type { Schema } from '../../formats/json.ts';
import type { Breaks } from '../auth/mechanism.ts';
import type { Credentials, RequestDraft } from '../draft.ts';

/** What a way works with beside the draft. */
export interface WayContext {
  contract: Contract;
  credentials: Credentials;
  /** Header or field the way is about. */
  name: string;
  /** Schema of the field; empty for another part. */
  schema: Schema;
  /** One of the way's variants; empty when it has none. */
  variant: string;
  /** The values made anew that were sent and granted before, by the header or mechanism that sends them. */
  sentUnique?: Readonly<Record<string, string>>;
  /** Instant of sending. */
  now: Date;
  /** The cookies that the provider set, as a client gives them back; empty or absent where it set none. */
  cookies?: string;
  /** The token of a request that sends one; empty or absent for any other. */
  token?: string;
}

/** One way to break a demand, or to vary the control within what is documented. */
export interface Way {
  /** What the request is like, as a scenario shows it: `grantType of 19 characters`. */
  title(context: Pick<WayContext, 'contract' | 'name' | 'schema' | 'variant'>): string;
  /** The values the way is done with, one scenario each. */
  variants?(contract: Contract): string[];
  /** What its variants name: a part of the request, or a credential by its input, header or field; absent where they are none. */
  variantOf?: 'header' | 'field' | 'credential';
  /** Why the way says nothing at this target, whose good request is given; null when it does. */
  unavailable?(context: WayContext, draft: RequestDraft): string | null;
  /** Without which the way would change nothing; the loader refuses a contract that uses it all the same. */
  rests?: readonly Rest[];
  /** What it does to its part; a value of a certain kind, which whoever takes any value takes too, without it. */
  breaks?: Breaks | undefined;
  /** The mechanism whose credentials it sends elsewhere, for a way of another part. */
  moves?: string;
  /** The input of a mechanism that holds another value in it than was issued, for a way that is about something else. */
  wrong?: string;
  /** It sends a token that was just granted, to an operation whose good request sends none. */
  sendsToken?: true;
  apply(draft: RequestDraft, context: WayContext): RequestDraft;
}
