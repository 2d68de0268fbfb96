// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenID Connect issuer on a free port of loopback: the npm package oidc-provider, with a sign-in page of its own.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, exportSPKI, importJWK } from 'jose';
import { Provider } from 'oidc-provider';

export const client = { id: 'headway', secret: 'odd:secret/of %test+' };
export const audience = 'https://headway.example/api';
const script = 'script';

async function makeKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' };
}

/// Whoever may sign in: { ines: { email, email_verified, name } }.
function settings(people, keys) {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: ['http://localhost/api/auth/oidc/callback'],
        post_logout_redirect_uris: ['http://localhost/'],
      },
      {
        client_id: script,
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://localhost/script'],
      },
    ],
    jwks: { keys },
    cookies: { keys: ['not a secret: cookies of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = `<!doctype html><html lang="en"><title>Sign out of the test's issuer</title><main><h1>Test issuer</h1>${form}
<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button></main></html>`;
        },
      },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'openid', audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => (people[sub] ? { accountId: sub, claims: () => ({ sub, ...people[sub] }) } : undefined),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      grant.addResourceScope(audience, 'openid');
      await grant.save();
      return grant;
    },
  };
}

const page = `<!doctype html><html lang="en"><title>Sign in at the test's issuer</title><main><h1>Test issuer</h1>
<form method="post"><label>Name <input name="as"></label><button>Sign in</button><button name="deny" value="1">Cancel</button></form></main></html>`;

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

async function interact(provider, request, reply) {
  if (request.method !== 'POST') {
    reply.setHeader('Content-Type', 'text/html; charset=utf-8');
    return reply.end(page);
  }
  const form = await bodyOf(request);
  const result = form.get('deny') ? { error: 'access_denied' } : { login: { accountId: form.get('as') } };
  return provider.interactionFinished(request, reply, result);
}

export async function startIssuer(people) {
  let answer = (_, reply) => reply.end();
  const server = createServer((request, reply) => answer(request, reply));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  let keys = [];

  /// `keepOld`: the old key stays in the list behind the new one.
  async function rotate(keepOld = false) {
    keys = [await makeKey(), ...(keepOld ? keys : [])];
    const provider = new Provider(url, settings(people, keys));
    provider.Client.prototype.redirectUriAllowed = (uri) => /^http:\/\/(127\.0\.0\.1:\d+|localhost)\//.test(uri);
    provider.Client.prototype.postLogoutRedirectUriAllowed = provider.Client.prototype.redirectUriAllowed;
    const rest = provider.callback();
    answer = (request, reply) => (request.url.startsWith('/interaction/') ? interact(provider, request, reply) : rest(request, reply));
  }
  await rotate();
  const own = () => importJWK(keys[0], 'RS256');

  /// Follows an authorization request as a browser would, signs in, and answers with the address it ends at.
  async function signIn(start, as) {
    const home = new URL(new URL(start).searchParams.get('redirect_uri'));
    const cookies = new Map();
    let next = start;
    let form;
    for (let step = 0; step < 12; step += 1) {
      const reply = await fetch(next, {
        method: form ? 'POST' : 'GET',
        body: form,
        redirect: 'manual',
        headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of reply.headers.getSetCookie()) {
        const [name, ...value] = line.split(';')[0].split('=');
        cookies.set(name, value.join('='));
      }
      const location = reply.headers.get('location');
      form = undefined;
      if (location) {
        next = new URL(location, next).href;
        if (next.startsWith(home.href)) return next;
      } else if (new URL(next).pathname.startsWith('/interaction/')) {
        form = new URLSearchParams(as === 'deny' ? { deny: '1' } : { as });
      } else {
        throw new Error(`${reply.status} at ${next}: ${await reply.text()}`);
      }
    }
    throw new Error('the issuer leads round and round');
  }

  /// A real access token for the API, as a script of that person gets it.
  async function apiToken(as) {
    const verifier = Buffer.from(crypto.getRandomValues(new Uint8Array(40))).toString('base64url');
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url');
    const redirect = 'http://localhost/script';
    const query = { response_type: 'code', client_id: script, redirect_uri: redirect, scope: 'openid', resource: audience };
    const address = `${url}/auth?${new URLSearchParams({ ...query, code_challenge: challenge, code_challenge_method: 'S256' })}`;
    const code = new URL(await signIn(address, as)).searchParams.get('code');
    const body = { grant_type: 'authorization_code', code, redirect_uri: redirect, client_id: script, code_verifier: verifier, resource: audience };
    const reply = await (await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(body) })).json();
    return reply.access_token;
  }

  /// A token of one's own making. `by`: "issuer" (its true key), "stranger" (another key under the true key's id),
  /// "none" (alg none), "public" (HS256 with the issuer's public key as the secret).
  async function mint({ claims, header = {}, by }) {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: url, aud: audience, iat: now, exp: now + 300, ...claims };
    if (by === 'none') return new UnsecuredJWT(all).encode();
    const head = { alg: 'RS256', kid: keys[0].kid, typ: 'at+jwt', ...header };
    if (by === 'stranger') return new SignJWT(all).setProtectedHeader(head).sign((await generateKeyPair('RS256')).privateKey);
    if (by === 'public') {
      const { n, e, kty } = keys[0];
      const pem = await exportSPKI(await importJWK({ n, e, kty }, 'RS256', { extractable: true }));
      return new SignJWT(all).setProtectedHeader({ ...head, alg: 'HS256' }).sign(Buffer.from(pem));
    }
    return new SignJWT(all).setProtectedHeader(head).sign(await own());
  }

  return {
    url,
    rotate,
    signIn,
    apiToken,
    mint,
    /// It answers nothing but errors until the next rotation.
    fail() {
      answer = (_, reply) => reply.writeHead(503).end();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
