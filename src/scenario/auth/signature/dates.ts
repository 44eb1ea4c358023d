/** The text of an instant in a form that a contract gives. */
import { type DateField, datePartsOf, minutesOf } from '../../../contract/date-form.ts';
import { output } from '../../shell.ts';
import type { Text } from '../../text.ts';

/** How an instant is written: a form of `date-form.ts`, and the zone its parts are of. */
export interface DateStyle {
  form: string;
  /** `Z` or `+07:00`. */
  zone: string;
}

const milliseconds = 'MILLISECONDS';

/** How strftime writes a field; the epoch has no part that it could write. */
const inPerl: Record<Exclude<DateField, 'epoch-seconds' | 'epoch-milliseconds' | 'XXX'>, string> = {
  yyyy: '%Y',
  MMM: '%b',
  MM: '%m',
  dd: '%d',
  EEE: '%a',
  HH: '%H',
  mm: '%M',
  ss: '%S',
  SSS: milliseconds,
};

function fieldValue(field: DateField, at: Date, zone: string): string {
  const local = new Date(at.getTime() + minutesOf(zone) * 60_000);
  const iso = local.toISOString();
  switch (field) {
    case 'epoch-seconds':
      return String(Math.floor(at.getTime() / 1000));
    case 'epoch-milliseconds':
      return String(at.getTime());
    case 'yyyy':
      return iso.slice(0, 4);
    case 'MM':
      return iso.slice(5, 7);
    case 'dd':
      return iso.slice(8, 10);
    case 'HH':
      return iso.slice(11, 13);
    case 'mm':
      return iso.slice(14, 16);
    case 'ss':
      return iso.slice(17, 19);
    case 'SSS':
      return iso.slice(20, 23);
    case 'EEE':
      return local.toUTCString().slice(0, 3);
    case 'MMM':
      return local.toUTCString().slice(8, 11);
    case 'XXX':
      return zone;
  }
}

/** The command that prints the instant the shell runs at, so many seconds off. */
function command({ form, zone }: DateStyle, offset: number): string {
  const parts = datePartsOf(form);
  if (form === 'epoch-seconds') return `perl -e 'print time + ${offset}'`;
  if (form === 'epoch-milliseconds')
    return `perl -MTime::HiRes -e 'printf q(%d), (Time::HiRes::time() + ${offset}) * 1000'`;
  const pattern = parts
    .map((part) => {
      if ('text' in part) return part.text;
      const { field } = part;
      if (field === 'XXX') return zone;
      return field === 'epoch-seconds' || field === 'epoch-milliseconds' ? '' : inPerl[field];
    })
    .join('');
  // GNU and BSD date shift a time by options of their own, each unknown to the other.
  const seconds = minutesOf(zone) * 60 + offset;
  if (!pattern.includes(milliseconds))
    return `LC_ALL=C perl -MPOSIX -e 'print strftime q(${pattern}), gmtime(time + ${seconds})'`;
  return `LC_ALL=C perl -MPOSIX -MTime::HiRes -e '$t=Time::HiRes::time();$m=sprintf q(%03d),($t-int $t)*1000;$_=strftime q(${pattern}),gmtime($t + ${seconds});s/${milliseconds}/$m/;print'`;
}

/** The text of the instant `offset` seconds from now. */
export function dateText(style: DateStyle, now: Date, offset: number): Text {
  const at = new Date(now.getTime() + offset * 1000);
  const value = datePartsOf(style.form)
    .map((part) => ('text' in part ? part.text : fieldValue(part.field, at, style.zone)))
    .join('');
  return { value, shown: value, shell: output(command(style, offset)), secrets: [] };
}
