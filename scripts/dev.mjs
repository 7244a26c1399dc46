// npm run dev: the server restarts and the pages reload as you type. Open the address that Vite prints.
import { spawn } from 'node:child_process';
import { binOf, install, ROOT, requireNode } from './ready.mjs';

requireNode();
install();

const PROGRAMS = [
  [binOf('tsx', 'tsx'), 'watch', '--clear-screen=false', 'src/main.ts', '--port', '8686', ...process.argv.slice(2)],
  [binOf('vite', 'vite')],
];
const running = PROGRAMS.map((args) => spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }));
const stop = () => {
  for (const child of running) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of running) child.on('exit', stop);
