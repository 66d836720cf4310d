// Progress files as any program can read them: see docs/progress-file.md.
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';

export const unzip = (bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);

/** The records of a file, each as its JSON. */
export function records(bytes) {
  const lines = unzip(bytes).toString('utf8').split('\n').slice(1);
  return lines.filter((line) => /^[0-9a-f]{8} \{/.test(line)).map((line) => JSON.parse(line.slice(9)));
}

/** The answers in a file in the order in which they were given, as `item@level/seed#attempt response`. */
export function answers(bytes) {
  const inOrder = records(bytes).sort((a, b) => a.h[0] - b.h[0] || a.h[1] - b.h[1] || (a.w < b.w ? -1 : 1));
  const facts = inOrder.map((record) => record.e).filter((event) => event.kind === 'answered');
  return facts.map((answer) => `${answer.item}@${answer.level}/${answer.seed}#${answer.attempt} ${answer.response}`);
}

/** The same file as a release of the future might write it: a higher version, a record of an unknown kind. */
export function newer(bytes) {
  const [head, ...rest] = unzip(bytes).toString('utf8').trimEnd().split('\n');
  const last = rest.pop();
  const template = JSON.parse(rest.at(-1).slice(9));
  const record = { ...template, v: 7, w: 'f'.repeat(template.w.length), n: 0, p: '0'.repeat(template.p.length), e: { kind: 'sung', song: 'la' } };
  const lines = [...rest, checked(JSON.stringify(record))].map((line) => `${line}\n`).join('');
  const footer = JSON.parse(last.replace(/^END [0-9a-f]{8} /, ''));
  const sha256 = createHash('sha256').update(lines).digest('hex');
  const end = checked(JSON.stringify({ ...footer, count: footer.count + 1, sha256 }));
  return gzipSync(Buffer.from(`${head.replace(/^(\S+) 1 /, '$1 7 ')}\n${lines}END ${end}\n`));
}

/** A file that says these events happened, a minute apart, until now. */
export function fileOf(events, learner = '0123456789abcdef01234567') {
  const writer = createHash('sha256').update(JSON.stringify(events)).digest('hex').slice(0, 24);
  const began = Date.now() - 60_000 * (events.length + 1);
  let link = '0'.repeat(32);
  const lines = events.map((e, n) => {
    const ms = began + 60_000 * n;
    const json = JSON.stringify({ v: 1, w: writer, n, h: [ms, 0], c: [ms, 0], p: link, e });
    link = createHash('sha256').update(json).digest('hex').slice(0, 32);
    return `${checked(json)}\n`;
  }).join('');
  const sha256 = createHash('sha256').update(lines).digest('hex');
  const end = checked(JSON.stringify({ count: events.length, sha256, heads: { [writer]: [events.length - 1, link] } }));
  return Buffer.from(`TRELLIS-PROGRESS 1 ${checked(JSON.stringify({ learner, created: [began, 0] }))}\n${lines}END ${end}\n`);
}

/** What is in a file under a passphrase, as any program could open it. */
export async function unlocked(file, passphrase) {
  const head = file.subarray(0, 41);
  const raw = new TextEncoder().encode(passphrase.normalize('NFC'));
  const phrase = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: file.subarray(9, 25), iterations: file.readUInt32LE(25) };
  const key = await crypto.subtle.deriveKey(how, phrase, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const cipher = { name: 'AES-GCM', iv: file.subarray(29, 41), additionalData: head };
  return Buffer.from(await crypto.subtle.decrypt(cipher, key, file.subarray(41)));
}

function checked(json) {
  return `${crc32(Buffer.from(json)).toString(16).padStart(8, '0')} ${json}`;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A record in which these skills were mastered. */
export function mastered(skills) {
  const shown = skills.map((skill) => ({ kind: 'level_shown', skill, level: 'mastered', model: 2 }));
  return fileOf([{ kind: 'profile', grade: 5 }, ...shown]);
}
