/** Where in a request a field is sent, as the cells of a table say it. */

/** Words of a cell that say where a field is sent. */
export const places: Record<string, 'header' | 'query' | 'path' | 'cookie' | 'body' | 'form'> = {
  header: 'header',
  headers: 'header',
  'request header': 'header',
  'http header': 'header',
  query: 'query',
  'query string': 'query',
  querystring: 'query',
  'query parameter': 'query',
  'query param': 'query',
  url: 'query',
  path: 'path',
  'path parameter': 'path',
  uri: 'path',
  cookie: 'cookie',
  body: 'body',
  'request body': 'body',
  json: 'body',
  payload: 'body',
  form: 'form',
  formdata: 'form',
  'form data': 'form',
  'form-data': 'form',
  'body (form)': 'form',
  ...{ 'json item': 'body', 'json response item': 'body', 'json request item': 'body', 'response item': 'body' },
  ...{ 'json response parameter': 'body', 'json request parameter': 'body', 'response body': 'body' },
  ...{ tajuk: 'header', kueri: 'query', 'parameter kueri': 'query', jalur: 'path' },
  ...{ isi: 'body', badan: 'body', 'badan permintaan': 'body', muatan: 'body', formulir: 'form' },
};

/** Words around that of a place which say nothing of it. */
const around = /\b(?:http|https|url|json|request|the|in|parameters?|params?)\b/g;

/** Where a cell says that a field is sent; undefined where it says something else. */
export function placeIn(cell: string): (typeof places)[string] | undefined {
  const text = cell.trim().toLowerCase();
  const words = text.replace(around, ' ').replace(/\s+/g, ' ').trim();
  const key = [text, words].find((one) => Object.hasOwn(places, one));
  return key === undefined ? undefined : places[key];
}

/** Whether a cell says where a field is sent. */
export function isPlace(cell: string): boolean {
  return placeIn(cell) !== undefined;
}
