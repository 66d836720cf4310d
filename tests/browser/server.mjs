// The release's own server, as `cargo xtask serve` runs it: same headers, same compressed files.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

export const XTASK = process.env.XTASK ?? path.resolve(import.meta.dirname, '../../target/xtask/xtask');

// No server outlives the program that started it.
const running = new Set();
process.once('exit', () => running.forEach((program) => program.kill()));

/** Serves a folder; gives its address (ending in `/`), its port, and how to stop it. */
export async function serve(folder, port = 0) {
  const program = spawn(XTASK, ['serve', '--no-build', '--root', path.resolve(folder), '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(program);
  const address = await new Promise((found, failed) => {
    program.once('error', failed);
    program.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    createInterface(program.stdout).on('line', (line) => {
      const ready = /Trellis is ready: (\S+)/.exec(line);
      if (ready) found(ready[1]);
    });
  });
  return { address, port: Number(new URL(address).port), stop: () => ended(program) };
}

function ended(program) {
  return new Promise((done) => {
    program.removeAllListeners('exit');
    program.once('exit', done);
    running.delete(program);
    program.kill();
  });
}
