import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId } from '../contract/ids.ts';
import type { FigureCell, SavedCell } from '../contract/measurements.ts';
import {
  applied,
  figuresAnswered,
  keepMine,
  nextToGo,
  putBehind,
  settled,
  tryAgain,
  type Waiting,
  type WaitingFigures,
} from './outbox-items.ts';

const id = (name: string) => name as ActionId;
const place = { movementId: 'm', from: '2026-06-01', until: '2026-06-30', organisationId: 'u' } as Waiting['place'];
const names: Waiting['names'] = {
  movement: 'Phong trào',
  unit: 'Bản Thẳm',
  period: { kind: 'month', from: place.from, until: place.until },
};
const common = { owner: 'an', ownerPost: 'Trưởng bản', at: '', order: 1, tried: false, trouble: null, place, names };

const figures = (name: string, values: Record<string, string>, version: number | null = null): WaitingFigures => ({
  ...common,
  id: id(name),
  is: 'figures',
  saidBy: null,
  cells: Object.entries(values).map(([targetId, value]) => ({
    target: targetId,
    typed: value,
    cell: {
      targetId: targetId as never,
      version,
      value,
      numerator: null,
      denominator: null,
      estimated: false,
      note: null,
    },
  })),
});
const send = (name: string): Waiting => ({ ...common, id: id(name), is: 'send' });
const figure = (value: string, version: number) =>
  ({ entered: value, numerator: null, denominator: null, estimated: false, note: null, version }) as FigureCell;
const saved = (targetId: string, value: string, version: number): SavedCell => ({
  targetId: targetId as never,
  outcome: 'saved',
  faults: [],
  figure: figure(value, version),
});

describe('what waits to be sent', () => {
  it('takes the place of what was typed before, as long as that cannot have arrived', () => {
    const items = applied([], putBehind([], figures('a', { x: '1', y: '2' })));
    const now = applied(items, putBehind(items, figures('b', { x: '3' })));
    expect(now.map((one) => [one.id, one.is === 'figures' ? one.cells.map(({ typed }) => typed) : []])).toEqual([
      ['a', ['2']],
      ['b', ['3']],
    ]);
  });

  it('stands behind what may have arrived, and builds on its answer', () => {
    const items = applied([], putBehind([{ ...figures('a', { x: '1' }), tried: true }], figures('b', { x: '3' })));
    const all = [{ ...figures('a', { x: '1' }), tried: true }, ...items];
    expect(all.map((one) => one.id)).toEqual(['a', 'b']);
    const first = all[0] as WaitingFigures;
    const left = applied(
      all,
      figuresAnswered(all, first, [saved('x', '1', 7)], () => id('new')),
    );
    expect(left).toMatchObject([{ id: 'b', cells: [{ typed: '3', cell: { version: 7 } }] }]);
  });

  it('becomes an entry of its own for each cell in which somebody else was quicker', () => {
    const sent = { ...figures('a', { x: '1', y: '2', z: '3' }, 1), tried: true };
    const theirs: SavedCell = { targetId: 'y' as never, outcome: 'conflict', faults: [], figure: figure('9', 4) };
    const wrong: SavedCell = { targetId: 'z' as never, outcome: 'refused', faults: ['period-closed'], figure: null };
    let turn = 0;
    const left = applied(
      [sent],
      figuresAnswered([sent], sent, [saved('x', '1', 2), theirs, wrong], () => id(`n${++turn}`)),
    );
    expect(left).toMatchObject([
      { id: 'n1', tried: false, trouble: { is: 'conflict', theirs: { entered: '9' } }, cells: [{ typed: '2' }] },
      { id: 'n2', trouble: { is: 'faults', faults: ['period-closed'] }, cells: [{ typed: '3' }] },
    ]);
    expect(nextToGo(left, 'an')).toBeNull();
    const chosen = applied(left, keepMine(left[0] as WaitingFigures, id('mine')));
    expect(nextToGo(chosen, 'an')).toMatchObject({ id: 'mine', cells: [{ cell: { value: '2', version: 4 } }] });
  });

  it('asks nobody where the other person entered the same', () => {
    const sent = figures('a', { x: '1' }, 1);
    const same: SavedCell = { targetId: 'x' as never, outcome: 'conflict', faults: [], figure: figure('1', 4) };
    expect(settled(sent, [same])).toMatchObject([{ outcome: 'saved' }]);
    expect(settled(sent, [{ ...same, figure: figure('2', 4) }])).toMatchObject([{ outcome: 'conflict' }]);
  });

  it('is sent by nobody else', () => {
    expect(nextToGo([figures('a', { x: '1' })], 'binh')).toBeNull();
  });

  it('holds "Gửi" back until every figure of its place is settled, and lets other places go', () => {
    const stuck: Waiting = { ...figures('a', { x: '1' }), trouble: { is: 'faults', faults: ['negative'] } };
    const wanted = { ...send('s'), order: 2 };
    const elsewhere: Waiting = { ...figures('b', { x: '1' }), order: 3, place: { ...place, from: '2026-05-01' } };
    expect(nextToGo([stuck, wanted], 'an')).toBeNull();
    expect(nextToGo([stuck, wanted, elsewhere], 'an')?.id).toBe('b');
    expect(nextToGo([wanted], 'an')?.id).toBe('s');
  });

  it('is not held back by words that were refused: they are no figures', () => {
    const said = { domain: null, obstacle: 'Thiếu nước', cause: null, recommendation: null, saidBy: null };
    const words: Waiting = { ...common, id: id('o'), is: 'obstacle', obstacleId: null, version: 0, said };
    const refused = { ...words, trouble: { is: 'problem', body: {} as never } } as const;
    expect(nextToGo([refused, { ...send('s'), order: 2 }], 'an')).toMatchObject({ id: 's' });
  });

  it('goes again as a deed of its own', () => {
    const refused: Waiting = {
      ...figures('a', { x: '1' }),
      tried: true,
      trouble: { is: 'faults', faults: ['negative'] },
    };
    expect(applied([refused], tryAgain(refused, id('b')))).toMatchObject([{ id: 'b', tried: false, trouble: null }]);
  });
});

