import { Button, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addDevice, type NoticeWays, removeDevice, setNoticeLetters } from '../../contract/notice-ways.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { deviceOf } from './device.ts';
import { markOf, mayHaveMessages, subscribe, subscriptionHere, unsubscribe } from './push.ts';

/** How one is told besides the page: letters, and messages on devices. */
export function NoticesCard({ ways, changed }: { ways: NoticeWays; changed: () => void }) {
  const words = useText().ownAccount.notices;
  return (
    <section className="card own-whole" aria-label={words.title} id="thong-bao">
      <h2>{words.title}</h2>
      <p className="card-body quiet">{words.about}</p>
      <Letters mail={ways.mail} changed={changed} />
      <Devices push={ways.push} changed={changed} />
    </section>
  );
}

function Letters({ mail, changed }: { mail: NoticeWays['mail']; changed: () => void }) {
  const words = useText().ownAccount.notices;
  const { busy, error, run } = useAct();
  const set = async (wanted: boolean) => {
    const done = await run((actionId) => call(setNoticeLetters, { actionId, wanted }));
    if (done === null) return;
    sayDone(wanted ? words.lettersOn : words.lettersOff);
    changed();
  };
  const about = mail.ready ? (mail.address === null ? words.noAddress : words.lettersTo(mail.address)) : words.noServer;
  return (
    <div className="card-body">
      <ActErrorNote error={error} />
      <Switch
        label={words.letters}
        description={about}
        checked={mail.wanted && mail.address !== null && mail.ready}
        disabled={busy || !mail.ready || mail.address === null}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
    </div>
  );
}

type Here = { state: 'asking' | 'impossible' | 'off' | 'on'; mark: string | null };

function Devices({ push, changed }: { push: NoticeWays['push']; changed: () => void }) {
  const text = useText();
  const words = text.ownAccount.notices;
  const { busy, error, run } = useAct();
  const [here, setHere] = useState<Here>({ state: 'asking', mark: null });
  const [said, setSaid] = useState<string | null>(null);
  const { key, devices } = push;
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<Here> => {
      if (key === null || !mayHaveMessages()) return { state: 'impossible', mark: null };
      const subscription = await subscriptionHere();
      const mark = subscription && (await markOf(subscription.endpoint));
      return { state: devices.some((one) => one.mark === mark) ? 'on' : 'off', mark };
    };
    look().then(
      (found) => gone || setHere(found),
      () => gone || setHere({ state: 'impossible', mark: null }),
    );
    return () => {
      gone = true;
    };
  }, [key, devices]);
  const turnOn = async () => {
    setSaid(null);
    if (key === null) return;
    const made = await subscribe(key).catch(() => null);
    if (made === null) return setSaid(words.notAllowed);
    const done = await run((actionId) => call(addDevice, { actionId, ...made }));
    if (done === null) return;
    sayDone(words.deviceOn);
    changed();
  };
  const turnOff = async (device: NoticeWays['push']['devices'][number]) => {
    const done = await run((actionId) => call(removeDevice, { actionId, deviceId: device.id }));
    if (done === null) return;
    if (device.mark === here.mark) await unsubscribe().catch(() => undefined);
    sayDone(words.deviceOff);
    changed();
  };
  const nameOf = (device: string) => {
    const known = deviceOf(device);
    return known ? text.ownAccount.deviceOn(known.browser, known.system) : text.ownAccount.deviceUnknown;
  };
  return (
    <>
      <div className="card-body">
        <b>{words.devices}</b>
        <p className="quiet">{here.state === 'impossible' ? words.deviceImpossible : words.devicesAbout}</p>
        <ActErrorNote error={error} />
        {said ? <p role="alert">{said}</p> : null}
        {here.state === 'off' ? (
          <Button variant="default" loading={busy} onClick={() => void turnOn()}>
            {words.turnOn}
          </Button>
        ) : null}
      </div>
      {devices.length === 0 ? null : (
        <ul className="own-lines">
          {devices.map((device) => (
            <li key={device.id}>
              <div>
                {nameOf(device.device)}{' '}
                {device.mark === here.mark ? <span className="own-here">{text.ownAccount.here}</span> : null}
                <small>
                  {words.deviceSince(formatMoment(device.madeAt))}
                  {device.usedAt ? `; ${words.deviceUsed(formatMoment(device.usedAt))}` : ''}
                </small>
              </div>
              <Button
                variant="default"
                size="xs"
                disabled={busy}
                aria-label={words.turnOffOf(nameOf(device.device), formatMoment(device.madeAt))}
                onClick={() => void turnOff(device)}
              >
                {words.turnOff}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
