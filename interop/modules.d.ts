// These packages bring no types of their own.
declare module 'oidc-provider';
declare module 'express';
declare module '@node-oauth/express-oauth-server';
