/** Recognises the server in front that answered in a provider's place. */
import type { Response } from './exchange.ts';
import { gateways } from './front-gateways.ts';
import { fronts, type Marks } from './front-marks.ts';
import { proxies } from './front-proxies.ts';
import { type Page, pageIn } from './page.ts';

/** The name of a server in front, and whether something other than the request caused its answer. */
export interface FoundFront {
  name: string;
  aside: boolean;
}

/** In the order in which their marks are looked for. */
const all = [...proxies, ...fronts, ...gateways];

/** The values of each header, names and values in lower case, as the marks are. */
function valuesIn({ headers }: Response): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [given, value] of headers) {
    const name = given.toLowerCase();
    const values = found.get(name) ?? [];
    found.set(name, values);
    values.push(value.toLowerCase());
  }
  return found;
}

/** An answer as the marks are compared with it; its page is read when a mark asks for it. */
interface Looked {
  response: Response;
  values: Map<string, string[]>;
  page: () => Page | null;
}

function shows(marks: Marks, { response, values, page }: Looked): boolean {
  const { status, header, title, text = [], markup, plain } = marks;
  if (status && !status.includes(response.status)) return false;
  if (header) {
    const [name, value = ''] = header;
    if (!values.get(name)?.some((found) => found.includes(value))) return false;
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
  const looked = { response, values: valuesIn(response), page };
  const front = all.find(({ any }) => any.some((marks) => shows(marks, looked)));
  return front ? { name: front.name, aside: front.aside === true } : null;
}
