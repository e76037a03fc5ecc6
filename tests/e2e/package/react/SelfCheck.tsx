import 'adal-check';
import page from 'adal-check/adal-check.htm?url';

type Props = { lang: 'kk' | 'ru' | 'en'; onReady?: () => void };

export function SelfCheck({ lang, onReady }: Props) {
  return (
    <adal-check lang={lang} src={page} onadal-ready={onReady}>
      <a href={page}>Өзін-өзі тексеру құралын жеке бетте ашу</a>
    </adal-check>
  );
}
