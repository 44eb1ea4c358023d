/** The statuses by which the draft of a page refuses other values of credentials, and requests without them. */
import { draftOf, todosOf } from '../../src/draft/write/files/draft.ts';
import { atPointer, isObject } from '../../src/formats/json.ts';
import { origin, read } from './answering.ts';
import { table } from './draft.ts';

/** What a page says of its request: tables of its headers and of the members of its body, and its path. */
export interface Request {
  headers?: string;
  body?: string;
  path?: string;
}

/** Drafts a page with these refusals. */
export async function drafted({ headers = '', body = '', path = '/token' }: Request, refusals: string[]) {
  const sent = `${headers === '' ? '' : `## Headers\n\n${headers}`}${body === '' ? '' : `## Request body (\`application/x-www-form-urlencoded\`)\n\n${body}`}`;
  const text = `# Token\n\nPOST https://a.test${path}\n\n${sent}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}## Errors\n\n${table('HTTP status | Meaning', ...refusals)}`;
  const facts = await read(text);
  const files = draftOf(facts, origin);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  /** The statuses of a refusal, by its name. */
  const statusesOf = (name: unknown): unknown[] => [
    ...new Set(
      [atPointer(contract, `/refusals/${name}/documented`) ?? []]
        .flat()
        .filter(isObject)
        .flatMap((one) => one['status'] ?? []),
    ),
  ];
  const nameOf = (refusal: unknown, of: string): unknown => (isObject(refusal) ? refusal[of] : refusal);
  const marked = (all: unknown): Record<string, unknown>[] => [all ?? []].flat().filter(isObject);
  return {
    files,
    asked: todosOf(facts, origin)
      .map(({ what }) => what)
      .join('\n'),
    /** Of another value of a credential, by the id of its clause. */
    another: (id: string): unknown[] =>
      statusesOf(marked(contract['clauses']).find((one) => one['id'] === id)?.['refusal']),
    /** Of a request without a header. */
    without: (header: string): unknown[] => {
      const all = marked(
        atPointer(files['specs/x.openapi.yaml'] ?? {}, `/paths/${path.replaceAll('/', '~1')}/post/parameters`),
      );
      const mark = all.find(({ name }) => name === header)?.['x-clause'];
      return statusesOf(nameOf(isObject(mark) ? mark['refusal'] : undefined, 'required'));
    },
    /** Of a member that is beyond its length. */
    tooLong: (member: string): unknown[] =>
      statusesOf(
        nameOf(
          atPointer(files['contracts/x/request.schema.yaml'] ?? {}, `/properties/${member}/x-clause/refusal`),
          'length',
        ),
      ),
  };
}
