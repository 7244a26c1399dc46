import { Button, CopyButton, Group, Modal, Textarea } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import './link-slips.css';
import { useText } from './language.tsx';
import { formatMoment } from './moment.ts';
import { Qr } from './qr.tsx';
import { sayDone } from './say.ts';
import { useSession } from './session.tsx';

export type MadeLink = { unit: string; address: string | null; expiresAt: string };

type Props = {
  made: readonly MadeLink[];
  /** What stands on each slip under the unit's name. */
  about: string;
  /** The text for the chat group. */
  message: (links: readonly { unit: string; address: string }[], from: string) => string;
  close: () => void;
};

/** Links just made: one text for the chat group, slips with pictures for the telephone, each to be copied by itself. */
export function LinkSlips({ made, about, message: write, close }: Props) {
  const text = useText();
  const words = text.figureLinks;
  const { person } = useSession();
  const [refused, setRefused] = useState(false);
  const links = made.flatMap(({ unit, address }) => (address === null ? [] : [{ unit, address }]));
  const message = write(links, `${person.post}, ${person.organisation.name}`);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message);
      sayDone(words.copiedAll);
    } catch {
      // No clipboard over plain HTTP: the text is shown to be copied by hand.
      setRefused(true);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={words.madeTitle(made.length)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      {links.length === 0 ? (
        <p className="form-note">{words.madeNone}</p>
      ) : (
        <div className="form link-slips">
          <p className="form-note no-print" role="status">
            {words.madeOnce}
          </p>
          <Group className="no-print" gap="sm">
            <Button leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
              {words.copyAll}
            </Button>
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
              {words.printSlips}
            </Button>
          </Group>
          {refused ? (
            <Textarea className="no-print" label={words.copyFailed} readOnly autosize value={message} />
          ) : null}
          <div className="slips">
            {made.map(({ unit, address, expiresAt }) =>
              address === null ? null : (
                <article key={address} className="slip">
                  <h3>{unit}</h3>
                  <p>{about}</p>
                  <Qr content={address} label={text.links.qr} />
                  <p>{words.slipHow}</p>
                  <p className="slip-address">{address}</p>
                  <p className="quiet">{words.ends(formatMoment(expiresAt))}</p>
                  <CopyButton value={address}>
                    {({ copied, copy: take }) => (
                      <Button
                        className="no-print"
                        variant="default"
                        size="xs"
                        aria-label={words.copyOf(unit)}
                        onClick={take}
                      >
                        {copied ? text.links.copied : text.links.copy}
                      </Button>
                    )}
                  </CopyButton>
                </article>
              ),
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}
