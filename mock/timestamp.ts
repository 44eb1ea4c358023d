const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since the epoch of an ISO 8601 date, time with seconds and offset; undefined for anything else. */
export function parseTimestamp(text: string): number | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC carries 30 February over into March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = offsetMinutes(parts[8] ?? 'Z');
  if (hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined;
  const fraction = Math.floor(Number(parts[7] ?? '0') * 1000);
  return date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction;
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** A moment as the standard writes it: seconds and the offset of Jakarta. */
export function formatTimestamp(now: number): string {
  return `${new Date(now + 7 * 3600 * 1000).toISOString().slice(0, 19)}+07:00`;
}
