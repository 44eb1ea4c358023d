/** The keywords of a schema that state a fact of its own. */
export const keywords = `type const enum minLength maxLength pattern format minimum maximum
  exclusiveMinimum exclusiveMaximum minItems maxItems uniqueItems contentEncoding`.split(/\s+/);
