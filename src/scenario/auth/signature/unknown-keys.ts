/**
 * Keys that no provider knows: what they sign is to be refused. They were made for this, open nothing, and stand here
 * because making an RSA key takes longer than a test; they are those of nobody even though everybody can read them.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Json, parseJson } from '../../../formats/json.ts';

/** PKCS #8, DER, Base64. */
const published = {
  rsa: [
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDWDDwJKoYYlWaZyVwXkWD9zivNHl/7Qt6tmc8u2kKk1AcuK6ZD',
    'r7yia4llx/rEVeX0hHg0XhlKwsLa6cPxun5UBpDcyarIJVW86s05dJGuPqrVMTrbPL2srZ5cxmLrLz1FZP2Dca2mDgc73u0zvHhv',
    '9SKkRwgOxzKbeFNGNyvAXVyyfMqV0xxM9Q+tsnpwcE66g6OBoC7oh82GZ50wgZV+o8zzzKUQR69O7CP/59kmpsHiXWFmLK/YbDae',
    'mh8zVus1qu2FeZLpa5NQXEqLUfv62bHJWVmg3srcH5k0eCfZrep/Fnq9Z4a7ARm3o4IIRSwWZ2EBDSF0judvoKBOR06RAgMBAAEC',
    'ggEABraFw/5TzA3UdM6EPz95mKAojsNs/HD3kZ99KFGjTS7SplOrYFxQuNHRUnI8BsAQaROl/vN0DNyQlqPF98zy5RD7JleDTglg',
    't97vzoVdw8aWnj7P4xwTsUiVKsD0jX5y6BwfmMmeCfMO7kVisFCRAObh3h/VrHv6FfbnOrCkhEECpPRJGgIJUWdxriMf75ylotj7',
    '1MN51Hjj1UtWBJezYgOtL9RUcVO1ZlJQ6Bwnl1p/2X2pjt6e6eESfWfkx0ZkcgkfK+fVo6/HeNuylTubbMoZ/sd7HSx4w2bN9Kn3',
    'Kpq3lHx8mgJnQUEoD8kAPf10UNf7KZfRkmt4VBKjaalDuQKBgQDwUG0HfXwvxN/g626wesp4MhjeV2Qk5toC8ma6dtULWGHJauVp',
    'Fv72FGplW48xiGjVVGqC6RLd6qyqWM7BhVKls6cn5LqYHucKTZMWLUTJuTwFMaDFqfaMh9vKGniORFXCQ8aoSkm/D8x6IXN3Iy0y',
    'THNUnHy/3pjcfYDof0jcOQKBgQDkBOfiEmP+DdV+xeatdFpgKbY93wuHu2+COM+KOYupPrWSkNteNLUaEEXGn1tKv5hGwxl9Uagl',
    'qI/IfvpgchIRvAwfTTPNp3N3qmFGD/cZk60tMPwNLjaEL+slZ3K44kD7sdxmCy1wxkKEqODPEImjODjkusGG/9cXiSWO4yI1GQKB',
    'gAThbUVwq/wAYJed0HKvG7uTMOQbHEKPma/jomh5D1yan+nKTPx0ZhszUPHcCS11WsOyYjNkbmipYnZXNWPCxGnvGx75SzzZq9GO',
    'v8T8iGAcbfahCmXZTNOP0svo+7fP9XnrjHZQg+zocjuswD6ULU/PM6xtPS9cYvhfaCXQp/cpAoGATB9TJocLOMp3ht4ct7WLYmUq',
    'gRdQaxzpCilbKAM0G+lihq6zfYzNFQlvsfKLcLXr6VvCy7KSFxhiAAZcIgyS+ba0uVJ1w+duRfnshY5Y6QIDI34h92iBLLoun4sc',
    'oppuJVjogmyi2+5kUJNskdQsjv/7BmlOqHoK3cGcd0pepikCgYEA6zLQtsoNtygfeJiGEfYj28IEJApdGZJOopa0L+Zt5u5A0ZSo',
    '+qF/RMkyWPP9hX+YErRI37yNPmKIJk82XMXLMhqqemR0A3QdEO6HS7D4eCaLdMos8WS183R5EuLlcbiI5d8Gf2IT+uEIRXmOPv5+',
    'FkLu4n4UJXdfai12VKDWCt8=',
  ].join(''),
  ecdsa: [
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/eFScZ35Ku3L9A4I9IIU67U8h0oQmhIsIimJB3vZ0TGhRANCAAR+',
    'je6VmLgg8LXO8Lx17KbVWno3p59yI4TvRulxBpqlnVvbwI40WfQWrs+QPtqcFVbY7ccxmP5HtQtEuhg26qWb',
  ].join(''),
  ed25519: 'MC4CAQAwBQYDK2VwBCIEIF9yLSOcHI4v1OnO2ble9bV7364J1umMhm61dyTik7PK',
};

