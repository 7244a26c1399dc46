import { Alert } from '@mantine/core';
import { IconDeviceMobile, IconLockOpen } from '@tabler/icons-react';
import { useText } from '../language.tsx';
import { mayKeepProgram } from '../new-version.ts';
import { outboxLasts } from '../outbox.ts';

/** What this browser can do without a network, said plainly where it cannot. */
export function ProgramHere() {
  const words = useText().offline;
  const secure = mayKeepProgram();
  const kept = secure && navigator.serviceWorker.controller !== null;
  return (
    <section className="card" aria-labelledby="program-here">
      <h2 id="program-here">{words.here}</h2>
      <div className="card-body">
        {secure ? (
          <Alert variant="light" color="gray" icon={<IconDeviceMobile size={18} />}>
            {kept ? `${words.keptHere} ${words.install}` : words.keptSoon}
          </Alert>
        ) : (
          <Alert variant="light" color="yellow" icon={<IconLockOpen size={18} />}>
            {words.insecure}
          </Alert>
        )}
        {outboxLasts() ? null : (
          <Alert variant="light" color="red" mt="sm">
            {words.forgetful}
          </Alert>
        )}
      </div>
    </section>
  );
}
