// The first script of the page. It closes the ways out, makes the one Trusted Types policy, and starts the app.
// The build fills in the next two lines: the names of the release's files, and the script that loads the app.
const FILES = { wasm: 'trellis.wasm' };
import start from './trellis.js';

// A policy of content cannot close these; nothing here needs them.
const removed = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource', 'fetchLater']
  .filter((name) => name in globalThis && delete globalThis[name] && !(name in globalThis));
if ('sendBeacon' in navigator && delete Navigator.prototype.sendBeacon && !('sendBeacon' in navigator)) removed.push('sendBeacon');

// Scripts can come from our own files alone, and markup from nowhere.
const ours = (name) => {
  if (!Object.values(FILES).includes(name) || !name.endsWith('.js')) throw new TypeError(`${name} is not a script of Trellis`);
  return name;
};
const policy = globalThis.trustedTypes?.createPolicy('trellis', { createScriptURL: ours }) ?? { createScriptURL: ours };

// Whether the service worker keeps this file for use without a network; it fetches what it lacks. Nothing where the
// browser has no service worker for this page, or it does not come.
async function keeps(path) {
  const never = new Promise((resolve) => { setTimeout(resolve, 20_000); });
  if (!navigator.serviceWorker || !await Promise.race([navigator.serviceWorker.ready, never])) return null;
  const address = new URL(path, location.href).href;
  if (!await caches.match(address)) await fetch(address).then((response) => response.blob(), () => {});
  return Boolean(await caches.match(address));
}

// What the page about privacy does is fetched when it is opened.
const proof = () => import(`./${FILES.probe}`);
const worker = (name, type) => () => new Worker(policy.createScriptURL(FILES[name]), { name, type });

// The learner wants the newer release now. It takes the older one's place only if no other page of that is open; then
// this page begins anew with it.
async function update() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const changed = new Promise((resolve) => {
    navigator.serviceWorker?.addEventListener('controllerchange', resolve, { once: true });
    setTimeout(resolve, 3_000);
  });
  registration?.waiting?.postMessage('take over');
  await changed;
  location.reload();
}

// On a later visit, when all of this lies on the device, what the app asks for first is begun while its program is still being
// compiled: the worker that reads the journal and keys, the browser's database, and the parts of the program that show a
// record. A linked question and one for a whole room need none of it.
const again = navigator.serviceWorker?.controller && !/^#\/(q\/|project)/.test(location.hash);
let reader = again && navigator.storage?.getDirectory && worker('journal')();
// One that could not start is of no use to anybody; the app makes another.
if (reader) reader.onerror = () => { reader = null; };
const journal = () => {
  const begun = reader;
  reader = null;
  return begun || worker('journal')();
};
if (again) {
  globalThis.indexedDB?.databases?.().catch(() => {});
  for (const href of FILES.record ?? []) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }));
  }
}

// The styles of pages that nobody begins with: some time after the first page stands, or at once where such a page was
// asked for.
const dress = () => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: FILES.styles }));
if (/^#\/(?!q\/|practice)./.test(location.hash)) dress();
else new MutationObserver((_, ready) => { ready.disconnect(); setTimeout(dress, 1_000); }).observe(document.documentElement, { attributeFilter: ['data-ready'] });

// What the app may ask of this script: the worker that keeps the journal, what is kept of the course, a newer release,
// and the proof that nothing leaves.
const trellis = Object.freeze({
  journal,
  // Folds files for the class view.
  folder: worker('folder', 'module'),
  keeps,
  // Drops what is kept for use without a network.
  forget: () => proof().then(({ forget }) => forget()),
  // Tries every way out, for the page about privacy.
  probe: () => proof().then(({ all }) => all({
    removed, prober: worker('prober'), journal: worker('journal'), runner: new URL(FILES.probe, location.href).href,
  })),
  update,
});
Object.defineProperty(globalThis, 'trellis', { value: trellis });

// A frame may forbid forms, and then nobody hears that one was submitted. None of ours is sent anywhere: it is told here.
if (parent !== window) addEventListener('click', (event) => {
  const button = event.target.closest('[type=submit]');
  if (!button?.form?.reportValidity()) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
});

const tell = (id) => { document.getElementById(id).hidden = false; };
const stop = (id) => { tell(id); document.getElementById('app').hidden = true; };

if (!globalThis.isSecureContext) tell('not-secure');
if (globalThis.WebAssembly) {
  start({ module_or_path: FILES.wasm }).then(() => whenReady(install), (error) => {
    stop('not-started');
    throw error;
  });
} else {
  stop('too-old');
}

// What follows must not compete with the first question.
function whenReady(then) {
  const page = document.documentElement;
  const whenIdle = () => (globalThis.requestIdleCallback ?? setTimeout)(then);
  if (page.dataset.ready === 'true') {
    whenIdle();
    return;
  }
  const watcher = new MutationObserver(() => {
    if (page.dataset.ready !== 'true') return;
    watcher.disconnect();
    whenIdle();
  });
  watcher.observe(page, { attributeFilter: ['data-ready'] });
}

// Makes the app installable, and keeps it for use without a network; inside a learning platform it is a guest.
function install() {
  if (globalThis.trellisLms) return;
  if (FILES.manifest) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: FILES.manifest }));
  }
  if (FILES.offline && navigator.serviceWorker) {
    const address = policy.createScriptURL(FILES.offline);
    // Where a browser forbids it the app works all the same, online.
    navigator.serviceWorker.register(address, { updateViaCache: 'none' }).then(watch, () => {});
  }
}

// A newer release is fetched whole and waits. The page says so, and goes on as it was.
function watch(registration) {
  // Where a service worker is not let in, some browsers register nothing and do not say so.
  if (!registration) return;
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) dispatchEvent(new Event('trellis-update'));
  };
  const follow = () => registration.installing?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', follow);
  follow();
  tell();
}
