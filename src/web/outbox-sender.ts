/** Empties the outbox: one after the other, as the person who entered it, once each. */

import { addEvidence } from '../contract/evidence.ts';
import { saveFigures, submitFigures } from '../contract/measurements.ts';
import { saveObstacle } from '../contract/obstacles.ts';
import { CallOffline, CallProblem, call, newActionId } from './call.ts';
import { isReached, onReach } from './connection.ts';
import { change, outboxNow, outboxReady, takeOut, tellAnswered } from './outbox.ts';
import { figuresAnswered, nextToGo, refusedWhole, settled, type Waiting } from './outbox-items.ts';
import { loadSession, ownerNow, ownerOf } from './session.tsx';

const AGAIN_AFTER_MS = 20_000;
/** One way of a line can be broken while the other works: nothing is sent by itself so soon after it failed. */
const REST_MS = 10_000;
/** The server is there but cannot, now: nobody's fault, tried again later. */
const LATER = new Set(['broken', 'unavailable', 'too-many']);

let running: Promise<void> | null = null;
let wanted = false;
let failedAt = Number.NEGATIVE_INFINITY;

/** Sends what can be sent; resolves when nothing more can. Called while it runs, it looks once more at the end. */
export function sendOutbox(): Promise<void> {
  wanted = true;
  running ??= alone(async () => {
    while (wanted) {
      wanted = false;
      await sendAll();
    }
  }).finally(() => {
    running = null;
  });
  return running;
}

/** One page of a browser sends at a time, where it can be told; elsewhere the action ids see to it. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('thidua-outbox', work);
  else await work();
}

async function sendAll(): Promise<void> {
  await outboxReady();
  const owner = ownerNow();
  if (owner === null || !nextToGo(outboxNow(), owner) || !(await stillSeated(owner))) return;
  for (let next = nextToGo(outboxNow(), owner); next; next = nextToGo(outboxNow(), owner))
    if (!(await sendOne(next))) return;
}

/** Another page of this browser may have signed somebody else in, or sat down in another post. */
async function stillSeated(owner: string): Promise<boolean> {
  try {
    const { person } = await loadSession();
    return person !== null && ownerOf(person) === owner;
  } catch {
    return false;
  }
}

/** Whether the next may go: an answer came, a yes or a no. */
async function sendOne(next: Waiting): Promise<boolean> {
  const tried = { ...next, tried: true };
  await change(() => ({ put: [tried], drop: [] }));
  try {
    await deliver(tried);
    return true;
  } catch (error) {
    failedAt = performance.now();
    if (error instanceof CallOffline) return false;
    if (!(error instanceof CallProblem)) throw error;
    const { body } = error;
    if (body.kind === 'unauthenticated' || LATER.has(body.kind)) return false;
    await change(() => refusedWhole(tried, body));
    return true;
  }
}

async function deliver(sent: Waiting): Promise<void> {
  if (sent.is === 'figures') {
    const answer = await call(saveFigures, {
      ...sent.place,
      actionId: sent.id,
      cells: sent.cells.map(({ cell }) => cell),
      saidBy: sent.saidBy,
    });
    const cells = settled(sent, answer.cells);
    await change((now) => figuresAnswered(now, sent, cells, newActionId));
    tellAnswered({ sent, cells });
    return;
  }
  if (sent.is === 'obstacle') {
    const { place, id: actionId, obstacleId, version, said } = sent;
    await call(saveObstacle, { ...place, ...said, actionId, obstacleId, version });
  } else if (sent.is === 'send') await call(submitFigures, { ...sent.place, actionId: sent.id });
  else {
    const { place, id: actionId, targetId, name } = sent;
    await call(addEvidence, { ...place, actionId, targetId, name }, { bytes: new Blob([sent.bytes]) });
  }
  await takeOut(sent.id);
  tellAnswered({ sent, cells: [] });
}

/** Looks again whenever something may have changed: a network, the page in front, a while gone by. */
export function keepSending(): () => void {
  const send = () => void sendOutbox();
  const again = () => {
    if (outboxNow().length > 0 || !isReached()) send();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') send();
  };
  const timer = setInterval(again, AGAIN_AFTER_MS);
  const reach = onReach(() => {
    if (isReached() && performance.now() - failedAt > REST_MS) send();
  });
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', seen);
  send();
  return () => {
    clearInterval(timer);
    reach();
    window.removeEventListener('online', send);
    document.removeEventListener('visibilitychange', seen);
  };
}
