/** Recognises the server in front that answered in a provider's place. */
import { headerValues, type Response } from './exchange.ts';
import { gateways } from './front-gateways.ts';
import { fronts, type Marks } from './front-marks.ts';
import { proxies } from './front-proxies.ts';
import { type Page, pageIn } from './page.ts';

/** The name of a server in front, and whether something other than the request caused its answer. */
export interface FoundFront {
  name: string;
  aside: boolean;
}

function shows(marks: Marks, response: Response, page: () => Page | null): boolean {
  const { status, header, title, text = [], markup, plain } = marks;
  if (status && !status.includes(response.status)) return false;
  if (header) {
    const [name, value = ''] = header;
    if (!headerValues(response, name).some((found) => found.toLowerCase().includes(value))) return false;
  }
  if (plain) return page() === null && plain.test(response.body.subarray(0, 200).toString('latin1'));
  if (title === undefined && markup === undefined && text.length === 0) return true;
  const found = page();
  if (!found) return false;
  return (
    found.title.includes(title ?? '') &&
    found.markup.includes(markup ?? '') &&
    text.every((part) => found.text.includes(part))
  );
}

/** The server in front that answered in the provider's place; null where there is no sign of one. */
export function frontOf(response: Response): FoundFront | null {
  let known: Page | null | undefined;
  const page = (): Page | null => {
    known = known === undefined ? pageIn(response.body) : known;
    return known;
  };
  const front = [...proxies, ...fronts, ...gateways].find(({ any }) =>
    any.some((marks) => shows(marks, response, page)),
  );
  return front ? { name: front.name, aside: front.aside === true } : null;
}
