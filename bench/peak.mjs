// Loaded into every process of a measured run: each worker leaves its peak memory, in MB, when it ends.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.on('exit', () => {
  const folder = process.env['BENCH_PEAKS'];
  if (folder && process.env['TEST_WORKER_INDEX'] !== undefined)
    writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS / 1024));
});
