/** API gateways and hosts of other people's programs that may answer in a provider's place, and the marks of their answers: data. */
import type { Front } from './front-marks.ts';

/** A JSON object whose only member is a message. */
const onlyMessage = /^\s*\{\s*"message"\s*:\s*(?:"[^"]*"|null)\s*\}\s*$/;

/** What an API gateway says of a request that it did not hand on, mostly as JSON or plain text. */
export const gateways: readonly Front[] = [
  {
    name: 'Amazon API Gateway',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    any: ['x-amzn-errortype', 'x-amz-apigw-id', 'apigw-requestid'].map((header) => ({
      header: [header],
      plain: onlyMessage,
    })),
  },
  {
    name: 'Azure API Management',
    source: 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
    // Frameworks write the same members, so that the words tell them apart.
    any: [
      { plain: /^\{\s*"statusCode"\s*:\s*401\s*,\s*"message"\s*:\s*"Access denied due to / },
      { plain: /^\{\s*"statusCode"\s*:\s*404\s*,\s*"message"\s*:\s*"Resource not found"\s*\}/ },
      { plain: /^\{\s*"statusCode"\s*:\s*500\s*,\s*"message"\s*:\s*"Internal server error"\s*,\s*"activityId"/ },
    ],
  },
  {
    name: 'Azure App Service, whose application is stopped',
    source: 'https://learn.microsoft.com/azure/app-service/overview-diagnostics',
    any: [{ text: ['this web app is stopped'] }],
  },
  {
    name: 'Apigee',
    source: 'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/runtime/about-runtime-errors',
    any: [{ plain: /^\{\s*"fault"\s*:\s*\{\s*"faultstring"\s*:/ }],
  },
  {
    name: 'Google Cloud Endpoints',
    source: 'https://cloud.google.com/endpoints/docs/openapi/troubleshoot-response-errors',
    any: [{ plain: /"@type"\s*:\s*"type\.googleapis\.com\/google\.rpc\.DebugInfo"/ }],
  },
  {
    name: 'Google Identity-Aware Proxy',
    source: 'https://cloud.google.com/iap/docs/faq',
    any: [{ header: ['x-goog-iap-generated-response'] }],
  },
  {
    name: 'Kong',
    source: 'https://github.com/Kong/kong/blob/master/kong/error_handlers.lua',
    any: [
      { header: ['server', 'kong/'], plain: /^\s*\{\s*"message"\s*:/ },
      { plain: /^\s*\{\s*"message"\s*:\s*"no Route matched with those values"/ },
    ],
  },
  {
    name: 'Tyk',
    source: 'https://github.com/TykTechnologies/tyk/blob/master/gateway/handler_error.go',
    any: [{ header: ['x-generator', 'tyk.io'], plain: /^\s*\{\s*"error"\s*:/ }],
  },
  {
    name: 'WSO2 API Manager',
    source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    any: [{ plain: /^\s*\{\s*"(?:fault"\s*:\s*\{\s*")?code"\s*:\s*"?900\d{3}"?\s*,\s*"message"/ }],
  },
  {
    name: 'Envoy',
    source: 'https://github.com/envoyproxy/envoy/tree/main/source/extensions/filters/http',
    any: [/^Jwt /, /^fault filter abort/, /^upstream connect error/, /^no healthy upstream/].map((plain) => ({
      header: ['server', 'envoy'],
      plain,
    })),
  },
  {
    name: 'the default backend of an ingress of Kubernetes',
    source: 'https://kubernetes.github.io/ingress-nginx/user-guide/default-backend/',
    any: [{ plain: /^default backend - 404/ }],
  },
  {
    name: 'HAProxy, by one of its rules',
    source: 'https://github.com/haproxy/haproxy/blob/master/src/http.c',
    any: [{ text: ['request forbidden by administrative rules'] }],
  },
  {
    name: 'Fastly',
    source: 'https://www.fastly.com/documentation/guides/full-site-delivery/debugging/common-503-errors/',
    any: [{ text: ['details: cache-', 'varnish cache server'] }],
  },
  {
    name: 'F5 BIG-IP',
    source: 'https://my.f5.com/manage/s/article/K7825',
    any: [{ plain: /^\s*\{.{0,60}"?supportID"?.{0,60}The requested URL was rejected/is }],
  },
  {
    name: 'IBM API Connect',
    source: 'https://www.ibm.com/docs/en/api-connect/software/10.0.8_lts?topic=gateway-error-handling',
    any: [{ plain: /^\s*\{\s*"httpCode"\s*:\s*"\d{3}"\s*,\s*"httpMessage"\s*:/ }],
  },
  {
    name: 'MuleSoft',
    source: 'https://docs.mulesoft.com/gateway/latest/policies-included-client-id-enforcement',
    any: [{ header: ['www-authenticate', 'client-id-enforcement'] }],
  },
  {
    name: 'Oracle API Gateway',
    source: 'https://docs.oracle.com/iaas/Content/APIGateway/Concepts/apigatewayconcepts.htm',
    any: [{ header: ['opc-request-id'], plain: /^\s*\{\s*"code"\s*:\s*\d{3}\s*,\s*"message"\s*:/ }],
  },
  {
    name: 'Alibaba Cloud API Gateway',
    source: 'https://www.alibabacloud.com/help/en/api-gateway/user-guide/error-codes',
    any: [{ header: ['x-ca-error-message'] }],
  },
  {
    name: 'Tencent Cloud API Gateway',
    source: 'https://www.tencentcloud.com/document/product/628',
    any: [{ header: ['x-api-requestid'], plain: /^\s*\{\s*"message"\s*:\s*"Not Found, / }],
  },
  {
    name: 'Heroku',
    source: 'https://devcenter.heroku.com/articles/error-pages',
    any: [{ title: 'heroku |' }, { markup: 'herokucdn.com/error-pages/' }],
  },
  {
    name: 'Vercel',
    source: 'https://vercel.com/docs/errors',
    any: [{ header: ['x-vercel-error', 'deployment_'] }],
  },
  {
    name: 'Netlify',
    source: 'https://docs.netlify.com/routing/overview/',
    any: [{ header: ['server', 'netlify'], plain: /^Not Found - Request ID/ }],
  },
  {
    name: 'ngrok',
    source: 'https://ngrok.com/docs/errors/',
    any: [{ header: ['ngrok-error-code'] }],
  },
];
