/** Heads of columns that say what a column holds and nothing beside it. */
import { heads } from './words.ts';

/** Words of heads that say nothing of whom or when a column is about. */
const plainHead = new Set([
  ...Object.values(heads).flatMap((words) => words.flatMap((one) => one.split(/[^\p{L}\d]+/u))),
  ...(
    'content limit batas diisi ada dikirim selalu always use m o c y n t f yes no ya tidak name nama param parameter field data element in of the is are this it a an by json java ' +
    'char chars character characters karakter digit digits byte bytes request response body header headers query http max ' +
    'maximum maksimum maks min minimum minimal code code codes kode status true false mandatory optional conditional rule ' +
    'rules constraint constraints requirement requirements validation syarat string number allowed valid there exists and or dan atau'
  ).split(' '),
]);

/** Whether a head says what its column holds and nothing beside it; another word may say for which requests that is so. */
export function isPlainHead(cell: string): boolean {
  return cell
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || plainHead.has(word));
}
