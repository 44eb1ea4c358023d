/** Times a request is sent in all when no byte of an answer comes. */
export const mostAttempts = 3;

/** Most seconds a Retry-After is waited for. */
export const mostSilence = 30;
