/** Addresses of environments that are what the path of an operation right below them begins behind. */
import type { ServerFact } from '../facts/facts.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { sameAddress } from '../page/values/address.ts';

/** The path that all addresses of a table have; null where they differ, or where the table has a method or a path itself. */
function sharedPath({ statement: { origin, method, path, servers } }: Reading): string | null {
  const paths = new Set(servers.map((server) => server.path ?? ''));
  const [shared = ''] = paths;
  return origin === 'table' && !method && !path && paths.size === 1 && shared !== '' ? shared : null;
}

const withPath = ({ url, path = '', ...server }: ServerFact): ServerFact => ({ ...server, url: `${url}${path}` });

/** The readings of a page, with the paths of such addresses as part of the servers. */
export function withBases(blocks: Block[], indexes: Map<Block, number>, readings: Reading[]): Reading[] {
  const at = new Map(readings.map((reading) => [reading.block, reading]));
  return readings.map((reading) => {
    const shared = sharedPath(reading);
    const below = shared === null ? undefined : blocks[(indexes.get(reading.block) ?? 0) + 1];
    const { method, path } = (below && at.get(below)?.statement) ?? {};
    if (shared === null || !method || !path || path.value === shared) return reading;
    if (sameAddress({ method: null, path: shared }, { method: null, path: path.value })) return reading;
    return { ...reading, statement: { ...reading.statement, servers: reading.statement.servers.map(withPath) } };
  });
}
