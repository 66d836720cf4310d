// Runs in the page before its own scripts, and keeps the times at which things were really on the screen.
(() => {
  const seen = { usable: null, longTasks: [], shift: 0, act: null };
  window.bench = seen;

  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('longtask', (task) => seen.longTasks.push({ start: task.startTime, duration: task.duration }));
  observe('layout-shift', (shift) => { if (!shift.hadRecentInput) seen.shift += shift.value; });

  // A message sent while a frame is being made is handled after that frame has been painted.
  const afterPaint = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  };
  const whenPainted = (holds, then) => {
    const look = () => { if (holds()) afterPaint(then); else requestAnimationFrame(look); };
    requestAnimationFrame(look);
  };

  const visible = (selector) => [...document.querySelectorAll(selector)].find((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  });
  const isUsable = () => {
    const control = document.documentElement?.dataset.ready === 'true' && visible('[data-test=answer], [data-test=choice]');
    return Boolean(control) && !control.disabled && Boolean(visible('[data-test=question]')?.textContent.trim());
  };
  whenPainted(isUsable, (now) => { seen.usable = now; });

  const item = () => document.querySelector('[data-item]')?.dataset.item;
  const answered = {
    check: () => Boolean(visible('[data-test=feedback]')?.textContent.trim()),
    next: (before) => item() !== before && Boolean(visible('[data-test=question]')),
  };

  // Times the next click, from the moment the system saw it to the painted answer.
  seen.arm = (kind) => {
    const before = item();
    seen.act = { start: null, painted: null };
    addEventListener('click', (event) => {
      seen.act.start = event.timeStamp;
      whenPainted(() => answered[kind](before), (now) => { seen.act.painted = now; });
    }, { capture: true, once: true });
  };
})();
