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
const inPerl: Record<Exclude<DateField, 'epoch-seconds' | 'epoch-milliseconds' | 'XXX' | 'xx'>, string> = {
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

/** Writes a field of an instant; `local` is the instant whose parts in UTC are those of the zone. */
type FieldWriter = (at: Date, local: Date, zone: string) => string;

const ofIso =
  (from: number, to: number): FieldWriter =>
  (_at, local) =>
    local.toISOString().slice(from, to);

const ofHttp =
  (from: number, to: number): FieldWriter =>
  (_at, local) =>
    local.toUTCString().slice(from, to);

const writers: Record<DateField, FieldWriter> = {
  'epoch-seconds': (at) => String(Math.floor(at.getTime() / 1000)),
  'epoch-milliseconds': (at) => String(at.getTime()),
  yyyy: ofIso(0, 4),
  MM: ofIso(5, 7),
  dd: ofIso(8, 10),
  HH: ofIso(11, 13),
  mm: ofIso(14, 16),
  ss: ofIso(17, 19),
  SSS: ofIso(20, 23),
  EEE: ofHttp(0, 3),
  MMM: ofHttp(8, 11),
  XXX: (_at, _local, zone) => zone,
  xx: (_at, _local, zone) => joined(zone),
};

/** An offset without a colon; that of UTC is one as well. */
export const joined = (zone: string): string => (zone === 'Z' ? '+0000' : zone.replace(':', ''));

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
      if (field === 'xx') return joined(zone);
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
  const local = new Date(at.getTime() + minutesOf(style.zone) * 60_000);
  const value = datePartsOf(style.form)
    .map((part) => ('text' in part ? part.text : writers[part.field](at, local, style.zone)))
    .join('');
  return { value, shown: value, shell: output(command(style, offset)), secrets: [] };
}
