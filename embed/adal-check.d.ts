// Types of the element <adal-check>, which adal-check.js defines.

/** Why the widget cannot be used: it reported a failure; or it did not answer, or another document replaced it. */
export type AdalFailure = 'failed' | 'timeout';

/** Parts of a contact: a line of plain text, a phone number, an email address, an http or https URL. */
export type AdalContactPart = 'name' | 'phone' | 'email' | 'url';

/** The attributes of <adal-check>. On the script tag they have the prefix `data-`. */
export type AdalAttributes = {
  lang?: 'kk' | 'ru' | 'en';
  /** Who the page is for. People are then not asked who they are. */
  audience?: 'staff' | 'ngo';
  /** The preselected situation: the name of a file in content/situations/. */
  situation?: string;
  /** The clause of the Standard to open, for example 3.6. */
  clause?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** `fixed`: the height that the page’s styles give the element. */
  height?: 'auto' | 'fixed';
  /** The page that “Leave quickly” opens: an http or https URL. */
  'exit-url'?: string;
  /** Plain text of the site, shown above the widget. */
  notice?: string;
  /** URL of adal-check.html: /…, ./… or https://…. By default in the folder of the script. */
  src?: string;
  /** Shows only the notice, the contacts and the content of the element. */
  withdrawn?: '' | boolean;
} & Partial<Record<`contact-${'' | 'ngo-' | 'outside-'}${AdalContactPart}`, string>>;

/** The event adal-failed. */
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
