// Sites that install the package from its tarball: the pages of tests/e2e/package, as their bundlers build them.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURES = join(ROOT, 'tests/e2e/package');
const run = promisify(execFile);

/** Where the sites are built, outside the project’s sources. */
export const SITES = join(ROOT, 'target/package-sites');
/** The installed package. */
export const INSTALLED = join(SITES, 'node_modules/adal-check');

const [, VERSION] = /^version = "(.*)"/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'));
/** The package as a folder, next to the tarball made by npm. */
export const PACKAGE = join(ROOT, `target/releases/adal-check-${VERSION}`);
export const TARBALL = `${PACKAGE}.tgz`;

/** Recreates the sites. Packages from the registry are kept until the lock file changes. */
export async function installSites() {
  if (!existsSync(TARBALL)) {
    throw new Error(`${TARBALL} is missing; \`cargo xtask release\` makes it`);
  }
  mkdirSync(SITES, { recursive: true });
  for (const name of ['react', 'vue', 'webpack', 'plain']) {
    rmSync(join(SITES, name), { recursive: true, force: true });
  }
  cpSync(FIXTURES, SITES, { recursive: true });
  const lock = readFileSync(join(FIXTURES, 'package-lock.json'), 'utf8');
  const stamp = join(SITES, 'node_modules/.installed-package-lock.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    await npm('ci');
    writeFileSync(stamp, lock);
  }
  await npm('install', '--no-save', TARBALL);
}

function npm(...words) {
  return run('npm', [...words, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: SITES });
}

/** Runs a tool of the sites. Fails with its output. */
export async function tool(name, ...words) {
  try {
    await run(join(SITES, 'node_modules/.bin', name), words, { cwd: SITES });
  } catch ({ stdout, stderr }) {
    throw new Error(`${name} ${words.join(' ')}\n${stdout}${stderr}`);
  }
}

/** Like Tailwind and Autoprefixer, it changes every style that Vite takes for one of the site. */
const STYLE_CHANGER = {
  postcssPlugin: 'style-changer',
  Rule: (rule) => rule.parent?.type === 'root' && rule.first?.prop !== '--changed' && rule.prepend('--changed: 1'),
};

/** The site as built by `vite build` and served by `vite preview`, or as served by `vite dev`; and its URL. */
export async function openSite(name, how) {
  const vite = await import(pathToFileURL(join(SITES, 'node_modules/vite/dist/node/index.js')));
  const config = join(SITES, name, 'vite.config.ts');
  const settings = {
    root: SITES,
    configFile: existsSync(config) && config,
    logLevel: 'error',
    css: { postcss: { plugins: [STYLE_CHANGER] } },
    build: { outDir: `built/${name}`, rolldownOptions: { input: join(SITES, name, 'index.html') } },
    server: { port: 0 },
    preview: { port: 0 },
  };
  const server = how === 'dev' ? await vite.createServer(settings) : (await vite.build(settings), await vite.preview(settings));
  await server.listen?.();
  return { address: `${server.resolvedUrls.local[0]}${name}/`, close: () => server.close() };
}

/** The output of webpack for its site: each file with its bytes. */
export async function buildWithWebpack() {
  const webpack = createRequire(join(SITES, 'package.json'))('webpack');
  const path = join(SITES, 'built/webpack');
  const compiler = webpack({ mode: 'production', context: SITES, entry: './webpack/main.js', output: { path, clean: true } });
  const result = await promisify(compiler.run.bind(compiler))();
  if (result.hasErrors()) {
    throw new Error(result.toString());
  }
  return Object.keys(result.compilation.assets).map((name) => ({ name, bytes: readFileSync(join(path, name)) }));
}
