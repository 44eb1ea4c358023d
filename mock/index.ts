/** The embedded mock for tests of your own: `payment-token-conformance/mock`. */
export { type EmbeddedMock, startEmbedded } from './embedded.ts';
export { genericProvider } from './generic.ts';
export {
  type Answer,
  baseUrls,
  type Call,
  type Intercept,
  type Mock,
  type MockOptions,
  type Reply,
  startMock,
} from './server.ts';
