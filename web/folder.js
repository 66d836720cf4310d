// Folds progress files beside the page of the class view: the same program as the page runs, without a page.
// The build fills in the next two lines: the name of the program, and the script that loads it.
const FILES = { wasm: 'trellis.wasm' };
import start from './trellis.js';

// It has nothing to send: what could goes first, wherever it is inherited from; and fetching, as soon as the program is whole.
const shut = (names) => {
  for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) for (const name of names) Reflect.deleteProperty(holder, name);
};
shut(['XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'Worker', 'caches', 'indexedDB', 'importScripts', 'BroadcastChannel', 'RTCPeerConnection']);
globalThis.trellisWhole = () => {
  shut(['fetch']);
  postMessage({ whole: true });
};

// Whoever started it only hears of an error that nothing awaits.
addEventListener('unhandledrejection', ({ reason }) => { setTimeout(() => { throw reason; }); });
start({ module_or_path: FILES.wasm });
