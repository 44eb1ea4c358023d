/**
 * A process that keeps tokens once it is asked to begin; ends by itself, or dies while it holds the lock: `FILE NAME
 * COUNT | die`.
 */
import { withLock } from '../../src/files/lock.ts';
import { fileState } from '../../src/run/token-state.ts';
import { mockTarget } from './network.ts';

const [file = '', name = '', count = ''] = process.argv.slice(2);
const target = mockTarget();
console.log('ready');
process.stdin.once('data', async () => {
  process.stdin.destroy();
  if (count === 'die') await withLock(file, () => process.kill(process.pid, 'SIGKILL'));
  for (let index = 0; index < Number(count); index++) {
    const own = { ...target, name: `${name}-${index}@mock` };
    await fileState(file, 1024).write(own, { token: `token of ${own.name}`, endsAt: Date.now() + 60_000 });
  }
});
