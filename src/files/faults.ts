/** What the system says when a file cannot be read or written, in a person's words. */

const reasons: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'the system makes no file or folder there',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file stands where a folder is to be',
  ENOTDIR: 'a file stands where a folder is to be',
  EISDIR: 'a folder stands where a file is to be',
  ENOTEMPTY: 'a folder stands where a file is to be',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Code of a system error; null for any other error. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Why a file or folder could not be written, for a person: `no space is left on the device (ENOSPC)`. */
export function whyNotWritten(error: unknown): string {
  const code = systemCode(error);
  const reason = code === null ? undefined : reasons[code];
  if (reason !== undefined) return `${reason} (${code})`;
  return error instanceof Error ? error.message : String(error);
}
