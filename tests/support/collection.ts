/** A collection of Postman with one request, as its export has it. */
export const collectionOf = (
  request: object,
  { response, ...info }: { response?: object[]; description?: unknown } = {},
): string =>
  JSON.stringify({
    info: { name: 'T', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json', ...info },
    item: [
      {
        name: 'Get token',
        request: {
          method: 'POST',
          url: 'https://a.test/token',
          body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
          ...request,
        },
        ...(response === undefined ? {} : { response }),
      },
    ],
  });
