/** Headers that no draft states. */

/** Headers that OpenAPI describes elsewhere and no parameter may name. */
export const ignoredHeaders = ['content-type', 'accept', 'authorization', 'host', 'content-length', 'user-agent'];

/** Headers of an answer that say of its body what is stated elsewhere, or that a proxy may take away. */
export const ignoredOfAnswers = [
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
];
