import { Button, Menu } from '@mantine/core';
import { IconArmchair, IconCheck, IconUserShare } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Person, Seat } from '../contract/session.ts';
import { useText } from './language.tsx';
import { useSeat } from './use-seat.ts';

/** Everything a person may sit in today, for the account's menu; nothing where it is one post alone. */
export function SeatItems({ person, sit }: { person: Person; sit: (seat: Seat) => void }) {
  const words = useText().accountPages;
  return (
    <>
      {person.seats.length > 1 ? (
        <>
          <Menu.Label>{words.seats}</Menu.Label>
          {person.seats.map((seat) => (
            <Menu.Item
              key={`${seat.postId} ${seat.deputationId ?? ''}`}
              leftSection={seat.current ? <IconCheck size={16} /> : <IconArmchair size={16} />}
              aria-current={seat.current ? 'true' : undefined}
              onClick={() => {
                if (!seat.current) sit(seat);
              }}
            >
              {seat.deputationId === null ? seat.title : words.seatLent(seat.title)}
              <small className="seat-place">
                {seat.organisationName}
                {seat.lastDay ? ` · ${words.until(seat.lastDay)}` : ''}
              </small>
            </Menu.Item>
          ))}
          <Menu.Divider />
        </>
      ) : null}
      <Menu.Item leftSection={<IconUserShare size={16} />} component={Link} to="/uy-quyen">
        {words.deputyTitle}
      </Menu.Item>
    </>
  );
}

/** Says on every page for whom one acts, and leads back. */
export function ActingBand({ person }: { person: Person }) {
  const words = useText().accountPages;
  const { busy, sit } = useSeat();
  if (person.actingFor === null) return null;
  const lent = person.seats.find(({ current }) => current);
  const own = person.seats.find(({ deputationId }) => deputationId === null);
  return (
    <div className="acting no-print" role="status">
      <span>
        {words.acting(person.actingFor, person.organisation.name)}
        {lent?.lastDay ? `, ${words.until(lent.lastDay)}` : ''}
      </span>
      {own ? (
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void sit(own)}>
          {words.stopActing}
        </Button>
      ) : null}
    </div>
  );
}
