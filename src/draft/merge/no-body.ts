/** Whether a request has a body, where its page says that it has none, or gives a media type to those alone that have one. */
import { shownPointer } from '../../formats/json.ts';
import type { Member, Said, Statement, Todo } from '../facts/facts.ts';

/** What is known of the body beside the words about it. */
interface Known {
  method: string | undefined;
  request: Member[];
  bodyRequired: boolean;
}

/** The media types that statements give to the request they are about, and what stays open of its body. */
export function bodyOf(
  statements: Statement[],
  { method, request, bodyRequired }: Known,
): { noBody: Said | undefined; types: (Said | undefined)[]; todos: Todo[] } {
  const said = statements.flatMap((one) => one.noBody ?? []);
  const noBody = said.find(({ isUnsure }) => !isUnsure) ?? said[0];
  const isSilent = request.length === 0 && !bodyRequired;
  const isBodiless = method === 'GET' || (noBody !== undefined && !noBody.isUnsure);
  // What is said of bodies is nothing about a request that has none.
  const types = statements.map(({ mediaType }) =>
    isSilent && mediaType?.ofBodies && (isBodiless || mediaType.ofBodies === 'some') ? undefined : mediaType,
  );
  const type = types.find((one) => one !== undefined);
  if (noBody === undefined || (isSilent && type === undefined)) return { noBody, types, todos: [] };
  const names = request.map(({ pointer }) => shownPointer(pointer)).slice(0, 6);
  const shown = names.length > 0 ? `${names.join(', ')} of it` : `${type ? type.value : 'that it is required'} for it`;
  const what = `whether the request has a body: the page says "${noBody.value}" (${noBody.at}), and gives ${shown}, which the draft sends`;
  return { noBody, types, todos: [{ name: 'body', what }] };
}
