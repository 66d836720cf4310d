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
