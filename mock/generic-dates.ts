/** Dates in the form that a contract gives, read strictly. */

const zoneMinutes = (zone: string): number => {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0;
};

const parts: Record<string, string> = {
  yyyy: '(?<yyyy>\\d{4})',
  MMM: '(?<MMM>[A-Z][a-z]{2})',
  MM: '(?<MM>\\d{2})',
  dd: '(?<dd>\\d{2})',
  EEE: '(?<EEE>[A-Z][a-z]{2})',
  HH: '(?<HH>\\d{2})',
  mm: '(?<mm>\\d{2})',
  ss: '(?<ss>\\d{2})',
  SSS: '(?<SSS>\\d{3})',
  XXX: '(?<XXX>Z|[+-]\\d{2}:\\d{2})',
  xx: '(?<xx>[+-]\\d{4})',
};

const tokens = /'([^']*)'|yyyy|MMM|MM|dd|EEE|HH|mm|ss|SSS|XXX|xx|[^']/g;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Milliseconds since the epoch of a text in that form, whose parts are of that zone; undefined for anything else. */
export function readDate(text: string, form: string, zone: string): number | undefined {
  if (form === 'epoch-seconds') return /^\d{10}$/.test(text) ? Number(text) * 1000 : undefined;
  if (form === 'epoch-milliseconds') return /^\d{13}$/.test(text) ? Number(text) : undefined;
  const pattern = form.replace(tokens, (token, quoted: string | undefined) => {
    return parts[token] ?? (quoted ?? token).replace(/[^A-Za-z0-9]/g, '\\$&');
  });
  const found = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (!found) return undefined;
  const number = (name: string, otherwise: number): number => Number(found[name] ?? otherwise);
  const month = found['MMM'] === undefined ? number('MM', 1) : months.indexOf(found['MMM']) + 1;
  const [year, day] = [number('yyyy', 1970), number('dd', 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC carries 30 February over into March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (found['EEE'] !== undefined && found['EEE'] !== weekdays[date.getUTCDay()]) return undefined;
  const [hour, minute, second] = [number('HH', 0), number('mm', 0), number('ss', 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const local = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + number('SSS', 0);
  return local - zoneMinutes(found['XXX'] ?? found['xx'] ?? zone) * 60_000;
}

/** An instant in that form and zone. */
export function writeDate(at: number, form: string, zone: string): string {
  if (form === 'epoch-seconds') return String(Math.floor(at / 1000));
  if (form === 'epoch-milliseconds') return String(at);
  const local = new Date(at + zoneMinutes(zone) * 60_000);
  const iso = local.toISOString();
  const named: Record<string, string | undefined> = {
    MMM: months[local.getUTCMonth()],
    EEE: weekdays[local.getUTCDay()],
  };
  const places: Record<string, [number, number]> = {
    yyyy: [0, 4],
    MM: [5, 7],
    dd: [8, 10],
    HH: [11, 13],
    mm: [14, 16],
    ss: [17, 19],
    SSS: [20, 23],
  };
  return form.replace(tokens, (token, quoted: string | undefined) => {
    const place = places[token];
    if (place) return iso.slice(...place);
    if (token === 'xx') return zone === 'Z' ? '+0000' : zone.replace(':', '');
    return token === 'XXX' ? zone : (named[token] ?? quoted ?? token);
  });
}
