// npm run e2e: the journeys of test/e2e in a real browser against the built server with the demo. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser.mjs';
import { build, fail, install, requireNode, run } from './ready.mjs';

requireNode();
install();
build();

const browser = findBrowser() ?? (installChromium() ? findBrowser() : null);
if (!browser)
  fail(
    'Không tìm thấy trình duyệt. Cài Chromium, Chrome hoặc Edge, hoặc đặt CHROMIUM_PATH tới chương trình rồi chạy lại. (No browser found: install Chromium or set CHROMIUM_PATH.)',
  );
process.env.CHROMIUM_PATH = browser;
process.exit(run(['vitest', 'vitest'], ['run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)]));

/** On Debian and Ubuntu, as root (a container, CI): from the distribution. Never asks, tries three times. */
function installChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log('Đang cài Chromium từ kho của hệ điều hành … (installing Chromium)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let words = '';
  for (let attempt = 0; attempt < 3; attempt++) {
    const update = spawnSync('apt-get', ['update', '-qq'], { env, encoding: 'utf8' });
    const done = spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Acquire::Retries=3', 'chromium'],
      { env, encoding: 'utf8' },
    );
    if (done.status === 0) return true;
    words = `${update.stderr ?? ''}${done.stderr ?? ''}`;
  }
  console.error(words.trim().split('\n').slice(-10).join('\n'));
  return false;
}
