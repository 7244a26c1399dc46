import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from './language.tsx';
import { takeNewVersion, useNewVersion } from './new-version.ts';

/** Says that a newer version lies ready; the person chooses when. */
export function NewVersionBand() {
  const text = useText();
  const words = text.offline;
  const ready = useNewVersion();
  const [later, setLater] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!ready || later) return null;
  const take = () => {
    setBusy(true);
    void takeNewVersion();
  };
  return (
    <section className="new-version no-print" aria-label={words.newVersion}>
      <p role="status">
        <b>{words.newVersion}</b> {words.newVersionAbout}
      </p>
      <span className="new-version-deeds">
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => setLater(true)}>
          {words.later}
        </Button>
        <Button size="compact-sm" loading={busy} onClick={take}>
          {text.frame.reload}
        </Button>
      </span>
    </section>
  );
}
