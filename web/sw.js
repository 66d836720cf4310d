// Keeps one whole release for use without a network. A newer release waits until every page of the older is closed.
// The build fills in the next line: the release's version, each file's digest, and the files of the course.
const RELEASE = { version: 'none', files: {}, course: [] };

const scope = self.registration.scope;
// Several copies of Trellis on one host each keep their own.
const prefix = `trellis ${scope} `;
const cacheName = prefix + RELEASE.version;
const addresses = new Map(Object.entries(RELEASE.files).map(([path, integrity]) => [new URL(path, scope).href, integrity]));
const course = new Set(RELEASE.course.map((path) => new URL(path, scope).href));
const page = new URL('./', scope).href;
// The one file that a host may change by hand.
const config = new URL('config.json', scope).href;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver());
});
self.addEventListener('fetch', (event) => {
  const address = addressOf(event.request);
  if (address) event.respondWith(address === config ? latest() : answer(address, event.request));
});
self.addEventListener('message', ({ data, ports: [port] }) => { if (data?.probe) tryOut(data.probe).then((found) => port.postMessage(found)); });

// The app's own files all or none: half a release would break on the first missing one. A file of the course that does
// not arrive now is kept when it is first asked for, or when the learner asks for the whole course.
async function install() {
  try {
    const cache = await caches.open(cacheName);
    const keeping = (wanted) => [...addresses].filter(([address]) => course.has(address) === wanted)
      .map(([address, integrity]) => keep(cache, address, integrity));
    await Promise.all(keeping(false));
    await Promise.allSettled([...keeping(true), latest()]);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function keep(cache, address, integrity) {
  // A name with a hash means the same content in every release.
  const hashed = /-[0-9a-f]{12,}\.\w+$/.test(address);
  const known = hashed && await caches.match(address);
  const response = known || await fetch(address, { integrity, cache: hashed ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} for a file of the release`);
  await cache.put(address, response);
}

async function activate() {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  // The first release may serve the page that is open, so that it works offline at once; a later one may not.
  if (older.length === 0) await self.clients.claim();
}

// A learner asked for it. With a second page open it waits on: nobody's session is interrupted.
async function takeOver() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

// The file that answers a request; nothing for what is not ours to answer.
function addressOf(request) {
  const address = request.url.split('#')[0].split('?')[0];
  if (request.method !== 'GET' || !address.startsWith(scope)) return null;
  if (address === config || addresses.has(address)) return address;
  return request.mode === 'navigate' ? page : null;
}

async function answer(address, request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address);
  if (kept) return kept;
  try {
    await keep(cache, address, addresses.get(address));
    return await cache.match(address) ?? fetch(request);
  } catch {
    return fetch(request);
  }
}

// As its host has it now; without a network as it was.
async function latest() {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(config, { cache: 'no-cache' });
    if (response.ok) await cache.put(config, response.clone());
    return response;
  } catch {
    return await cache.match(config) ?? Response.error();
  }
}

// Tries to reach another host from here, for the page about privacy.
async function tryOut(nowhere) {
  const refused = [];
  const hear = (event) => refused.push(event.blockedURI);
  self.addEventListener('securitypolicyviolation', hear);
  await fetch(`${nowhere}service-fetch`, { mode: 'no-cors' }).catch(() => {});
  await new Promise((next) => { setTimeout(next, 100); });
  self.removeEventListener('securitypolicyviolation', hear);
  return [{ id: 'fetch', said: refused.some((address) => address.startsWith(nowhere)) ? 'blocked' : 'open' }];
}
