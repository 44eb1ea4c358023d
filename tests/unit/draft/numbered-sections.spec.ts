/** Numbered sections of texts out of a word processor, their labels, and the lines that cells of their tables have. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const head = 'No.\tParameter\tTipe\tM/O/C\tKeterangan\n';
const english = 'No\tField\tType\tMandatory\tDescription\n';

test('a numbered section is an operation of its own, behind a list of contents as well', () =>
  expectReadings([
    {
      what: 'tables apart by tabs, and a service that uses the token',
      page: `SPESIFIKASI TEKNIS

Daftar Isi
1. Pendahuluan\t3
2. Access Token B2B\t4
3. Inquiry Virtual Account\t6

1. Pendahuluan
Dokumen ini menjelaskan integrasi mitra.

2. Access Token B2B
Deskripsi\t: Mendapatkan token akses
HTTP Method\t: POST
Path\t: /v1.0/access-token/b2b
URL Development\t: https://dev.bank.test:8443

2.1 Request Header
${head}1\tX-TIMESTAMP\tString (25)\tM\tFormat waktu, contoh
2025-07-08T14:05:11+07:00
2\tX-CLIENT-KEY\tString (36)\tM\tClient ID mitra

2.2 Request Body
${head}1\tgrantType\tString (18)\tM\tDiisi nilai tetap:
“client_credentials”
2\tadditionalInfo\tObject\tO

2.3 Response Body
${head}1\taccessToken\tString (2048)\tM
2\texpiresIn\tString (5)\tM\tMasa berlaku dalam detik

3. Inquiry Virtual Account
HTTP Method\t: POST
Path\t: /v1.0/transfer-va/inquiry

3.1 Request Header
${head}1\tAuthorization\tString (2100)\tM\tBearer {accessToken}
2\tX-PARTNER-ID\tString (36)\tM
3\tCHANNEL-ID\tString (5)\tM

3.2 Request Body
${head}1\tcustomerNo\tString (20)\tM
2\tvirtualAccountNo\tString (28)\tM
`,
      facts: {
        method: 'POST',
        path: '/v1.0/access-token/b2b',
        'request header X-TIMESTAMP required': true,
        'request header X-CLIENT-KEY required': true,
        'request header X-CLIENT-KEY maxLength': 36,
        'request /grantType const': 'client_credentials',
        'request /grantType required': true,
        'request /additionalInfo type': 'object',
      },
      none: [
        'request header X-PARTNER-ID required',
        'request header CHANNEL-ID required',
        'request /customerNo required',
      ],
    },
    {
      what: 'sections without parts between those that have them, and numbers with a bracket',
      page: `Payment Gateway Integration Guide

1) Introduction
This guide is for partners.

2) Get Token
Method\t: POST
Endpoint\t: https://api.pay.test/auth/token

2.1 Request
${english}1\tclient_id\tString\tY\tYour id
2\tclient_secret\tString\tY\tYour secret, at least
32 characters
3\tgrant_type\tString\tY\tclient_credentials

2.2 Response
${english}1\taccess_token\tString\tY\tThe token

3) Create Payment
Method\t: POST
Endpoint\t: https://api.pay.test/payments

3.1 Request
${english}1\tamount\tNumber\tY\tThe amount
2\tcurrency\tString\tY\tISO 4217
`,
      facts: {
        path: '/auth/token',
        'request /client_id required': true,
        'request /client_secret minLength': 32,
        'request /grant_type const': 'client_credentials',
      },
      none: ['request /amount required', 'request /currency required'],
    },
    {
      what: 'numbers without a sign, cells of several lines below heads without numbers, and steps that are no sections',
      page: `Panduan H2H

1 Umum

Langkah:

1. Ambil token
2. Kirim transaksi

1.1 Format
Semua pesan memakai JSON.

2 Permintaan Token (Login)

Metode\t: POST
URL\t: https://h2h.mitra.test/login

2.1 Parameter Request
Parameter\tTipe\tWajib\tKeterangan
username\tString\tYa\tDiberikan saat
pendaftaran mitra
password\tString\tYa\tMinimal
12 karakter

2.2 Parameter Response
Parameter\tTipe\tWajib\tKeterangan
token\tString\tYa\tToken akses

3 Pembelian Pulsa

Metode\t: POST
URL\t: https://h2h.mitra.test/pulsa

3.1 Parameter Request
Parameter\tTipe\tWajib\tKeterangan
produk\tString\tYa\tKode produk
tujuan\tString\tYa\tNomor tujuan
`,
      facts: {
        path: '/login',
        'request /username required': true,
        'request /password required': true,
        'request /password type': 'string',
      },
      none: ['request /produk required', 'request /tujuan required'],
    },
    {
      what: 'labels apart by spaces, and an appendix that is a section without parts',
      page: `Interface Specification

Table of contents
1. Overview
2. Authorization token
3. Balance
4. Result codes

1. Overview
This document is for merchants.

2. Authorization token
HTTP Method : POST
Path        : /v2/auth/token
Base URL    : https://api.wallet.test

2.1 Request Body
${english}1\tclientId\tString (20)\tY\tYour id
2\tclientSecret\tString (64)\tY\tYour secret

2.2 Response Body
${english}1\taccessToken\tString\tY\tThe token, which is
a JWT
2\texpiresIn\tNumber\tY\tSeconds

3. Balance
HTTP Method : POST
Path        : /v2/balance

3.1 Request Body
${english}1\taccountNo\tString (20)\tY\tThe account

4. Result codes
Code\tMeaning
00\tSuccess
`,
      facts: {
        path: '/v2/auth/token',
        'request /clientId maxLength': 20,
        'request /clientSecret required': true,
        '200 /accessToken type': 'string',
        '200 /expiresIn type': 'number',
      },
      none: ['request /accountNo required'],
    },
  ]));
