/** A program that starts the embedded server over the folder named, says how it went on one line, and waits to be killed. */
import { startEmbedded } from '../../src/server/db/embedded.ts';

const said: string[] = [];
try {
  const server = await startEmbedded({ folder: process.argv[2] ?? '', say: (sentence) => said.push(sentence) });
  process.once('SIGTERM', () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  // Said last: whoever reads it may send the signal at once.
  console.log(JSON.stringify({ pid: server.pid, ownerUrl: server.ownerUrl, adopted: server.adopted, said }));
} catch (error) {
  console.log(JSON.stringify({ code: error instanceof Error && 'code' in error ? error.code : String(error), said }));
}
