/** Texts that a terminal or the runner of a CI would act upon, and what is expected of a text that shows them. */
import { expect } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';

/** Each way to act. */
export const pieces = [
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred\u001b[8m',
  '\u009b31m\u0085\u007f\u0000',
  'over\rwritten',
  '\n::error title=owned::owned',
  '\n  \u00a0::set-output name=owned::owned',
  ' ::add-mask::owned',
  '\n##[group]owned',
  ' text##vso[task.setvariable variable=owned]x',
  '\u202eowned\u2066\u200f',
  'ow\u200bned\u2028\ufeff',
  'ow\u115f\u1160\u3164\uffa0\u2800\u034f\ufe0fned',
  'ow\u2003\u1680\ufffe\u{e0041}\u{1d159}ned',
];

/** All of them in one text. */
export const hostile = pieces.join('');

/** A server that puts the hostile text wherever an answer can hold it. */
export const owned: Intercept = (call) => {
  const answer = call.answer();
  const members = { error: hostile, error_description: hostile, responseMessage: hostile, [hostile]: hostile };
  if (answer.status !== 200) return { ...answer, body: JSON.stringify({ ...members, responseCode: hostile }) };
  const granted = JSON.parse(String(answer.body)) as Record<string, unknown>;
  return { ...answer, body: JSON.stringify({ ...granted, token_type: hostile, tokenType: hostile, scope: hostile }) };
};

/** What in a text would act. */
export const actingIn = (text: string): string[] =>
  [
    /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u2003\u1680\ufffe\u{1d159}]/u,
    /^[\s\u0085]*::/m,
    /\s::[a-z]/i,
    /##\[/,
    /##\w+\[/,
  ].flatMap((pattern) => pattern.exec(text)?.slice(0, 1) ?? []);

/** Expects that a text shows what is hostile in it, and that none of it would act. */
export function expectHarmless(text: string, shows = true): void {
  expect(actingIn(text), text).toEqual([]);
  if (shows) expect(text).toMatch(/\\u(?:001B|\{1B\})\[2J/i);
}
