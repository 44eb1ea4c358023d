/** What a page says that no schema holds: its signature, the unit of the lifetime, and authentication that stays open. */
import type { Contract } from '../../contract/types.ts';
import { readYaml } from '../../contract/yaml.ts';
import { atPointer, isObject, type Json, type JsonObject, pointerOf } from '../../formats/json.ts';
import type { Fact, Facts } from '../facts/facts.ts';
import { flattenAll, otherKey } from '../merge/flatten.ts';
import { timeIn } from '../merge/signed-time.ts';
import { together } from '../write/basis/signature.ts';
import { lifetimeOf } from '../write/clauses/open.ts';

/** All that a page says, as it is recorded and compared. */
export function pageFacts(facts: Facts): Map<string, Fact> {
  const all = flattenAll(facts);
  for (const [prefix, one] of [
    ['', facts] as const,
    ...facts.others.map((other) => [`${otherKey(other)}: `, other] as const),
  ])
    for (const [name, fact] of [...accessOf(one), ...besideOf(one)]) all.set(`${prefix}${name}`, fact);
  const { member, unit, standard, most } = lifetimeOf(facts);
  // The unit that a standard gives is none that the page says.
  if (member && !standard) all.set('lifetime unit', { value: unit, at: member.at });
  if (most) all.set('lifetime most', { value: most.seconds, at: most.at });
  return all;
}

/** What a description says of an operation and no draft states. */
const besideOf = ({ beside = [] }: Pick<Facts, 'beside'>): [string, Fact][] =>
  beside.map(({ name, value, at }) => [name, { value, at }]);

/** How an operation is asked, as far as no schema says it. */
function accessOf({
  signed,
  headers,
  unclear,
  clocks = [],
}: Pick<Facts, 'signed' | 'headers' | 'unclear' | 'clocks'>): Map<string, Fact> {
  const own = new Map<string, Fact>();
  const at = signed[0]?.at ?? '';
  for (const [name, value] of Object.entries(together(signed))) own.set(`signature ${name}`, { value, at });
  const time = timeIn({ headers, clocks });
  if (time) own.set('signature timestamp', { value: shownTime(time), at: time.at });
  const [first] = unclear;
  if (first) own.set('authentication', { value: unclear.map(({ value }) => value), at: first.at });
  return own;
}

const shownTime = ({ form, zone }: { form: Json; zone?: Json }): string =>
  [form, zone].filter((one) => one !== undefined).join(' ');

/**
 * What a contract says of the same in fields of its own, of each operation. What it says in another form than a page, as the
 * text that is signed, is not among it.
 */
export function contractBeside({ file, operations }: Pick<Contract, 'file' | 'operations'>): Map<string, Fact> {
  const value = readYaml(file, [])?.value;
  const at = 'contract.yaml';
  const own = new Map<string, Fact>();
  for (const [index, { id, method, path }] of operations.entries()) {
    const isToken = index === 0;
    const prefix = isToken ? '' : `${otherKey({ method: { value: method, at }, path: { value: path, at } })}: `;
    const auth = atPointer(value, isToken ? '/control/auth' : pointerOf(['operations', id, 'auth']));
    for (const [name, said] of signatureFacts([auth].flat().filter(isObject)))
      own.set(prefix + name, { value: said, at });
  }
  if (atPointer(value, '/token/lifetime') !== undefined)
    own.set('lifetime unit', { value: atPointer(value, '/token/lifetimeUnit') ?? 'seconds', at });
  return own;
}

/** The facts of the signatures among some mechanisms; one without a time says so by null. */
function signatureFacts(mechanisms: JsonObject[]): [name: string, value: Json][] {
  return mechanisms
    .filter(({ mechanism }) => mechanism === 'signature')
    .flatMap(({ algorithm = null, encoding = null, timestamp }): [string, Json][] => {
      const { form = '', zone } = isObject(timestamp) ? timestamp : {};
      return [
        ['signature algorithm', algorithm],
        ['signature encoding', encoding],
        [
          'signature timestamp',
          isObject(timestamp) ? shownTime({ form, ...(zone === undefined ? {} : { zone }) }) : null,
        ],
      ];
    });
}
