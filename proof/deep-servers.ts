/**
 * Providers that each read a request, or write a token, in one careless way that software is known for. They were listed
 * before the ways of the families were chosen, so that the share of them that is caught says something.
 */
import type { DeepServer } from './careless.ts';
import { carelessCallers } from './deep-callers.ts';
import { carelessForms } from './deep-forms.ts';
import { carelessNames } from './deep-names.ts';
import { carelessTokens } from './deep-tokens.ts';
import { carelessWays } from './deep-ways.ts';

/** Every careless provider. */
export const deepServers: DeepServer[] = [
  ...carelessNames,
  ...carelessForms,
  ...carelessWays,
  ...carelessTokens,
  ...carelessCallers,
];
