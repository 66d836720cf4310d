// The first script of the page. It closes the ways out, makes the one Trusted Types policy, and starts the app.
// The build fills in the next two lines: the names of the release's files, and the script that loads the app.
const FILES = { wasm: 'trellis.wasm' };
import start from './trellis.js';

// A policy of content cannot close these; nothing here needs them.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource']) {
  delete globalThis[name];
}
delete Navigator.prototype.sendBeacon;

// Scripts can come from our own files alone, and markup from nowhere.
const ours = (name) => {
  if (!Object.values(FILES).includes(name)) throw new TypeError(`${name} is not a file of Trellis`);
  return name;
};
const policy = globalThis.trustedTypes?.createPolicy('trellis', { createScriptURL: ours }) ?? { createScriptURL: ours };

// What the app may ask of this script: the worker that keeps the journal.
const trellis = Object.freeze({
  journal: () => new Worker(policy.createScriptURL(FILES.journal), { name: 'journal' }),
});
Object.defineProperty(globalThis, 'trellis', { value: trellis });

const tell = (id) => { document.getElementById(id).hidden = false; };
const stop = (id) => { tell(id); document.getElementById('app').hidden = true; };

if (!globalThis.isSecureContext) tell('not-secure');
if (globalThis.WebAssembly) {
  start({ module_or_path: FILES.wasm }).then(keepForOffline, (error) => {
    stop('not-started');
    throw error;
  });
} else {
  stop('too-old');
}

// After the first question, so that it does not compete with it.
function keepForOffline() {
  if (!FILES.offline || !navigator.serviceWorker) return;
  const register = () => {
    const address = policy.createScriptURL(FILES.offline);
    // Where a browser forbids it the app works all the same, online.
    navigator.serviceWorker.register(address, { updateViaCache: 'none' }).catch(() => {});
  };
  const whenIdle = () => (globalThis.requestIdleCallback ?? setTimeout)(register);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
