// Loaded into every process of a run: each worker leaves the names of the CommonJS modules it loaded, when it ends.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

process.on('exit', () => {
  if (process.env.TEST_WORKER_INDEX !== undefined)
    writeFileSync(join(process.env.LOADED_MODULES, `${process.pid}.txt`), Object.keys(require.cache).join('\n'));
});
