/** Whether a status says that a request succeeded (RFC 9110, section 15.3). */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a description documents a success under this key, `200` or `2XX`. */
export function isSuccessKey(key: string): boolean {
  return key.startsWith('2');
}
