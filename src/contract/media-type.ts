/** Media types as an OpenAPI file names them: with parameters, or one of a vendor. Pure. */

/** A media type without its parameters: `application/json` of `application/json; charset=utf-8`. */
export const bareType = (mediaType: string): string => mediaType.split(';', 1).join('').trim();

/** `json` or `form`, by media type; one of a vendor is JSON, as its body is written. */
export function bodyFormat(mediaType: string): 'json' | 'form' {
  return bareType(mediaType).toLowerCase() === 'application/x-www-form-urlencoded' ? 'form' : 'json';
}
