// Texts that would run if a page, a paper or a mail took them for more than text. Whichever runs leaves a mark in the page.

/** What a text that runs would set on the page. */
export const CANARY = 'kafalRan';

const RUN = `top.${CANARY}=1`;

const BARE = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=//x.example/a.js></SCRIPT>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<iframe src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">open</a>`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<object data="data:text/html,<script>${RUN}</script>">`,
  `<style>@import "//x.example/a.css";</style>`,
  `<base href="//x.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button autofocus>`,
  `<template><script>${RUN}</script></template>`,
  `<math><mi//xlink:href="data:x,<script>${RUN}</script>">`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script\u200b>${RUN}</script>`,
  `＜script＞${RUN}＜/script＞`,
  `<img src=x onerror="&#116;op.${CANARY}=1">`,
  `<div style="background:url(javascript:${RUN})">`,
];

/** As it is, and where a page would have put a text between quotes or into an element of its own. */
export const PAYLOADS: readonly string[] = [
  ...BARE,
  ...BARE.slice(0, 15).map((text) => `">${text}`),
  ...BARE.slice(0, 15).map((text) => `'></textarea></title></script>${text}`),
];
