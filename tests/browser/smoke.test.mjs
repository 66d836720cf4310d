// The release opens, keeps its policy, works without a network, and says what is wrong where it cannot start.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, beforeEach, afterEach, describe, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { serve } from './server.mjs';

const dist = path.resolve(process.env.TRELLIS_DIST ?? path.join(import.meta.dirname, '../../dist'));
const ready = (page) => page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });

let server;
let browser;

before(async () => { server = await serve(dist); });
after(() => server.stop());
beforeEach(async () => { browser = await openBrowser(); });
afterEach(() => browser.close());

/** Opens the release and collects what it asks for, breaks and says. */
async function open(address = server.address) {
  const page = await browser.context.newPage();
  const seen = { violations: [], requests: [], errors: [] };
  await page.exposeFunction('violated', (what) => seen.violations.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (e) => window.violated(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
  });
  page.on('request', (request) => seen.requests.push(`${request.method()} ${request.url()}`));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) seen.errors.push(message.text()); });
  await page.goto(address);
  return { page, seen };
}

const controlled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {
  if (navigator.serviceWorker.controller) return true;
  return new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(true)));
}));

describe('the release', () => {
  test('opens without breaking its policy, and asks its own host for its own files alone', async () => {
    const { page, seen } = await open();
    await ready(page);
    await controlled(page);
    const release = JSON.parse(await readFile(path.join(dist, 'release.json'), 'utf8'));
    const files = new Set(['', 'sw.js', ...release.files.map((file) => file.path)]);
    assert.deepEqual(seen.violations, []);
    assert.deepEqual(seen.errors, []);
    const strangers = seen.requests.filter((request) => !files.has(request.replace(`GET ${server.address}`, '')));
    assert.deepEqual(strangers, []);
    assert.equal(await page.locator('.start-note:visible').count(), 0);
  });

  test('closes the channels that a policy leaves open', async () => {
    const { page } = await open();
    await ready(page);
    const open_ = await page.evaluate(() => ({
      names: ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource'].filter((n) => n in window),
      beacon: 'sendBeacon' in navigator,
    }));
    assert.deepEqual(open_, { names: [], beacon: false });
  });

  test('lets no other script in', async () => {
    const { page } = await open();
    await ready(page);
    const refused = await page.evaluate(() => {
      const attempts = {
        html: () => { document.body.innerHTML = '<b>hello</b>'; },
        policy: () => trustedTypes.createPolicy('trellis', {}),
        other: () => trustedTypes.createPolicy('other', {}),
        worker: () => new Worker('sw.js'),
        replaced: () => { 'use strict'; window.trellis.journal = null; },
      };
      return Object.entries(attempts).filter(([, attempt]) => { try { attempt(); return false; } catch { return true; } }).map(([name]) => name);
    });
    assert.deepEqual(refused, ['html', 'policy', 'other', 'worker', 'replaced']);
  });

  test('opens again when its host is gone', async () => {
    const first = await open();
    await ready(first.page);
    await controlled(first.page);
    await server.stop();
    try {
      await first.page.reload();
      await ready(first.page);
      const { page, seen } = await open();
      await ready(page);
      assert.deepEqual(seen.errors, []);
    } finally {
      server = await serve(dist, server.port);
    }
  });

  test('sends the policy with the page and spares the other files', async () => {
    const headers = async (name) => (await fetch(server.address + name, { headers: { 'accept-encoding': 'gzip, br' } })).headers;
    const page = await headers('');
    assert.match(page.get('content-security-policy'), /trusted-types trellis; frame-ancestors 'self'$/);
    assert.equal(page.get('cache-control'), 'no-cache');
    const release = JSON.parse(await readFile(path.join(dist, 'release.json'), 'utf8'));
    const wasm = await headers(release.files.find((file) => file.path.endsWith('.wasm')).path);
    assert.equal(wasm.get('content-type'), 'application/wasm');
    assert.equal(wasm.get('content-encoding'), 'br');
    assert.match(wasm.get('cache-control'), /immutable/);
    assert.equal(wasm.get('content-security-policy'), null);
    assert.equal((await fetch(`${server.address}%2e%2e/Cargo.toml`)).status, 404);
  });

  test('says what to do when it is opened from a file', async () => {
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(path.join(dist, 'index.html')).href);
    // The policy keeps the styles away too, so the words must be readable without them.
    for (const words of ['it needs a web address', 'necesita una dirección web']) {
      await page.getByText(words).waitFor({ state: 'visible', timeout: 15_000 });
      const box = await page.getByText(words).boundingBox();
      assert.ok(box.y + box.height < 768, `"${words}" lies below the window`);
    }
  });

  test('says what to do when the browser is too old', async () => {
    await browser.context.addInitScript(() => { delete globalThis.WebAssembly; });
    const { page } = await open();
    await page.getByText('too old for Trellis').waitFor({ state: 'visible' });
  });

  test('says what to do when a file of it is missing', async () => {
    const page = await browser.context.newPage();
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(server.address);
    await page.getByText('Trellis could not start').waitFor({ state: 'visible' });
  });
});