/** A server that keeps its answers by action id, as the real one does, and one cell with a version. */
class Server {
  value: string | null = null;
  version: number | null = null;
  writes: string[] = [];
  private readonly answers = new Map<string, SavedCell[]>();
  save(sent: WaitingFigures): SavedCell[] {
    const before = this.answers.get(sent.id);
    if (before) return before;
    const [own] = sent.cells;
    if (!own) return [];
    const { cell } = own;
    const now = () => (this.value === null ? null : figure(this.value, this.version ?? 0));
    if (cell.version !== this.version)
      return this.remember(sent.id, { ...saved('x', '', 0), outcome: 'conflict', figure: now() });
    this.value = cell.value;
    this.version = (this.version ?? 0) + 1;
    this.writes.push(cell.value ?? '');
    return this.remember(sent.id, { ...saved('x', '', 0), figure: now() });
  }
  private remember(key: string, answer: SavedCell): SavedCell[] {
    this.answers.set(key, [answer]);
    return [answer];
  }
}

describe('a network that comes and goes', () => {
  it('brings every last word there once, in order, however often answers are lost', () => {
    const step = fc.oneof(
      fc.record({ type: fc.integer({ min: 1, max: 9 }) }),
      fc.constantFrom('arrives', 'answer-lost', 'request-lost'),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = new Server();
        let items: Waiting[] = [];
        let turn = 0;
        let last: string | null = null;
        let known: number | null = null;
        const fresh = () => id(`n${++turn}`);
        const go = (fate: 'arrives' | 'answer-lost' | 'request-lost') => {
          const next = nextToGo(items, 'an');
          if (next?.is !== 'figures') return;
          const sent = { ...next, tried: true };
          items = applied(items, { put: [sent], drop: [] });
          if (fate === 'request-lost') return;
          const answer = server.save(sent);
          if (fate === 'answer-lost') return;
          const now = settled(sent, answer);
          items = applied(items, figuresAnswered(items, sent, now, fresh));
          known = now[0]?.figure?.version ?? known;
        };
        for (const one of steps) {
          if (typeof one === 'string') go(one);
          else {
            last = String(one.type);
            items = applied(items, putBehind(items, figures(fresh(), { x: last }, known)));
          }
        }
        for (let left = 0; left < 100 && items.length > 0; left++) go('arrives');
        expect(items).toEqual([]);
        expect(server.value).toBe(last);
        expect(server.writes.length).toBeLessThanOrEqual(steps.filter((one) => typeof one !== 'string').length);
      }),
    );
  });
});
