/** One finding of the doctor: `fault` is in what the user gave, `unreached` in what lies between. */
export interface Diagnosis {
  check: string;
  state: 'ok' | 'warning' | 'fault' | 'unreached';
  text: string;
  /** Where the state is not ok. */
  remedy?: string;
}
