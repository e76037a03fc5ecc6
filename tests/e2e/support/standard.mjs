// The Standard as it is in the content: every clause with its texts.
import { readFileSync } from 'node:fs';

import { parse } from 'smol-toml';

const STANDARD = new URL('../../../content/standard.toml', import.meta.url);

/** The clauses in order; `texts` are the exact text and its bullets, by language. */
export function readClauses() {
  const { clause } = parse(readFileSync(STANDARD, 'utf8'));
  return clause.map(({ id, kind, text, plain, items = [] }) => ({
    id,
    kind,
    plain,
    texts: (lang) => [text, ...items].map((each) => each[lang].trim()),
  }));
}
