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
};

/** Whether a cell says where a field is sent. */
export function isPlace(cell: string): boolean {
  return Object.hasOwn(places, cell.trim().toLowerCase());
}
