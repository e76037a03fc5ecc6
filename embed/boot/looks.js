/**
 * The looks that the host's page gives: accent, background, font, radius, text size. Each is checked here, and where a
 * text would become hard to read, the look of our own stays and the console says why.
 */

/** The least contrast of text, by WCAG 2.2. */
const TEXT = 4.5;

/** The colours of text that can stand on the background. */
const INKS = ['ink', 'soft-ink', 'accent', 'accent-strong', 'stop', 'act', 'open', 'right', 'calm'];

/** What the host's page may say, and what comes of it. @type {Record<string, (value: string) => string | void>} */
const LOOKS = { background: setBackground, accent: setAccent, font: setFont, radius: setRadius, 'text-size': setTextSize };

const root = document.documentElement;

/**
 * Wears the looks that stand in `data-…` of the root. To be called again when they or the colour scheme change.
 *
 * @param {HTMLElement} adal
 */
export function wearLooks(adal) {
  root.removeAttribute('style');
  for (const [name, set] of Object.entries(LOOKS)) {
    const value = adal.getAttribute(`data-${name}`);
    const problem = value && set(value);
    if (problem) {
      console.warn(`adal-check: --adal-${name}: ${value} is ignored; ${problem}.`);
    }
  }
}

/** @typedef {[number, number, number]} Colour red, green, blue, 0 to 255 */

/** @param {string} value */
function setBackground(value) {
  const background = colour(value);
  if (!background) {
    return 'it must be an opaque colour, such as #ffffff';
  }
  const wash = mix(background, token('ink'), 0.05);
  const bad = INKS.find((ink) => Math.min(contrast(token(ink), background), contrast(token(ink), wash)) < TEXT);
  if (bad) {
    return `the text colour --adal-${bad} would have less contrast with it than ${TEXT}:1`;
  }
  set('background', css(background));
  set('wash', css(wash));
}

/** Buttons, links and chosen answers take the accent; the colours that go with it follow. @param {string} value */
function setAccent(value) {
  const accent = colour(value);
  if (!accent) {
    return 'it must be an opaque colour, such as #00667a';
  }
  const background = token('background');
  const ink = token('ink');
  const onAccent = contrast(background, accent) > contrast(ink, accent) ? background : ink;
  const strong = mix(accent, ink, 0.25);
  const chosen = mix(background, accent, 0.1);
  const pairs = [[accent, background], [accent, token('wash')], [accent, chosen], [accent, onAccent], [strong, background]];
  if (pairs.some(([one, other]) => one && other && contrast(one, other) < TEXT) || contrast(ink, chosen) < TEXT) {
    return `text would have less contrast than ${TEXT}:1 with it`;
  }
  set('accent', css(accent));
  set('accent-strong', css(strong));
  set('on-accent', css(onAccent));
  set('chosen', css(chosen));
}

/** Families that are installed, before our own; the policy of this file loads none. @param {string} value */
function setFont(value) {
  if (!/^[\p{L}\d ,'"_-]+$/u.test(value) || !CSS.supports('font-family', value)) {
    return 'it must be names of installed font families, separated by commas';
  }
  set('font', `${value}, ${getComputedStyle(root).getPropertyValue('--adal-font')}`);
}

/** @param {string} value */
function setRadius(value) {
  const pixels = length(value);
  if (pixels === undefined || pixels > 24) {
    return 'it must be a length from 0 to 24px, in px or rem';
  }
  set('radius', `${pixels}px`);
}

/** All sizes are in rem of this document, so that everything grows alike. @param {string} value */
function setTextSize(value) {
  const pixels = length(value);
  if (pixels === undefined || pixels < 15 || pixels > 26) {
    return 'it must be a length from 15px to 26px, in px or rem';
  }
  const own = parseFloat(getComputedStyle(root).getPropertyValue('--adal-text-size'));
  root.style.fontSize = `${(pixels / own / ordinarySize()) * 100}%`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function set(name, value) {
  root.style.setProperty(`--adal-${name}`, value);
}

/** The pixels of a length in px or rem; a rem is the size that the person has set. @param {string} value */
function length(value) {
  const [, number, unit] = /^(\d{1,3}(?:\.\d+)?|\.\d+)(px|rem)?$/.exec(value) ?? [];
  if (number === undefined || (!unit && Number(number) !== 0)) {
    return undefined;
  }
  return Number(number) * (unit === 'rem' ? ordinarySize() : 1);
}

function ordinarySize() {
  const own = root.style.fontSize;
  root.style.fontSize = '';
  const size = parseFloat(getComputedStyle(root).fontSize);
  root.style.fontSize = own;
  return size;
}

/** One of our own colours. @param {string} name @returns {Colour} */
function token(name) {
  return colour(getComputedStyle(root).getPropertyValue(`--adal-${name}`)) ?? [0, 0, 0];
}

/** What the browser makes of any way to write a colour; nothing for one that lets light through. @param {string} value */
function colour(value) {
  root.style.color = '';
  root.style.color = value;
  const given = root.style.color && getComputedStyle(root).color;
  root.style.color = '';
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(given) ?? [];
  return parts.length ? /** @type {Colour} */ (parts.map(Number)) : undefined;
}

/** @param {Colour} colour */
function css(colour) {
  return `rgb(${colour.map(Math.round).join()})`;
}

/** @param {Colour} from @param {Colour} to @param {number} share @returns {Colour} */
function mix([red, green, blue], to, share) {
  /** @param {number} part @param {number} other */
  const between = (part, other) => part + (other - part) * share;
  return [between(red, to[0]), between(green, to[1]), between(blue, to[2])];
}

/** @param {Colour} one @param {Colour} other */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
