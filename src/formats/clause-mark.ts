// Written by npm run formats; npm run check compares.
/** x-clause: the provenance of a fact that a schema or parameter states. */
export interface ClauseMark {
  id: string;
  at: string;
  find?: string;
  source?: string;
  level?: 'must' | 'should' | 'may';
  statement?: string;
  impact?: string;
  gate?: boolean;
  refusal?:
    | string
    | {
        required?: string;
        type?: string;
        length?: string;
        value?: string;
      };
  break?: string[];
  deep?: string[];
}
