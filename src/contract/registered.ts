/** Words that the standards register for what requests and answers of OAuth say in clear: nobody's secret is in them. */

/** The words, by the standard and its section that register them. */
export const registeredWords: Record<string, string[]> = {
  'RFC 7591, section 2, grant_types': [
    'authorization_code',
    'implicit',
    'password',
    'client_credentials',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'urn:ietf:params:oauth:grant-type:saml2-bearer',
  ],
  'RFC 8628, section 3.4': ['urn:ietf:params:oauth:grant-type:device_code'],
  'RFC 8693, section 2.1': ['urn:ietf:params:oauth:grant-type:token-exchange'],
  'RFC 6749, section 5.2': [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ],
  'RFC 7523, section 2.2': ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
  'RFC 7591, section 2, token_endpoint_auth_method': ['client_secret_post', 'client_secret_basic'],
  'OpenID Connect Core 1.0, section 9': ['client_secret_jwt', 'private_key_jwt'],
};
