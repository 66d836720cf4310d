// What must never happen on any page: a broken policy, an error, a request that is not ours.
import assert from 'node:assert/strict';
import { releaseFiles } from './site.mjs';

/** What the browser says of an attempt that it refuses. */
const ATTEMPTS = [
  /outbound-probe\.invalid/, /^policy: (require-trusted-types-for|trusted-types)/, /^policy: \S+ (inline|eval|blob|data)/,
  /^console: .*(Content Security Policy|TrustedScript|TrustedHTML|ERR_BLOCKED_BY_CSP|Refused to|violates the following)/,
];

export class Watch {
  #bad = [];
  #allowed = [];
  #site;

  static async over(context, site) {
    const watch = new Watch();
    watch.#site = site;
    site.asked.length = 0;
    await context.exposeFunction('violated', (what) => watch.#note(`policy: ${what}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (e) => window.violated(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
      addEventListener('unhandledrejection', (e) => window.violated(`unhandled rejection: ${e.reason}`));
    });
    context.on('request', (request) => watch.#request(request));
    context.on('page', (page) => watch.#page(page));
    return watch;
  }

  /** Says that a fault is what this story is about. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Says that the proof of privacy is opened, which tries every way out: what its attempts cause is what they are for. */
  allowAttempts() {
    this.#allowed.push(...ATTEMPTS);
  }

  /** Fails where anything happened that must not. */
  check() {
    this.#askedOfTheHost();
    assert.deepEqual(this.#forbidden(), [], 'the page did what it must not');
  }

  /** Fails where a request was made that must not be: for stories whose browser is killed, which is full of errors. */
  checkRequests() {
    this.#askedOfTheHost();
    assert.deepEqual(this.#forbidden().filter((what) => what.startsWith('request:')), [], 'the page asked for what it must not');
  }

  #forbidden() {
    return this.#bad.filter((what) => !this.#allowed.some((pattern) => pattern.test(what)));
  }

  /** Its own host sees GETs of files of the release, without a query and without a cookie. */
  #askedOfTheHost() {
    const files = releaseFiles();
    for (const { method, url, cookie } of this.#site.asked) {
      if (method !== 'GET' || !files.has(url.slice(1)) || cookie) this.#note(`request: ${method} ${url} ${cookie ?? ''}`);
    }
  }

  #note(what) {
    this.#bad.push(what);
  }

  #request(request) {
    const { protocol, hostname } = new URL(request.url());
    const inside = ['blob:', 'data:', 'about:'].includes(protocol) || ['127.0.0.1', 'trellis.test'].includes(hostname);
    if (!inside || request.method() !== 'GET') this.#note(`request: ${request.method()} ${request.url()}`);
  }

  #page(page) {
    page.on('pageerror', (error) => this.#note(`error: ${error.stack ?? error}`));
    page.on('crash', () => this.#note('the page crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error' || /panicked/.test(message.text())) this.#note(`console: ${message.text()}`);
    });
  }
}
