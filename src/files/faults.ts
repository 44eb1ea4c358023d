/** Why the system could not read or write a file, in plain words. */

const reasons: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'no file or folder can be created there',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file is in the place of a folder',
  ENOTDIR: 'a file is in the place of a folder',
  EISDIR: 'a folder is in the place of the file',
  ENOTEMPTY: 'a folder is in the place of the file',
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
