// The element <adal-check> in the JSX of React 19: "types": ["adal-check/react"] in tsconfig.json.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AdalAttributes, AdalCheckElement, AdalFailedEvent } from './adal-check.js';

type OwnProps = AdalAttributes & {
  /** The check can be used. */
  'onadal-ready'?: (event: Event) => void;
  /** It cannot be used, and the content of the element is shown. */
  'onadal-failed'?: (event: AdalFailedEvent) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'adal-check': OwnProps & Omit<DetailedHTMLProps<HTMLAttributes<AdalCheckElement>, AdalCheckElement>, keyof OwnProps>;
    }
  }
}
