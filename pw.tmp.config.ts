import { defineConfig } from '@playwright/test';
export default defineConfig({
  testDir: 'tests/unit',
  projects: [{ name: 'unit' }],
  reporter: 'list',
  fullyParallel: true,
});
