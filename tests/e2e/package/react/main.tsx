// A site in React that shows the check, changes its language and takes it away.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SelfCheck } from './SelfCheck';

function Site() {
  const [lang, setLang] = useState<'kk' | 'ru'>('kk');
  const [shown, setShown] = useState(true);
  const [readyTimes, setReadyTimes] = useState(0);
  return (
    <>
      <output>{readyTimes}</output>
      <button id="speak-russian" onClick={() => setLang('ru')}>ru</button>
      <button id="take-away" onClick={() => setShown(false)}>×</button>
      {shown && <SelfCheck lang={lang} onReady={() => setReadyTimes((times) => times + 1)} />}
    </>
  );
}

createRoot(document.getElementById('site')!).render(<StrictMode><Site /></StrictMode>);
