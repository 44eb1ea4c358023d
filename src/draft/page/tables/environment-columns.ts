/** Tables with an environment in each column, or before each row. */
import { isUrl } from '../../../formats/url.ts';
import type { LifeSaid } from '../../facts/said-in-words.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { namesToken } from '../blocks/beside.ts';
import type { Reading } from '../blocks/reading.ts';
import { readLabels, server } from '../sentences/labels.ts';
import { lifeIn } from '../sentences/lives.ts';
import { isEnvironment } from '../words/environments.ts';
import { isLabel, isServerLabel } from '../words/label-words.ts';
import { isForPeople } from './addresses-beside.ts';
import type { TableBlock } from './columns.ts';
import { areUrls, leaveRows, namesService } from './rows-left.ts';

const apis = oneOf('apis?', 'gateway', 'api gateway', 'web ?services?', 'services?', 'layanan');

/** The label of a row that holds where the provider answers. */
const namesApi = pattern`^(?:${oneOf('the', word.all)} )?(?:rest |http |open |public )?${apis}$`;
const plainLabel = (label: string): string =>
  label
    .replace(/[*`]|:(?!\/\/)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a table has a column for each environment, and a label before each row. */
export function isMatrix({ head: [, ...environments], rows }: TableBlock): boolean {
  return (
    environments.length > 0 &&
    environments.every(isEnvironment) &&
    rows.some(([label = '', ...values]) => isLabel(label) || (namesApi.test(plainLabel(label)) && areUrls(values)))
  );
}

/** A row as a question quotes it: its label with what it gives each environment. */
const shownRow = (label: string, values: string[]): string =>
  `${plainLabel(label)}: ${values.map(plainLabel).join(' / ')}`;

/** Whether a cell says anything. */
const tells = (value: string): boolean => /[\p{L}\d]/u.test(value);

/** What a row says of the life of a token; in some environments it may be another one. */
function lifeOf(label: string, values: string[], environments: string[], at: string): LifeSaid | null {
  const [life, ...others] = values.map((value) => lifeIn(`${label}: ${value}`, at)).filter((one) => one !== null);
  if (!life) return null;
  const isOne = others.length === values.length - 1 && others.every(({ seconds }) => seconds === life.seconds);
  const each = values.map((value, index) => `${environments[index] ?? ''} ${value}`.trim());
  return isOne ? life : { words: `${label}: ${each.join(', ')}`, seconds: null, at };
}

/** Reads a table of labels with a value for each environment. */
export function matrix(block: TableBlock, reading: Reading): void {
  const { head, rows, title } = block;
  const environments = head.slice(1);
  const unread: string[] = [];
  for (const [label = '', ...values] of rows) {
    const isApi = namesApi.test(plainLabel(label)) && areUrls(values);
    const life = namesToken(label) ? lifeOf(label, values, environments, `${title}, ${label}`) : null;
    if (life) {
      reading.used++;
      reading.statement.lives = [...(reading.statement.lives ?? []), life];
      continue;
    }
    if (!isLabel(label) && !isApi) {
      if (!isForPeople(label) && !namesService(label) && values.some(tells)) unread.push(shownRow(label, values));
      continue;
    }
    reading.used++;
    for (const [index, environment] of environments.entries()) {
      const value = (values[index] ?? '').replaceAll('`', '').trim();
      if (isServerLabel(label) || isApi) readLabels([`${environment}: ${value}`], title, reading.statement);
      else if (isUrl(value)) server(value, null, environment, `${title}, ${environment}`, reading.statement);
      else readLabels([`${label}: ${value}`], title, reading.statement);
    }
  }
  leaveRows(unread, block, reading);
}

/** The column of the servers that issue tokens, in a table with an environment before each row and a server of its own in each column. */
export function tokenServers({ head: [, ...roles], rows }: TableBlock): number | null {
  const isSited = rows.every(
    ([environment = '', ...urls]) => isEnvironment(environment) && urls.every((one) => isUrl(one.replaceAll('`', ''))),
  );
  if (rows.length === 0 || roles.length < 2 || !isSited) return null;
  const [only, ...others] = roles.flatMap((role, at) => (namesToken(role) ? [at + 1] : []));
  return only !== undefined && others.length === 0 ? only : null;
}

/** Reads the servers in a column of a table with an environment before each row. */
export function servers({ rows, title }: TableBlock, column: number, reading: Reading): void {
  for (const row of rows) {
    reading.used++;
    server((row[column] ?? '').replaceAll('`', ''), null, row[0] ?? '', `${title}, ${row[0]}`, reading.statement);
  }
}
