// The release, served by the suite itself with the headers that the build wrote down. It remembers what was asked,
// and can be stopped, started again at the same address, or made to answer something else.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const DIST = path.resolve(process.env.TRELLIS_DIST ?? path.join(import.meta.dirname, '../../dist'));

const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  json: 'application/json', webmanifest: 'application/manifest+json', wasm: 'application/wasm',
  svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', wav: 'audio/wav', txt: 'text/plain; charset=utf-8',
};

export class Site {
  /** Every request: `{ method, url, cookie }`. */
  asked = [];
  #rules = readRules(path.join(DIST, '_headers'));
  #lies = [];
  #kept = true;
  #bare = false;
  #server = null;
  port = 0;

  static async open() {
    const site = new Site();
    await site.start();
    return site;
  }

  get address() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** Starts, or starts again where it was. */
  async start() {
    if (this.#server) return;
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((done, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(this.port, '127.0.0.1', done);
    });
    this.port = this.#server.address().port;
  }

  async stop() {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  /** From now on files with such a path are answered by what `change` makes of them: a body or a status. */
  lie(pattern, change) {
    this.#lies.push({ pattern, change });
  }

  /** From now on nothing may stay in the browser's cache: the next visit asks for every file again. */
  keepNothing() {
    this.#kept = false;
  }

  /** From now on nothing but a type is sent with a file, as by a host without headers of its own. */
  bare() {
    this.#bare = true;
  }

  honest() {
    this.#lies = [];
    this.#kept = true;
    this.#bare = false;
  }

  async #answer(request, response) {
    this.asked.push({ method: request.method, url: request.url, cookie: request.headers.cookie });
    const name = request.url.split('?')[0].slice(1) || 'index.html';
    const file = path.join(DIST, name);
    const inside = file.startsWith(DIST + path.sep);
    const body = inside ? await readFile(file).catch(() => null) : null;
    const { status, content } = this.#told(name, body);
    const type = TYPES[name.split('.').pop()] ?? 'application/octet-stream';
    const headers = { ...(this.#bare ? {} : headersOf(this.#rules, request.url)), 'Content-Type': type };
    // Only a file that is there may be kept.
    if (status !== 200 || !this.#kept) headers['Cache-Control'] = 'no-store';
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  #told(name, body) {
    const lie = this.#lies.find(({ pattern }) => pattern.test(name));
    if (!lie || body === null) return { status: body === null ? 404 : 200, content: body ?? 'There is no such file.' };
    const told = lie.change(body);
    return typeof told === 'number' ? { status: told, content: '' } : { status: 200, content: told };
  }
}

/** The paths that a release answers to; anything else is no business of the app. */
export function releaseFiles() {
  const release = JSON.parse(readFileSync(path.join(DIST, 'release.json'), 'utf8'));
  return new Set(['', 'index.html', 'sw.js', 'release.json', ...release.files.map((file) => file.path)]);
}

/**
 * The map of the content, where it lies, and how many parts each skill's lesson has. Each skill has an entry for every item and level; `plain` says that its
 * file needs nothing but the first module.
 */
export function releaseMap() {
  const name = [...releaseFiles()].find((file) => /^packs\/map(-\w+)?\.json$/.test(file));
  if (!name) throw new Error(`${DIST} has no map of its content: was it built with packs?`);
  const file = path.join(DIST, name);
  const map = JSON.parse(readFileSync(file, 'utf8'));
  const wider = new Set(map.units.filter((unit) => unit.wider).map((unit) => unit.id));
  for (const skill of map.skills) skill.items = (skill.items ?? []).flatMap((entry) => levels(skill, entry, wider));
  return { file, map, lessons: partsOfLessons(map) };
}

/** Each skill with a lesson, and how many parts it has. */
function partsOfLessons(map) {
  const units = map.units.filter(({ id }) => map.skills.some((skill) => skill.lesson === id));
  const read = (unit) => JSON.parse(readFileSync(path.join(DIST, 'packs', unit.file), 'utf8')).lesson;
  return new Map(units.flatMap(read).map(({ skill, part }) => [skill, part.length]));
}

/** An item stands in the map once, with lists of its levels and of the options it offers there. */
function levels(skill, entry, wider) {
  const unit = entry.unit ?? skill.unit;
  const options = [entry.options ?? 0].flat();
  return [entry.level].flat().map((level, at) => ({
    ...entry, unit, level, options: options[at] ?? options[0], plain: !wider.has(unit),
  }));
}

function readRules(file) {
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line)) rules.push({ pattern: glob(line.trim()), headers: [] });
    const header = /^\s+([\w-]+): (.*)$/.exec(line);
    if (header) rules.at(-1).headers.push([header[1], header[2]]);
  }
  return rules;
}

function glob(pattern) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function headersOf(rules, url) {
  const fitting = rules.filter((rule) => rule.pattern.test(url.split('?')[0]));
  return Object.fromEntries(fitting.flatMap((rule) => rule.headers));
}
