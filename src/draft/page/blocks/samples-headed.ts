/** Parts that show a sample, however it is laid out. */
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const example = pattern`\b${word.example}\b`;

/** Whether the heading of a part says that it shows a sample. */
export const namesSample = (title: string): boolean => example.test(title);
