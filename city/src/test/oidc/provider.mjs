// A second, independent OpenID Connect provider for the tests of sign-in. It prints its port when it is ready.
//
//   node provider.mjs CLIENT_ADDRESS
//
// Anybody who names a person of the list below is let in. `/faults` tells it to lie: see `faults`.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { generateKeyPairSync, createSign } from 'node:crypto';
import Provider from 'oidc-provider';

const client = process.argv[2];
const server = createServer((request, response) => handle(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const people = {
  anna: { name: 'Anna Sala', realm_access: { roles: ['urbanisme', 'auditor', 'unknown-role'] } },
  bruno: { name: 'Bruno Re', realm_access: { roles: [] } },
};

const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const jwk = { ...signing.export({ format: 'jwk' }), kid: 'ours', alg: 'ES256', use: 'sig' };
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

// What it lies about in the next ID tokens, set by POST /faults with a JSON object:
// claims (laid over the true ones), key ('stranger' signs with a key that it does not publish), none (unsigned).
let faults = {};

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'city',
    client_secret: 'a-secret-that-no-log-may-show',
    redirect_uris: [`${client}/sign-in/return`],
    post_logout_redirect_uris: [`${client}/signed-out`],
    backchannel_logout_uri: `${client}/sign-out/back-channel`,
    backchannel_logout_session_required: true,
    id_token_signed_response_alg: 'ES256',
  }],
  jwks: { keys: [jwk] },
  cookies: { keys: ['for-tests-only'] },
  claims: { openid: ['sub'], profile: ['name', 'realm_access'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ['S256'] },
  findAccount: (context, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => { context.body = `<html><body>${form}</body></html>`; },
    },
    backchannelLogout: { enabled: true },
  },
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
});
provider.proxy = false;

const respond = provider.callback();

async function handle(request, response) {
  const url = new URL(request.url, issuer);
  if (url.pathname === '/faults') {
    faults = JSON.parse(await body(request) || '{}');
    response.end();
  } else if (url.pathname.startsWith('/interaction/')) {
    await interact(request, response, url);
  } else if (url.pathname === '/token' && Object.keys(faults).length > 0) {
    await lie(request, response);
  } else {
    respond(request, response);
  }
}

// GET shows who can be chosen; ?person= chooses, and consents to whatever is asked.
async function interact(request, response, url) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  const person = url.searchParams.get('person');
  if (prompt.name === 'login' && !person) {
    response.setHeader('content-type', 'text/html');
    response.end(Object.keys(people).map((p) => `<a href="?person=${p}">${p}</a>`).join(' '));
    return;
  }
  let result;
  if (person === 'nobody') {
    result = { error: 'access_denied' };
  } else if (prompt.name === 'login') {
    result = { login: { accountId: person } };
  } else {
    const grant = (grantId && await provider.Grant.find(grantId))
      || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    result = { consent: { grantId: await grant.save() } };
  }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

// Answers with a true token that was tampered with.
async function lie(request, response) {
  const whole = [];
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  response.write = (chunk) => { whole.push(Buffer.from(chunk)); return true; };
  response.end = (chunk) => {
    if (chunk) whole.push(Buffer.from(chunk));
    const answer = JSON.parse(Buffer.concat(whole).toString());
    if (answer.id_token) answer.id_token = tampered(answer.id_token);
    const sent = JSON.stringify(answer);
    response.setHeader('content-length', Buffer.byteLength(sent));
    write(sent);
    end();
  };
  respond(request, response);
}

function tampered(token) {
  const [head, claims] = token.split('.').slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  const now = Math.floor(Date.now() / 1000);
  const laid = { ...claims, ...(faults.claims || {}) };
  for (const name of ['exp', 'iat', 'nbf']) {
    if (faults[name] !== undefined) laid[name] = now + faults[name];
  }
  const header = faults.none ? { alg: 'none' } : head;
  const text = [header, laid].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  if (faults.none) return `${text}.`;
  const key = faults.key === 'stranger' ? stranger : signing;
  return `${text}.${createSign('sha256').update(text).sign({ key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

process.stdout.write(`${server.address().port}\n`);
