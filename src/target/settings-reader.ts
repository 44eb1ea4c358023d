/** What reads the settings of one target: where each stands, what its variable holds, and the faults that are found. */
import type { Place } from '../contract/yaml.ts';
import type { Environment, ProviderSettings } from './environment.ts';

/** The settings of a provider in an environment, and how they are read. */
export interface SettingsReader {
  environment: Environment;
  settings: ProviderSettings;
  /** The place of a setting: looking up a line takes longer than everything else, so that it is looked up when it is shown. */
  place(...keys: string[]): Place;
  /** The value of a setting, that of its variable where it names one; a variable that is missing is reported. */
  resolve(value: string, where: Place, optional?: boolean): string;
  /** What is missing or wrong, each with its place and its remedy. */
  problems: string[];
}
