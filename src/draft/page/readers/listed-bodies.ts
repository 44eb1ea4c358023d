/** Bodies that are a list of what a draft has one of. */

/** Why a body is not read that is a list of what the draft has one of. */
export const isList = 'it is a list, and the draft has an object in its place';

/** Whether a text shows a list of grants as a whole body, however it stands in it. */
export const showsListed = (text: string): boolean =>
  /(?:^|[\n`])[^\S\n]*\[\s*\{[^[\]{}]{0,400}"(?:access_?|session_?|auth_?|id_?)?(?:token|jwt)"\s*:/i.test(text);
