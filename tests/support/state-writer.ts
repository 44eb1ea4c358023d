/**
 * A process that keeps tokens of a target, once it has read the target as JSON on standard input; ends by itself, or dies while
 * it holds the lock: `FILE NAME COUNT | die`.
 */
import { text } from 'node:stream/consumers';
import { withLock } from '../../src/files/lock.ts';
import { fileState } from '../../src/run/token-state.ts';
import type { Target } from '../../src/target/target.ts';

const [file = '', name = '', count = ''] = process.argv.slice(2);
console.log('ready');
const target = JSON.parse(await text(process.stdin)) as Target;
if (count === 'die') await withLock(file, () => process.kill(process.pid, 'SIGKILL'));
for (let index = 0; index < Number(count); index++) {
  const own = { ...target, name: `${name}-${index}@mock` };
  await fileState(file, 1024).write(own, { token: `token of ${own.name}`, endsAt: Date.now() + 60_000 });
}
