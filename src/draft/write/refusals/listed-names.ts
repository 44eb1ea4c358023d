/** Names that words about a refusal list in brackets: those of this request are meant, beside those of others. */
import { asWords, type Context } from './fault-subjects.ts';

/** Several names between brackets, with signs between them: `[clientId/grantType]`. */
const listed = /[[({]\s{0,3}[\w.-]{1,60}(?:\s{0,3}[/,|]\s{0,3}[\w.-]{1,60}){1,20}\s{0,3}[\])}]/g;

/** A line in which each such list has the names alone that the request has; one without any of them stays as it is. */
export const ofListed = (line: string, { names }: Pick<Context, 'names'>): string =>
  line.replace(listed, (list) => {
    const own = list
      .slice(1, -1)
      .split(/[/,|]/)
      .map((one) => one.trim())
      .filter((one) => names.some(({ calls }) => calls.test(asWords(one))));
    return own.length === 0 ? list : ` ${own.join(' or ')} `;
  });
