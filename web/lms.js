// Speaks with a learning platform by SCORM 1.2 (ADL 2001, Run-Time Environment, chapter 3). It stands in the package
// alone, before the app, and is the only thing in Trellis that hands anything to the page around it: a return code
// (skills, no name and no answers), how many skills are confirmed, and whether the day's plan is done.
(() => {
  // The platform's window is at most a few frames up, or the one that opened this one.
  const find = (start) => {
    let place = start;
    for (let up = 0; up < 8 && place; up += 1) {
      try {
        if (place.API) return place.API;
      } catch {
        return null; // A window of another origin tells nothing.
      }
      if (place.parent === place) break;
      place = place.parent;
    }
    return null;
  };
  const api = find(window) ?? find(window.opener);
  if (!api || String(api.LMSInitialize('')) !== 'true') return;

  const began = Date.now();
  let over = false;
  const set = (name, value) => api.LMSSetValue(name, String(value));
  const status = String(api.LMSGetValue('cmi.core.lesson_status'));
  if (status === 'not attempted' || status === '') set('cmi.core.lesson_status', 'incomplete');
  set('cmi.core.exit', 'suspend');

  // HHHH:MM:SS, as the standard wants it.
  const time = (ms) => {
    const seconds = Math.max(0, Math.round(ms / 1000));
    const two = (number) => String(number).padStart(2, '0');
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  const finish = () => {
    if (over) return;
    over = true;
    set('cmi.core.session_time', time(Date.now() - began));
    api.LMSCommit('');
    api.LMSFinish('');
  };
  addEventListener('pagehide', finish);

  const lms = Object.freeze({
    /** What was suspended the last time; empty when there is nothing. */
    resume: () => String(api.LMSGetValue('cmi.suspend_data') ?? ''),
    /** Called whenever something is saved; `code` is at most 4,096 characters. */
    save: (code, confirmed, all, done) => {
      if (over) return;
      set('cmi.suspend_data', code);
      set('cmi.core.score.min', 0);
      set('cmi.core.score.max', all);
      set('cmi.core.score.raw', confirmed);
      if (done) set('cmi.core.lesson_status', 'completed');
      api.LMSCommit('');
    },
  });
  Object.defineProperty(globalThis, 'trellisLms', { value: lms });
})();
