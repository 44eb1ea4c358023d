/** How often a request is sent in all when no byte of an answer comes. */
export const mostAttempts = 3;

/** Longest Retry-After that is waited for, in seconds. */
export const mostSilence = 30;
