/** What is read, and how. */
import type { Decided } from './decide.ts';

/** A page as it was read. */
export interface Page {
  text: string;
  format: 'markdown' | 'html' | 'openapi';
  /** File or URL it was read from; relative references start there. */
  base: string;
}

/** How pages are to be read. */
export interface DeriveOptions {
  /** `POST /path`, an operationId or a heading, where a page or a description holds several operations. */
  operation?: string;
  /** The one that was read before: it is taken where it is there, and looked for afresh where it is not. */
  likely?: string;
  /** Operations beside that one to be drafted too, by the same names; `all` for every one. */
  with?: string[];
  /** Whether operations of `with` that are not there are left out, instead of being a fault. */
  lenient?: true;
  /** What a person decided of authentication and media type, where no page says it as we read it. */
  decided?: Decided;
}
