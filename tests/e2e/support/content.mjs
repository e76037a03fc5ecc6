// What the widget should say: the words of the interface and the worked cases, read from the content.
import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'smol-toml';

const CONTENT = new URL('../../../content/', import.meta.url);

export const LANGS = ['kk', 'ru', 'en'];

/** Messages of one line, by language and key. Messages that vary with a number are left out. */
export const WORDS = Object.fromEntries(LANGS.map((lang) => [lang, readWords(lang)]));

function readWords(lang) {
  return Object.fromEntries(lines(`ui/${lang}.ftl`).flatMap((line) => {
    const [, key, text] = /^([a-z-]+) = (.+)$/.exec(line) ?? [];
    return key ? [[key, text]] : [];
  }));
}

/**
 * A worked case: people, situations, answers and the expected result.
 *
 * @param {string} name its file, without the extension
 */
export function readCase(name) {
  const { expect, ...story } = read(`${name}.toml`);
  return { ...story, expect: complete(expect) };
}

/** All worked cases with their names, in the order of the alphabet. */
export function readCases() {
  return caseFiles().sort().map((file) => {
    const { expect, ...story } = read(file);
    return { name: file.replace('.toml', ''), ...story, expect: complete(expect) };
  });
}

/** The exercises in the order of the practice page, each with its options and their expected results. */
export function readExercises() {
  return caseFiles().map(read)
    .filter(({ practice }) => practice)
    .map(({ facts, practice: { option, ...practice } }) => ({
      facts,
      ...practice,
      options: option.map(({ expect, ...rest }) => ({ ...rest, expect: complete(expect) })),
    }))
    .sort((one, other) => one.place - other.place);
}

function caseFiles() {
  return readdirSync(new URL('cases/', CONTENT)).filter((file) => file.endsWith('.toml'));
}

/** Missing lists of clauses become empty. */
function complete(expect) {
  return { applies: [], 'may-apply': [], ...expect };
}

function read(file) {
  return parse(readFileSync(new URL(`cases/${file}`, CONTENT), 'utf8'));
}

function lines(path) {
  return readFileSync(new URL(path, CONTENT), 'utf8').split('\n');
}