/** Their certificates, signed by themselves: DER, Base64, as the header of a JWS carries them (RFC 7515, section 4.1.6). */
const certificates = {
  rsa: [
    'MIIDDzCCAfegAwIBAgIUGPYb3aXdM2H01CNf4hXB6Y/H4yAwDQYJKoZIhvcNAQELBQAwFjEUMBIGA1UEAwwLY29uZm9ybWFuY2UwIBcN',
    'MjYxMTI2MTMyMzAxWhgPMjEyNjExMDIxMzIzMDFaMBYxFDASBgNVBAMMC2NvbmZvcm1hbmNlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
    'MIIBCgKCAQEA1gw8CSqGGJVmmclcF5Fg/c4rzR5f+0LerZnPLtpCpNQHLiumQ6+8omuJZcf6xFXl9IR4NF4ZSsLC2unD8bp+VAaQ3Mmq',
    'yCVVvOrNOXSRrj6q1TE62zy9rK2eXMZi6y89RWT9g3Gtpg4HO97tM7x4b/UipEcIDscym3hTRjcrwF1csnzKldMcTPUPrbJ6cHBOuoOj',
    'gaAu6IfNhmedMIGVfqPM88ylEEevTuwj/+fZJqbB4l1hZiyv2Gw2npofM1brNarthXmS6WuTUFxKi1H7+tmxyVlZoN7K3B+ZNHgn2a3q',
    'fxZ6vWeGuwEZt6OCCEUsFmdhAQ0hdI7nb6CgTkdOkQIDAQABo1MwUTAdBgNVHQ4EFgQUXjLkxXN9r+OuFHUGRHUS67EbovswHwYDVR0j',
    'BBgwFoAUXjLkxXN9r+OuFHUGRHUS67EbovswDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEA0jzEgrj9EK0rIYOtrUAN',
    'psK61VbgC+r94QffV5YMF4lmOTydTn4Jpr3IgE+hgHbKZYjvjTGkReyJjO5atbYnK0B9WxGsPTnTeUTND9zx/6AGJmKA/wPTC+9TlzXs',
    'ENE0u6RKqCcC1hZILaEklN/n6X6GXO/+ZRl1HHPhtHrujBYDh+00VHIkt47jkmRWOqEqNoH29gwmES6reoezhtcjPvbUdyS98ysHHhK/',
    'Ot6dFEv/33U3fRbjUsmAkDlJqxZwccqaZf/o0LtPrSbH/mPSg2o9IOF2oQh5sIHSDI3SGZympsknai5AxV0Iujcm5E5jziUNEq4cBuPx',
    'PtaCliZKWg==',
  ].join(''),
  ecdsa: [
    'MIIBgzCCASmgAwIBAgIUKgdkODInfEdNwRkxr6C39sPK3FcwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLY29uZm9ybWFuY2UwIBcNMjYx',
    'MTI2MTMyMzAxWhgPMjEyNjExMDIxMzIzMDFaMBYxFDASBgNVBAMMC2NvbmZvcm1hbmNlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE',
    'fo3ulZi4IPC1zvC8deym1Vp6N6efciOE70bpcQaapZ1b28CONFn0Fq7PkD7anBVW2O3HMZj+R7ULRLoYNuqlm6NTMFEwHQYDVR0OBBYE',
    'FBlXuKUplFL7mG9apP0IZDuUykJbMB8GA1UdIwQYMBaAFBlXuKUplFL7mG9apP0IZDuUykJbMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI',
    'zj0EAwIDSAAwRQIgdeT6zhcyNr2eI6tXM7RO8i98W/jyeWD2jA+H/okXuogCIQDdJKXhkR7NixxEuyoDWqjEv/D+FHjOfk/E2uEobudf',
    'Zg==',
  ].join(''),
};

/** The kinds of key that JOSE signs with and a header can carry. */
export type CarriedKind = keyof typeof certificates;

/** The members of a header of a JWS that name the published key of a kind: itself, its certificate, and addresses. */
export function carriedKey(kind: CarriedKind): [name: string, value: Json][] {
  const jwk = JSON.stringify(createPublicKey(unknownKey(kind)).export({ format: 'jwk' }));
  const at = 'https://keys.conformance.example/keys';
  return [
    ['jwk', parseJson(jwk)],
    ['x5c', [certificates[kind]]],
    ['jku', at],
    ['x5u', at],
  ];
}

/** The published private key of a kind: PKCS #8, DER, Base64. */
export const publishedKey = (kind: CarriedKind): string => published[kind];

const read = new Map<string, KeyObject>();

/** The private key that nobody registered at a provider. */
export function unknownKey(kind: keyof typeof published): KeyObject {
  const known =
    read.get(kind) ?? createPrivateKey({ key: Buffer.from(published[kind], 'base64'), format: 'der', type: 'pkcs8' });
  read.set(kind, known);
  return known;
}
