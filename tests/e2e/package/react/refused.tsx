// What the types refuse. Nothing here runs: each line would be an error if the line above it did not say so.
import type { AdalCheckElement } from 'adal-check';

export const refused = [
  // @ts-expect-error there is no such language
  <adal-check lang="de" />,
  // @ts-expect-error a clause is a text
  <adal-check clause={3.6} />,
  // @ts-expect-error a contact is a text
  <adal-check contact-phone={77172} />,
  // @ts-expect-error there is no such reason
  <adal-check onadal-failed={({ detail }) => detail.reason === 'bored'} />,
  <adal-check lang="kk" clause="3.6" contact-ngo-url="https://example.kz" withdrawn className="wide" key="accepted" />,
];

export function listen(element: AdalCheckElement) {
  element.addEventListener('adal-failed', ({ detail }) => detail.reason === 'timeout');
  // @ts-expect-error what is ready tells nothing
  element.addEventListener('adal-ready', ({ detail }) => detail);
  document.querySelector('adal-check')?.refresh();
}
