/** How often a request is sent in all when no byte of an answer comes. */
export const mostAttempts = 3;

/** Longest Retry-After that is waited for, in seconds. */
export const mostSilence = 30;

/**
 * How often a connection that has answered may be lost before any byte of the next answer, until each request goes out on a
 * connection of its own (RFC 9112, 9.3.1): such a server closes idle connections without a word.
 */
export const mostLost = 2;
