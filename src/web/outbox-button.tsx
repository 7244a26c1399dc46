import { Tooltip } from '@mantine/core';
import { IconCloudOff, IconSend } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useReached } from './connection.ts';
import { useText } from './language.tsx';
import { outboxReady, useOutbox } from './outbox.ts';
import { keepSending } from './outbox-sender.ts';

/** Whether the server is reached and how much waits to be sent; nothing where all is well. Sends as long as it is shown. */
export function OutboxButton({ owner }: { owner: string }) {
  const words = useText().offline;
  const reached = useReached();
  const account = owner.split(' ')[0] ?? '';
  const own = useOutbox().filter((one) => one.owner.startsWith(account)).length;
  useEffect(() => {
    void outboxReady();
    return keepSending();
  }, []);
  if (reached && own === 0) return null;
  const said = [reached ? null : words.lost, own > 0 ? words.waitingCount(own) : null].filter((one) => one !== null);
  return (
    <Tooltip label={reached ? words.title : words.lostAbout} multiline w={280}>
      <Link
        to="/cho-gui"
        className={reached ? 'outbox-button' : 'outbox-button outbox-lost'}
        aria-label={said.join(', ')}
      >
        {reached ? <IconSend size={17} aria-hidden="true" /> : <IconCloudOff size={17} aria-hidden="true" />}
        <span className="outbox-words">{said.join(' · ')}</span>
        {own > 0 ? <b className="outbox-count">{own}</b> : null}
      </Link>
    </Tooltip>
  );
}
