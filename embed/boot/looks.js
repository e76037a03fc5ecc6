/**
 * The looks of the host page: accent, background, font, radius, text size. Each is validated here. If a text would
 * become hard to read, the default stays and the console explains why.
 */

/** The minimum contrast of text, by WCAG 2.2. */
const TEXT = 4.5;

/** The text colours used on the background. */
const INKS = ['ink', 'soft-ink', 'accent', 'accent-strong', 'stop', 'act', 'open', 'right', 'calm'];

/** The looks, with the functions that apply them. @type {Record<string, (value: string) => string | void>} */
const LOOKS = { background: setBackground, accent: setAccent, font: setFont, radius: setRadius, 'text-size': setTextSize };

const root = document.documentElement;

/**
 * Applies the looks in `data-…` of the root. Must be called again when they or the colour scheme change.
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

/** Buttons, links and selected answers use the accent; matching colours are derived from it. @param {string} value */
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

/** Installed font families, before the default ones. The policy of this file loads none. @param {string} value */
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

/** All sizes are in rem of this document, so everything scales together. @param {string} value */
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

/** A length in px or rem as pixels. A rem is the size that the person has set. @param {string} value */
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

/** A colour of the default theme. @param {string} name @returns {Colour} */
function token(name) {
  return colour(getComputedStyle(root).getPropertyValue(`--adal-${name}`)) ?? [0, 0, 0];
}

/** Any CSS colour as computed by the browser; undefined if it is translucent. @param {string} value */
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
