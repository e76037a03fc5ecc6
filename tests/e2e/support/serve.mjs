// For developers: `node serve.mjs PORT` shows the shipped files on the sample sites until it is stopped.
import { readHosts } from './hosts.mjs';
import { serve } from './server.mjs';

const EXPECTED = { widget: 'the widget', ready: 'the widget, once it is in sight', fallback: 'what stands in its place' };

const rows = readHosts().map(
  ({ name, shows, expect }) => `<tr><td><a href="/hosts/${name}/">${name}</a><td>${shows}<td>${EXPECTED[expect]}`,
);

const index = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>adal-check on pages of all kinds of sites</title>
<style>body{font:1rem/1.5 sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem}td{padding:.25rem .75rem .25rem 0;vertical-align:top}</style>
<h1>adal-check</h1>
<p><a href="/hosts/sample.html">In a sample page of a site</a> · <a href="/adal-check.html">by itself</a>
<h2>On pages of all kinds of sites</h2>
<p>Some say only on the console what an administrator should change, and some need an older browser.
<table><tr><th>page<th>shows<th>expected${rows.join('')}</table>`;

const port = Number(process.argv[2]);
try {
  const { origin } = await serve({ '/': { body: index } }, port);
  console.log(`\n${origin}/                      a list of pages of all kinds of sites
${origin}/hosts/sample.html     in a sample page of a site
${origin}/adal-check.html       by itself
Stop with Ctrl+C.`);
} catch (error) {
  console.error(`port ${port} cannot be used: ${error.message}. Another: cargo xtask serve 8081`);
  process.exitCode = 1;
}
