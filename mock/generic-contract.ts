import { dirname, resolve } from 'node:path';
import { keysOf, readYaml } from './yaml.ts';

/** The client's credentials, by the names its contract gives them. */
export type Account = Record<string, string | string[]>;

/** A mapping of a YAML file. */
export type Row = { [key: string]: unknown };

/** The parts of a contract that one operation of a data-only provider answers from. */
export interface Served {
  /** Of the provider. */
  name: string;
  /** The operationId. */
  id: string;
  /** Its good request, as the contract gives it. */
  control: Row;
  method: string;
  path: string;
  mediaType: string;
  operation: Row;
  content: Row;
  request: Row;
  /** Body schema of each documented status. */
  answers: Map<number, Row>;
  /** Media type of each documented status that names one. */
  answerTypes: Map<number, string>;
  parameters: Row[];
  contract: Row;
}

/** The mapping at the keys, or an empty one. */
export function at(value: unknown, ...keys: string[]): Row {
  let here = value;
  for (const key of keys) {
    const holds = typeof here === 'object' && here !== null && Object.hasOwn(here, key);
    here = holds ? (here as Row)[key] : undefined;
  }
  return typeof here === 'object' && here !== null ? (here as Row) : {};
}

/** The name under which a part of an operation is known: that of a header has no letter case (RFC 9110, section 5.1). */
export function partName(part: string, name: string): string {
  return part === 'header' ? name.toLowerCase() : name;
}

/** The headers of a good request, by the names under which they are known. */
export function headersOf(control: Row): Row {
  return Object.fromEntries(
    Object.entries(at(control, 'headers')).map(([name, value]) => [partName('header', name), value]),
  );
}

/** The client's credential that a part of a good request holds at a name; undefined where it holds none. */
export function credentialOf(holder: Row, name: string, account: Account): string | string[] | undefined {
  const credential = at(holder, name)['credential'];
  return typeof credential === 'string' ? account[credential] : undefined;
}

/** The list at a key, or an empty one. */
export function list(value: unknown, key: string): Row[] {
  const found = (value as Row)[key];
  return Array.isArray(found) ? (found as Row[]) : [];
}

function read(file: string): Row {
  return readYaml(file) as Row;
}

/** Most references followed on the way to one value: a schema may contain itself. */
const mostFollowed = 20;

/** A schema with its references to files resolved; one within a file is followed from its root. */
function inlined(value: unknown, file: string, root: Row, followed = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, file, root, followed));
  if (typeof value !== 'object' || value === null) return value;
  const reference = (value as Row)['$ref'];
  if (typeof reference === 'string') {
    if (followed >= mostFollowed) return {};
    const [name = '', pointer = ''] = reference.split('#');
    const target = name === '' ? file : resolve(dirname(file), name);
    const loaded = name === '' ? root : read(target);
    return inlined(
      pointer === '' ? loaded : at(loaded, ...keysOf(decodeURIComponent(pointer))),
      target,
      loaded,
      followed + 1,
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, file, root, followed)]));
}

/** Reads a contract.yaml and the OpenAPI file it names: its operations, the one that grants tokens first. Throws without one. */
export function readOperations(contractFile: string): [token: Served, ...others: Served[]] {
  const contract = read(contractFile);
  const controls: Row = { token: contract['control'], ...at(contract, 'operations') };
  const found: Served[] = [];
  const specFile = resolve(dirname(contractFile), String(contract['spec']));
  const spec = read(specFile);
  for (const [path, item] of Object.entries(at(spec, 'paths'))) {
    for (const [method, raw] of Object.entries(item as Row)) {
      const operation = inlined(raw, specFile, spec) as Row;
      const id = String(operation['operationId']);
      if (!Object.hasOwn(controls, id)) continue;
      const [[mediaType, content] = ['application/json', {}]] = Object.entries(at(operation, 'requestBody', 'content'));
      const answers = Object.entries(at(operation, 'responses')).map(([status, answer]): [number, Row] => {
        const [body] = Object.values(at(answer, 'content'));
        return [Number(status), at(body, 'schema')];
      });
      const answerTypes = Object.entries(at(operation, 'responses')).flatMap(([status, answer]): [number, string][] => {
        const [type = '*/*'] = Object.keys(at(answer, 'content'));
        return type.includes('*') ? [] : [[Number(status), type]];
      });
      const request = at(content, 'schema');
      found.push({
        name: String(contract['provider']),
        id,
        control: at(controls, id),
        method: method.toUpperCase(),
        path,
        mediaType,
        operation,
        content: content as Row,
        request,
        answers: new Map(answers),
        answerTypes: new Map(answerTypes),
        parameters: list(operation, 'parameters'),
        contract,
      });
    }
  }
  const token = found.find(({ id }) => id === 'token');
  if (!token) throw new Error(`${specFile}: no operation has the operationId "token"`);
  return [token, ...found.filter((one) => one !== token)];
}
