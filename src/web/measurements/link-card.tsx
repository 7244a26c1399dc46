import { Button, Checkbox, Group, Modal, Select } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { type FigureLink, listFigureLinks, makeFigureLinks, revokeFigureLinks } from '../../contract/figure-links.ts';
import type { FigureGrid, PeriodRef } from '../../contract/measurements.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { FIGURE_LINK_DAYS } from '../../core/rules/accounts.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { LinkSlips, type MadeLink } from '../link-slips.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone, sayError } from '../say.ts';
import { useAct } from '../use-act.ts';

type Where = { movementId: FigureGrid['movement']['id']; from: string; until: string };

function useLinks({ movementId, from, until }: Where) {
  const text = useText();
  const [links, setLinks] = useState<FigureLink[] | null>(null);
  const ask = useCallback(() => {
    call(listFigureLinks, { movementId, from, until }).then(
      (found) => setLinks(found.links),
      (error) => sayError(text, error),
    );
  }, [movementId, from, until, text]);
  useEffect(ask, [ask]);
  return { links, ask };
}

/** Links with which units without an account send the figures of this period: made, seen at work, taken back. */
export function LinkCard({ grid, period }: { grid: FigureGrid; period: PeriodRef }) {
  const words = useText().figureLinks;
  const where = { movementId: grid.movement.id, from: period.from, until: period.until };
  const { links, ask } = useLinks(where);
  const [making, setMaking] = useState<readonly OrganisationRef[] | null>(null);
  const [made, setMade] = useState<MadeLink[] | null>(null);
  const units = grid.rows.filter((row) => row.mayEnter).map(({ organisation }) => organisation);
  const missing = units.filter(({ id }) => grid.missing.some((one) => one.id === id));
  if (units.length === 0 || grid.closed !== null) return null;
  return (
    <section className="card missing-card no-print" aria-labelledby="links-head">
      <div className="missing-head">
        <h2 id="links-head">{words.cardTitle}</h2>
        <Group gap="sm">
          {missing.length > 0 ? (
            <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => setMaking(missing)}>
              {words.makeMissing(missing.length)}
            </Button>
          ) : (
            <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => setMaking([])}>
              {words.makeSome}
            </Button>
          )}
        </Group>
      </div>
      <p className="quiet">{words.cardAbout}</p>
      <SentLinks links={links} where={where} changed={ask} />
      {making === null ? null : (
        <MakeLinks
          where={where}
          units={units}
          chosen={making}
          close={() => setMaking(null)}
          done={(done) => {
            setMaking(null);
            setMade(done);
            ask();
          }}
        />
      )}
      {made === null ? null : (
        <LinkSlips
          made={made}
          about={words.slipTitle(period)}
          message={(links, from) =>
            words.message({ movement: grid.movement.title, period, dueOn: grid.dueOn, links, from })
          }
          close={() => setMade(null)}
        />
      )}
    </section>
  );
}

type Making = {
  where: Where;
  units: readonly OrganisationRef[];
  chosen: readonly OrganisationRef[];
  close: () => void;
  done: (made: MadeLink[]) => void;
};

function MakeLinks({ where, units, chosen, close, done }: Making) {
  const text = useText();
  const words = text.figureLinks;
  const { busy, error, run } = useAct();
  const [ids, setIds] = useState<string[]>(chosen.map(({ id }) => id));
  const [days, setDays] = useState<(typeof FIGURE_LINK_DAYS)[number]>(30);
  const make = async () => {
    const organisationIds = units.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
    const answer = await run((actionId) => call(makeFigureLinks, { ...where, actionId, organisationIds, days }));
    if (answer === null) return;
    done(
      answer.links.map(({ organisation, path, expiresAt }) => ({
        unit: organisation.name,
        address: path === null ? null : `${window.location.origin}${path}`,
        expiresAt,
      })),
    );
  };
  return (
    <Modal opened onClose={close} title={words.makeTitle} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Checkbox.Group label={words.units} description={words.unitsAbout} value={ids} onChange={setIds}>
          <div className="link-units">
            {units.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
        <Select
          label={words.days}
          allowDeselect={false}
          value={String(days)}
          data={FIGURE_LINK_DAYS.map((count) => ({ value: String(count), label: words.daysOf(count) }))}
          onChange={(value) => setDays(FIGURE_LINK_DAYS.find((count) => String(count) === value) ?? 30)}
        />
        {ids.length === 0 ? <p className="form-note">{words.unitsNone}</p> : null}
        <ActErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {text.frame.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={ids.length === 0}>
            {words.makeSome}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

type Sent = { links: FigureLink[] | null; where: Where; changed: () => void };

function SentLinks({ links, where, changed }: Sent) {
  const text = useText();
  const words = text.figureLinks;
  const [revoking, setRevoking] = useState<readonly FigureLink[]>([]);
  if (links === null) return <p className="quiet">{text.frame.loading}</p>;
  if (links.length === 0) return <p className="quiet">{words.none}</p>;
  const [only] = revoking;
  return (
    <>
      <ul className="sent-links">
        {links.map((link) => (
          <li key={link.id}>
            <div>
              {link.organisation.name}
              <small className="below quiet">{standing(words, link)}</small>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={words.revokeOf(link.organisation.name)}
              onClick={() => setRevoking([link])}
            >
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
      {links.length > 1 ? (
        <Button variant="default" size="xs" onClick={() => setRevoking(links)}>
          {words.revokeAll}
        </Button>
      ) : null}
      {only ? (
        <Confirm
          opened
          close={() => setRevoking([])}
          question={
            revoking.length === 1 ? words.revokeAsk(only.organisation.name) : words.revokeAllAsk(revoking.length)
          }
          about={words.revokeAbout}
          deedWord={words.revoke}
          deed={(actionId) =>
            call(revokeFigureLinks, {
              movementId: where.movementId,
              actionId,
              linkIds: revoking.map(({ id }) => id),
            })
          }
          done={({ revoked }) => {
            setRevoking([]);
            sayDone(words.revoked(revoked));
            changed();
          }}
        />
      ) : null}
    </>
  );
}

function standing(words: ReturnType<typeof useText>['figureLinks'], link: FigureLink): string {
  const end = formatMoment(link.expiresAt);
  return [
    link.usedAt ? words.used(formatMoment(link.usedAt)) : link.openedAt ? words.unused : words.unopened,
    ...(link.openedAt ? [words.opened(formatMoment(link.openedAt))] : []),
    Date.parse(link.expiresAt) > Date.now() ? words.ends(end) : words.ended(end),
    words.sentBy(link.madeByPost, formatMoment(link.madeAt)),
  ].join(', ');
}
