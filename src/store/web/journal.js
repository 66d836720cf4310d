// The journal: a second copy of every learner's log, in files only this worker writes. It knows nothing of what
// it stores. Each tab appends to a file of its own. {id, op, ...} is answered by {id, value} or {id, error}.
'use strict';
// It has nothing to send and nothing to fetch: what could do either goes first, wherever it is inherited from.
const WAYS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'Worker', 'caches', 'importScripts'];
for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) for (const name of WAYS) Reflect.deleteProperty(holder, name);

const mine = new Map(); // "folder/file" -> the handle this tab appends through

const folder = async (name, create = false) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('trellis', { create });
  return name ? root.getDirectoryHandle(name, { create }) : root;
};
const handle = async (dir, file, create = false) =>
  (await dir.getFileHandle(file, { create })).createSyncAccessHandle();
const ifThere = (promise) => promise.catch((error) => {
  if (error.name !== 'NotFoundError') throw error;
});

const own = async (name, file) => {
  const path = `${name}/${file}`;
  if (!mine.has(path)) mine.set(path, await handle(await folder(name, true), file, true));
  return mine.get(path);
};

// All of the bytes, flushed; or none of them, and an error.
const append = (to, bytes) => {
  const at = to.getSize();
  try {
    if (to.write(bytes, { at }) < bytes.length) throw new DOMException('full', 'QuotaExceededError');
    to.flush();
  } catch (error) {
    to.truncate(at);
    throw error;
  }
};

// A small file, in one go.
const write = (to, bytes) => {
  try {
    to.write(bytes, { at: 0 });
    to.truncate(bytes.length);
    to.flush();
  } finally {
    to.close();
  }
};

const ops = {
  // Which ways out are still there: for the page about privacy.
  async ways() {
    return WAYS.filter((name) => name in self);
  },
  async read({ name }) {
    const dir = await ifThere(folder(name));
    const files = [];
    if (dir) for await (const entry of dir.values()) {
      const bytes = await ifThere(entry.getFile().then((file) => file.arrayBuffer()));
      if (bytes) files.push([entry.name, bytes]);
    }
    return files;
  },
  async append({ name, file, bytes }) {
    append(await own(name, file), bytes);
  },
  // Adds the bytes, then drops the files they replace: not one that another tab holds, or that has grown since.
  async tidy({ name, file, bytes, old }) {
    const dir = await folder(name, true);
    const taken = [];
    try {
      for (const [from, size] of old) {
        const opened = await handle(dir, from).catch(() => null);
        if (opened?.getSize() === size) taken.push([from, opened]);
        else opened?.close();
      }
      append(await own(name, file), bytes);
    } finally {
      for (const [, opened] of taken) opened.close();
    }
    for (const [from] of taken) await dir.removeEntry(from);
  },
  async put({ name, file, bytes }) {
    write(await handle(await folder(name, true), file, true), bytes);
  },
  // Overwritten in place, then removed.
  async shred({ name, file }) {
    const dir = await ifThere(folder(name));
    const to = dir && await ifThere(handle(dir, file));
    if (!to) return;
    write(to, crypto.getRandomValues(new Uint8Array(to.getSize())));
    await dir.removeEntry(file);
  },
  async remove({ name }) {
    for (const [path, opened] of mine) if (path.startsWith(name)) {
      opened.close();
      mine.delete(path);
    }
    const root = await ifThere(folder());
    if (root) await ifThere(root.removeEntry(name, { recursive: true }));
  },
};

let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(() => ops[data.op](data)).then(
    (value) => postMessage({ id: data.id, value }),
    ({ name, message }) => postMessage({ id: data.id, error: { name, message } }),
  );
};
