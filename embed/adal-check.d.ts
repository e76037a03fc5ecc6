// The element <adal-check> for TypeScript, made by the script adal-check.js.

/** Why the widget cannot be used: it said so itself, it was silent for too long, or another document took its place. */
export type AdalFailure = 'failed' | 'timeout';

/** Whom to turn to: a line of plain text, a phone number, an address of mail, an http or https address. */
export type AdalContactPart = 'name' | 'phone' | 'email' | 'url';

/** The attributes of <adal-check>, and with `data-` before them those of its script tag. */
export type AdalAttributes = {
  lang?: 'kk' | 'ru' | 'en';
  /** For whom the page is; then nobody is asked who they are. */
  audience?: 'staff' | 'ngo';
  /** Chosen beforehand: the name of a file in content/situations/. */
  situation?: string;
  /** The clause of the Standard to open, such as 3.6. */
  clause?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** `fixed` is the height that the page gives the element. */
  height?: 'auto' | 'fixed';
  /** Where “leave quickly” goes: an http or https address. */
  'exit-url'?: string;
  /** The site’s own plain text above the widget. */
  notice?: string;
  /** Address of adal-check.html: /…, ./… or https://…. Without it, beside the script. */
  src?: string;
  /** Only the notice, the contacts and what stands in the element are shown. */
  withdrawn?: '' | boolean;
} & Partial<Record<`contact-${'' | 'ngo-' | 'outside-'}${AdalContactPart}`, string>>;

/** What comes with the event adal-failed. */
export type AdalFailedEvent = CustomEvent<{ reason: AdalFailure }>;

export interface AdalCheckElement extends HTMLElement {
  /** Reads the attributes and the custom properties --adal-… again. */
  refresh(): void;
  addEventListener(type: 'adal-ready', listener: (event: Event) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: 'adal-failed',
    listener: (event: AdalFailedEvent) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'adal-check': AdalCheckElement;
  }
}
