// A site without a framework, built with webpack.
import 'adal-check';

const page = new URL('adal-check/adal-check.htm', import.meta.url).href;

document.body.insertAdjacentHTML('beforeend', `
  <output>0</output>
  <button id="speak-russian">ru</button>
  <button id="take-away">×</button>
  <adal-check lang="kk" src="${page}"><a href="${page}">Өзін-өзі тексеру құралын жеке бетте ашу</a></adal-check>`);

const element = document.querySelector('adal-check');
const output = document.querySelector('output');
element.addEventListener('adal-ready', () => { output.value = Number(output.value) + 1; });
document.querySelector('#speak-russian').onclick = () => element.setAttribute('lang', 'ru');
document.querySelector('#take-away').onclick = () => element.remove();
