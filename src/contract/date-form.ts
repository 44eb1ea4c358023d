/** How a contract writes a date: by the letters of Unicode's date patterns (TR 35), or as seconds since the epoch. Pure. */

const fields = ['yyyy', 'MMM', 'MM', 'dd', 'EEE', 'HH', 'mm', 'ss', 'SSS', 'XXX', 'xx'] as const;
const epochs = ['epoch-seconds', 'epoch-milliseconds'] as const;

export type DateField = (typeof fields)[number] | (typeof epochs)[number];

/** A part of a form: a field, or a text as it stands. */
export type DatePart = { field: DateField } | { text: string };

/** Characters that mean something to a shell, to Perl or to strftime; no date holds them. */
const unfit = /[^A-Za-z0-9 .,:;/_+-]/;

/** What a pattern says: `yyyy-MM-dd'T'HH:mm:ssXXX`, `epoch-seconds`. */
export function parseDateForm(form: string): { parts: DatePart[] } | { fault: string } {
  const epoch = epochs.find((one) => one === form);
  if (epoch) return { parts: [{ field: epoch }] };
  const parts: DatePart[] = [];
  const text = (part: string): void => {
    const last = parts.at(-1);
    if (last && 'text' in last) last.text += part;
    else parts.push({ text: part });
  };
  const allowed = `there is: ${fields.join(', ')}, text in '…', or ${epochs.join(' and ')} alone`;
  for (let at = 0; at < form.length; ) {
    const rest = form.slice(at);
    const field = fields.find((one) => rest.startsWith(one));
    const [run = ''] = /^([A-Za-z])\1*/.exec(rest) ?? [];
    const quoted = /^'([^']*)'/.exec(rest);
    if (field !== undefined && field.length === run.length) {
      parts.push({ field });
      at += field.length;
    } else if (run !== '') return { fault: `"${run}" is no part of a date; ${allowed}` };
    else if (quoted) {
      text(quoted[1] ?? '');
      at += quoted[0].length;
    } else if (rest.startsWith("'")) return { fault: `the ' in the form of a date is not closed; ${allowed}` };
    else {
      text(rest.slice(0, 1));
      at++;
    }
  }
  const strange = parts.flatMap((part) => ('text' in part ? (unfit.exec(part.text) ?? []) : []))[0];
  if (strange !== undefined) return { fault: `"${strange}" cannot stand in the form of a date; ${allowed}` };
  if (!parts.some((part) => 'field' in part)) return { fault: `the form of a date names no part of it; ${allowed}` };
  return { parts };
}

/** The parts of a form that a contract was loaded with. @throws Error where it is none. */
export function datePartsOf(form: string): DatePart[] {
  const parsed = parseDateForm(form);
  if ('fault' in parsed) throw new Error(`${JSON.stringify(form)}: ${parsed.fault}`);
  return parsed.parts;
}

/** The shortest time after which a form shows another text. */
export function resolutionOf(form: string): 'millisecond' | 'second' | 'longer' {
  const shown = datePartsOf(form).flatMap((part) => ('field' in part ? [part.field] : []));
  if (shown.includes('SSS') || shown.includes('epoch-milliseconds')) return 'millisecond';
  return shown.includes('ss') || shown.includes('epoch-seconds') ? 'second' : 'longer';
}

/** Minutes of a zone, `Z` or `+07:00`, ahead of UTC. */
export function minutesOf(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
