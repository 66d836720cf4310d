// For the page about privacy: tries every way out of a page and of a worker, and forgets what is kept for use offline. Every attempt goes to a name that can never
// belong to anyone (RFC 2606), and each is judged by what the browser says of it: only what the browser itself reports as
// refused counts as blocked. A way that it would be wrong to try (it would leave the page) is not called safe.
const NOWHERE = 'https://outbound-probe.invalid/';
const PATIENCE = 700;

// What became of an attempt:
// blocked   the browser reported that the policy refused it
// removed   this app took the function away before it started
// absent    this browser has no such thing
// open      nothing refused it
// unknown   a script cannot see what became of it
// untried   trying it would leave the page
const exists = (name) => name in globalThis || name in navigator;

/** Tries one way after another; gives what became of each. */
async function tryAll(ways, removed) {
  const refused = [];
  const hear = (event) => refused.push(event);
  addEventListener('securitypolicyviolation', hear);
  const found = [];
  for (const way of ways) found.push({ id: way.id, said: await tryOne(way, removed, refused) });
  removeEventListener('securitypolicyviolation', hear);
  return found;
}

async function tryOne({ id, name, go, said }, removed, refused) {
  if (name && removed.includes(name)) return 'removed';
  if (name && !exists(name)) return 'absent';
  if (!go) return said;
  const before = refused.length;
  // The report names the address that was refused, of a frame no more than its host; a script or worker address is
  // refused before it is one.
  const mine = ({ blockedURI }) => blockedURI.includes(`/${id}`) || !/^(https?|wss):/.test(blockedURI)
    || blockedURI.replace(/\/$/, '') === NOWHERE.replace(/\/$/, '');
  const blocked = () => refused.slice(before).some(mine);
  let verdict = 'open';
  let undo;
  try {
    undo = go(NOWHERE + id);
    await until(blocked, undo);
  } catch (error) {
    // A function that refuses at once without a report: another origin's worker, a kind that this browser lacks.
    if (error?.name === 'SecurityError') verdict = 'blocked';
    if (error?.name === 'NotSupportedError') verdict = 'absent';
    await until(blocked);
  }
  if (typeof undo === 'function') undo();
  if (blocked()) return 'blocked';
  return said ?? verdict;
}

/** Until it is so, or patience ends. */
async function until(is, work) {
  const end = performance.now() + PATIENCE;
  if (typeof work?.catch === 'function') work.catch(() => {});
  while (!is() && performance.now() < end) await new Promise((next) => { setTimeout(next, 10); });
}

const element = (kind, set) => (address) => {
  const made = document.createElement(kind);
  set(made, address);
  document.body.append(made);
  return () => made.remove();
};
const link = (rel, more = {}) => element('link', (made, href) => Object.assign(made, { rel, href, ...more }));
const styled = (property) => element('div', (made, address) => { made.style[property] = `url("${address}")`; });

const ANYWHERE = [
  { id: 'fetch', name: 'fetch', go: (address) => fetch(address) },
  { id: 'fetch-blind', name: 'fetch', go: (address) => fetch(address, { method: 'POST', mode: 'no-cors', body: 'x' }) },
  { id: 'fetch-keepalive', name: 'fetch', go: (address) => fetch(address, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'x' }) },
  { id: 'xhr', name: 'XMLHttpRequest', go: (address) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.send();
    return () => request.abort();
  } },
  { id: 'websocket', name: 'WebSocket', go: (address) => {
    const socket = new WebSocket(address.replace('https', 'wss'));
    return () => socket.close();
  } },
  { id: 'eventsource', name: 'EventSource', go: (address) => {
    const source = new EventSource(address);
    return () => source.close();
  } },
  { id: 'webtransport', name: 'WebTransport', go: (address) => {
    const transport = new WebTransport(address);
    transport.ready.catch(() => {});
    transport.closed.catch(() => {});
    return () => { try { transport.close(); } catch { /* it never opened */ } };
  } },
  { id: 'cache-add', name: 'caches', go: (address) => caches.open('probe').then((cache) => cache.add(address)).finally(() => caches.delete('probe')) },
  { id: 'wasm-stream', name: 'fetch', go: (address) => WebAssembly.compileStreaming(fetch(address)) },
  { id: 'import', go: (address) => import(address) },
  { id: 'worker', name: 'Worker', go: (address) => {
    const worker = new Worker(address);
    return () => worker.terminate();
  } },
];

