import { parseEnv } from 'node:util';
import { expect, test } from '@playwright/test';
import { slipsIn } from '../../../src/target/dotenv.ts';

/** The slips of a text in brief. */
const slips = (text: string, ...names: string[]) =>
  slipsIn(text, new Set(names)).map(
    ({ line, certain, text: said }) => `${line} ${certain ? 'fault' : 'warning'}: ${said}`,
  );

test('a # outside quotes is found where it cuts a value, and nowhere else', () => {
  const text = [
    '# a comment = 1#2, and a quote: = "',
    'CUT=abc#def',
    'export ALSO = abc#def',
    'EMPTY=#fff',
    'COMMENT=abc # def',
    'NONE= # to be filled in',
    'QUOTED="abc#def" # def',
    "SINGLE='a#b'",
    'LINES="one',
    'two=a#b"',
    'PLAIN=abc',
    'LATER=abc#def',
    'LATER=abc',
  ].join('\r\n');
  expect(slips(text)).toEqual([
    '2 fault: the value of CUT ends at a # outside quotes',
    '3 fault: the value of ALSO ends at a # outside quotes',
    '4 fault: the value of EMPTY ends at a # outside quotes',
    '5 warning: what follows the # after the value of COMMENT is a comment',
    '6 warning: what follows the # after the value of NONE is a comment',
  ]);
});

test('a value that is read as it is written has no slip, whatever quotes it holds', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIabc+/\nabcd==\nProc-Type: 4,ENCRYPTED\n-----END PRIVATE KEY-----\n';
  const read: Record<string, string> = {
    'A="value"': 'value',
    'A=\'it "is" so\'': 'it "is" so',
    'A=`it\'s "so"`': 'it\'s "so"',
    "A=it's": "it's",
    'A=x"y': 'x"y',
    'A=say "so"': 'say "so"',
    'A=""': '',
    'A="value"; # of 2026': 'value',
    'export A = "value"#of 2026': 'value',
    [`A="${pem}"`]: pem,
    [`A='${pem}B=1\nc="d"\n'`]: `${pem}B=1\nc="d"\n`,
  };
  for (const [text, value] of Object.entries(read)) {
    expect(parseEnv(text)['A'], text).toBe(value);
    expect(slips(text, 'A'), text).toEqual([]);
  }
});

test('a quote that is closed nowhere, too early or too late is a fault; one that may be meant is a warning', () => {
  const rows: [text: string, ...said: string[]][] = [
    ['A="x # y\nB=1', '1 fault: the value of A begins with " and nothing closes it'],
    ['A=`', '1 fault: the value of A begins with ` and nothing closes it'],
    ['A="a\\"b"', '1 fault: the value of A ends at its second ", and what follows is lost'],
    ['A="x\ny"z', '1 fault: the value of A ends at its second " in line 2, and what follows is lost'],
    ['A="x" y', '1 warning: what follows the second " of the value of A is left out'],
    ["A=x'", "1 warning: the value of A ends with ' and does not begin with it"],
    [
      'A=x" # y',
      '1 warning: what follows the # after the value of A is a comment',
      '1 warning: the value of A ends with " and does not begin with it',
    ],
    ['C="x\n\nA=1\nB="2"\n', '1 fault: the " before the value of C is closed only in line 4, behind A, B'],
    ['C="x\nA=1\nA=2"\nA=3\n', '1 fault: the " before the value of C is closed only in line 3, behind A'],
  ];
  for (const [text, ...said] of rows) expect(slips(text, 'A', 'B'), text).toEqual(said);
});
