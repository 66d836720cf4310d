// What lies on the disk of a device, and what takes it away.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What a school's overnight wipe does to the page's storage. */
export async function wipe(context, trellis) {
  const origin = new URL(trellis.address).origin;
  await trellis.page.goto('about:blank');
  const session = await context.newCDPSession(trellis.page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

/** What lies in the place of the open learner's key. */
export async function keyFile(trellis) {
  const bytes = await trellis.page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('trellis');
    const keys = await root.getDirectoryHandle('keys');
    for await (const entry of keys.values()) return [...new Uint8Array(await (await entry.getFile()).arrayBuffer())];
    return [];
  });
  return Buffer.from(bytes);
}

/** The files under a folder that hold any of these bytes. */
export async function holders(folder, needles) {
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (needles.some((needle) => bytes.includes(needle))) found.push(path.relative(folder, file));
  }
  return found;
}