const ON_THE_PAGE = [
  ...ANYWHERE,
  { id: 'beacon', name: 'sendBeacon', go: (address) => { navigator.sendBeacon(address, 'x'); } },
  { id: 'fetch-later', name: 'fetchLater', go: (address) => {
    const later = new AbortController();
    fetchLater(address, { activateAfter: 0, signal: later.signal });
    return () => later.abort();
  } },
  { id: 'webrtc', name: 'RTCPeerConnection', said: 'open' },
  // An empty frame brings its functions along; whether it has them is looked at and not used: no policy would stop it.
  { id: 'webrtc-frame', go: () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const has = Boolean(frame.contentWindow?.RTCPeerConnection);
    frame.remove();
    if (!has) throw new DOMException('there is none', 'NotSupportedError');
  } },
  { id: 'shared-worker', name: 'SharedWorker', go: (address) => { new SharedWorker(address); } },
  { id: 'blob-worker', name: 'Worker', go: (address) => {
    const script = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(address)})`]));
    const worker = new Worker(script);
    return () => { worker.terminate(); URL.revokeObjectURL(script); };
  } },
  { id: 'service-worker', go: (address) => {
    if (!navigator.serviceWorker) throw new DOMException('there is none', 'NotSupportedError');
    return navigator.serviceWorker.register(address);
  } },
  { id: 'image', go: element('img', (made, address) => { made.src = address; }) },
  { id: 'image-set', go: element('img', (made, address) => { made.srcset = `${address} 1x`; }) },
  { id: 'image-svg', go: (address) => {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', address);
    picture.append(image);
    document.body.append(picture);
    return () => picture.remove();
  } },
  { id: 'audio', go: element('audio', (made, address) => { made.preload = 'auto'; made.src = address; }) },
  { id: 'video', go: element('video', (made, address) => { made.preload = 'auto'; made.src = address; }) },
  { id: 'track', said: 'unknown', go: element('video', (made, address) => {
    const track = document.createElement('track');
    Object.assign(track, { kind: 'subtitles', default: true, src: address });
    made.append(track);
    track.track.mode = 'showing';
  }) },
  { id: 'style-image', go: styled('backgroundImage') },
  { id: 'style-cursor', said: 'unknown', go: element('div', (made, address) => { made.style.cursor = `url("${address}"), auto`; }) },
  { id: 'stylesheet', go: link('stylesheet') },
  { id: 'style-import', go: (address) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@import url("${address}");`);
    if (sheet.cssRules.length === 0) throw new DOMException('such sheets import nothing', 'NotSupportedError');
  } },
  { id: 'font', go: (address) => new FontFace('probe', `url("${address}")`).load() },
  { id: 'script', go: element('script', (made, address) => { made.src = address; }) },
  { id: 'script-inline', go: (address) => element('script', (made) => { made.textContent = `fetch(${JSON.stringify(address)})`; })(address) },
  { id: 'markup', go: (address) => element('div', (made) => { made.innerHTML = `<img src="${address}">`; })(address) },
  { id: 'eval', go: (address) => { (0, eval)(`fetch(${JSON.stringify(address)})`); } },
  { id: 'frame', go: element('iframe', (made, address) => { made.src = address; }) },
  { id: 'object', go: element('object', (made, address) => { made.data = address; }) },
  { id: 'embed', go: element('embed', (made, address) => { made.src = address; }) },
  { id: 'form', go: (address) => {
    // Into a frame, so that the page would stay if nothing stopped it.
    const frame = document.createElement('iframe');
    frame.name = 'probe';
    const form = document.createElement('form');
    Object.assign(form, { action: address, method: 'post', target: 'probe' });
    document.body.append(frame, form);
    form.submit();
    return () => { frame.remove(); form.remove(); };
  } },
  { id: 'ping', said: 'unknown', go: (address) => {
    const made = document.createElement('a');
    // To where the page is already: without a fragment it would be loaded anew.
    made.href = location.hash || '#';
    made.ping = address;
    document.body.append(made);
    made.click();
    return () => made.remove();
  } },
  { id: 'prefetch', said: 'unknown', go: link('prefetch') },
  { id: 'preload', go: link('preload', { as: 'image' }) },
  { id: 'preload-module', go: link('modulepreload') },
  { id: 'preload-rules', go: (address) => element('script', (made) => {
    made.type = 'speculationrules';
    made.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [address] }] });
  })(address) },
  // What these ask for is a connection or a name, and no script is told.
  { id: 'preconnect', said: 'unknown', go: link('preconnect') },
  { id: 'dns-prefetch', said: 'unknown', go: link('dns-prefetch') },
  { id: 'leave-address', said: 'untried' },
  { id: 'leave-link', said: 'untried' },
  { id: 'leave-window', said: 'untried' },
  { id: 'leave-refresh', said: 'untried' },
];

