import type { PlaywrightTestOptions } from '@playwright/test';

/**
 * Playwright's own defaults of its browser options, as values. It computes each option that is not given anew for each
 * test, with two stack traces: a third of the processor time of a run whose tests open no page.
 */
export const noBrowser: Partial<PlaywrightTestOptions> = {
  acceptDownloads: true,
  baseURL: '',
  bypassCSP: false,
  clientCertificates: [],
  colorScheme: 'light',
  contrast: 'no-preference',
  deviceScaleFactor: 1,
  extraHTTPHeaders: {},
  forcedColors: 'none',
  geolocation: { latitude: 0, longitude: 0 },
  hasTouch: false,
  ignoreHTTPSErrors: false,
  isMobile: false,
  javaScriptEnabled: true,
  locale: 'en-US',
  offline: false,
  permissions: [],
  reducedMotion: 'no-preference',
  screen: { width: 1280, height: 720 },
  serviceWorkers: 'allow',
  storageState: { cookies: [], origins: [] },
  timezoneId: 'UTC',
  userAgent: '',
  viewport: null,
};
