/** A page of a token with a table of its refusals, and how the draft of it refuses each fault. */
import { draftOf, todosOf } from '../../src/draft/write/files/draft.ts';
import { atPointer } from '../../src/formats/json.ts';
import { origin, read } from './answering.ts';
import { table } from './draft.ts';

/** The address of the token. */
export const head = '# Token\n\nPOST https://a.test/token\n\n';
/** What its request holds. */
export const body = `## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Value', 'client_id | string (max 40) | yes | ', 'client_secret | string | yes | ', 'grant_type | string | yes | `client_credentials`')}`;
/** What its answer holds. */
export const answer = `## Response 200\n\n${table('Name | Type | Mandatory', 'token | string | yes')}`;

/** The class of refusal that a row of its own is like. */
const classOf = (statement: string): string => (/gives no status/.test(statement) ? 'unnamed' : 'parameters');

/** The draft of a page: the refusals that its parts name, and the question about those that no words of the page name; `mark` is that of another media type, `type` what it is like. */
export async function drafted(page: string) {
  const facts = await read(page);
  const files = draftOf(facts, origin);
  const todos = todosOf(facts, origin);
  const question = todos.find(({ name }) => name === 'refusal-parameters');
  const at = (file: string, pointer: string) => atPointer(files[file] ?? {}, pointer);
  const operation = '/paths/~1token/post';
  const mark = at('specs/x.openapi.yaml', `${operation}/requestBody/content/application~1json/x-clause/refusal`);
  const { statement, tolerated } = Object(at('contracts/x/contract.yaml', '/refusals/media-type'));
  return {
    ...{ facts, files, todos, question, asked: question?.what ?? '' },
    of: (name: string) => at('contracts/x/request.schema.yaml', `/properties/${name}/x-clause/refusal`),
    body: at('specs/x.openapi.yaml', `${operation}/requestBody/x-clause/refusal`),
    ...{ mark, type: tolerated === undefined ? mark : classOf(String(statement)) },
    headers: at('specs/x.openapi.yaml', `${operation}/parameters`),
    refusals: at('contracts/x/contract.yaml', '/refusals'),
    clauses: at('contracts/x/contract.yaml', '/clauses'),
  };
}

/** A page with these rows in its table of refusals. */
export const refused = (...lines: string[]): string =>
  `${head}${body}${answer}## Errors\n\n${table('HTTP | Meaning', ...lines)}`;
/** A row that refuses wrong credentials. */
export const credentials = '401 | Wrong client id or secret';
