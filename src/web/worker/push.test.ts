import { describe, expect, it } from 'vitest';
import { messageIn, showMessages } from './push.ts';
import type { WorkerScope } from './scope.ts';

const holding = (value: unknown) => ({ json: () => value });

describe('a message that comes while no page is open', () => {
  it('is shown as it was sent', () => {
    const sent = { title: 'Bản Nà Đon còn 3 số liệu', body: 'hạn 06/7/2026', url: '/thong-bao' };
    expect(messageIn(holding(sent))).toEqual(sent);
  });

  it.each([
    null,
    holding(null),
    holding({ title: 7, url: 'https://elsewhere.example/' }),
    holding({ url: '//elsewhere.example' }),
    {
      json: () => {
        throw new SyntaxError('no');
      },
    },
  ])('says that there is something even where it cannot be read, and leads nowhere else: %#', (data) => {
    expect(messageIn(data)).toEqual({ title: 'Thi Đua', body: '', url: '/thong-bao' });
  });

  it('opens the program where it is pressed, in the window that is there', async () => {
    const heard: Record<string, (event: never) => void> = {};
    const done: string[] = [];
    const works: Promise<unknown>[] = [];
    const open = {
      navigate: async (url: string) => done.push(`went to ${url}`),
      focus: async () => done.push('focus'),
    };
    const windows: (typeof open)[] = [];
    const scope = {
      addEventListener: (name: string, hear: (event: never) => void) => {
        heard[name] = hear;
      },
      clients: { matchAll: async () => windows, openWindow: async (url: string) => done.push(`opened ${url}`) },
      registration: { showNotification: async (title: string) => void done.push(`shown ${title}`) },
    } as unknown as WorkerScope;
    showMessages(scope);
    const waitUntil = (work: Promise<unknown>) => works.push(work);
    heard['push']?.({ data: holding({ title: 'Một việc' }), waitUntil } as never);
    const notification = { data: { url: '/thong-bao' }, close: () => done.push('closed') };
    heard['notificationclick']?.({ notification, waitUntil } as never);
    await Promise.all(works);
    windows.push(open);
    heard['notificationclick']?.({ notification, waitUntil } as never);
    await Promise.all(works);
    expect(done).toEqual(['shown Một việc', 'closed', 'opened /thong-bao', 'closed', 'went to /thong-bao', 'focus']);
  });
});
