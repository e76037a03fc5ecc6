// What the widget should say: the words of the interface and the worked cases, read from the content itself.
import { readFileSync } from 'node:fs';

const CONTENT = new URL('../../../content/', import.meta.url);

/** The messages of one line, by key; what varies with a number is not among them. */
export function readWords(lang) {
  return Object.fromEntries(lines(`ui/${lang}.ftl`).flatMap((line) => {
    const [, key, text] = /^([a-z-]+) = (.+)$/.exec(line) ?? [];
    return key ? [[key, text]] : [];
  }));
}

/**
 * A worked case: who, about what, which answers, and what should come of it.
 *
 * @param {string} name its file, without the ending
 */
export function readCase(name) {
  const story = { answers: {}, expect: {} };
  let part = story;
  for (const line of lines(`cases/${name}.toml`)) {
    const [, section] = /^\[([a-z]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([a-z.-]+) = (.+)$/.exec(line) ?? [];
    if (section) {
      part = story[section];
    } else if (key) {
      // So far as these files use it, TOML writes values as JSON does.
      part[key] = JSON.parse(value);
    }
  }
  return story;
}

function lines(path) {
  return readFileSync(new URL(path, CONTENT), 'utf8').split('\n');
}