const IN_A_WORKER = [
  ...ANYWHERE,
  { id: 'import-scripts', name: 'importScripts', go: (address) => { importScripts(address); } },
];

/** From inside the worker that asks for it. Nothing was removed there: it shows what its own policy does. */
export const inWorker = () => tryAll(IN_A_WORKER, []);

/** All ways, from everywhere; and what was loaded, as the browser counts it. `with_`: see `boot.js`. */
export async function all({ removed, prober, journal, runner }) {
  // Before anything is tried, because attempts may be counted too.
  const loaded = everythingLoaded();
  const ways = named('page', await tryAll(ON_THE_PAGE, removed));
  ways.push(...named('worker', await fromWorker(prober, runner)));
  ways.push(...named('journal', await fromJournal(journal)));
  ways.push(...named('service', await fromServiceWorker()));
  return JSON.stringify({ ways, ...loaded });
}

const named = (where, found) => found.map((way) => ({ where, ...way }));

function everythingLoaded() {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const loaded = entries.map(({ name }) => {
    const address = new URL(name, location.href);
    const ours = address.origin === location.origin;
    const path = address.pathname.split('/').pop() || './';
    return { name: ours ? path : address.origin, ours, asked: Boolean(address.search) };
  });
  return { loaded, whole: performance.getEntriesByType('resource').length < 250 };
}

/** What a worker answers, or nothing when it stays silent. */
function answer(worker, question) {
  return new Promise((done) => {
    if (!worker) return done(null);
    setTimeout(() => done(null), 30_000);
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = () => done(null);
    worker.postMessage(question);
  });
}

const NOT_KNOWN = [{ id: 'all', said: 'unknown' }];

async function fromWorker(start, runner) {
  let worker;
  try { worker = start(); } catch { /* this browser starts none */ }
  const found = await answer(worker, runner);
  worker?.terminate();
  return found ?? NOT_KNOWN;
}

async function fromJournal(start) {
  let worker;
  try { worker = start(); } catch { /* this browser starts none */ }
  const found = await answer(worker, { id: 0, op: 'ways' });
  worker?.terminate();
  if (!found?.value) return NOT_KNOWN;
  // Its functions for sending were taken away by its first lines; what it names is still there.
  const ids = { fetch: 'fetch', XMLHttpRequest: 'xhr', WebSocket: 'websocket', EventSource: 'eventsource', WebTransport: 'webtransport',
    caches: 'cache-add', Worker: 'worker', importScripts: 'import-scripts' };
  return Object.entries(ids).map(([name, id]) => ({ id, said: found.value.includes(name) ? 'open' : 'removed' }));
}

async function fromServiceWorker() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return NOT_KNOWN;
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    setTimeout(() => done(null), 5_000);
  });
  worker.postMessage({ probe: NOWHERE }, [port2]);
  return await heard ?? NOT_KNOWN;
}

// Drops the files kept for use without a network, and whoever keeps them. Another copy of Trellis on this host keeps its own.
export async function forget() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const mine = `trellis ${new URL('./', location.href).href} `;
  const names = globalThis.caches ? (await caches.keys()).filter((name) => name.startsWith(mine)) : [];
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration?.unregister();
  return true;
}
