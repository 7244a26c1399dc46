import { IconFileSearch, IconFlag3, IconLayoutDashboard, IconSettings, IconTable } from '@tabler/icons-react';
import type { Person } from '../contract/session.ts';
import type { Text } from '../core/text/vi.ts';
import { ADMINISTRATION } from './administration-tabs.ts';
import { mayAtAll } from './session.tsx';

const PLACES = [
  { to: '/', word: 'overview', icon: IconLayoutDashboard },
  { to: '/phong-trao', word: 'movements', icon: IconFlag3 },
  { to: '/so-lieu', word: 'figures', icon: IconTable },
  { to: '/van-ban', word: 'documents', icon: IconFileSearch },
  { to: '/quan-tri', word: 'administration', icon: IconSettings },
] as const;

/** The places that a person's rights open. */
export const placesOf = (person: Person) =>
  PLACES.filter(({ to }) => {
    if (to === '/') return true;
    if (to === '/quan-tri') return ADMINISTRATION.some(({ right }) => mayAtAll(person, right));
    if (to === '/phong-trao') return mayAtAll(person, 'read') || mayAtAll(person, 'readOpened');
    if (to === '/van-ban' && person.modulesOff.includes('module.reading')) return false;
    return mayAtAll(person, to === '/van-ban' ? 'uploadDocument' : 'read');
  });

/** Every page that a person may open by its name, for the search from anywhere. */
export function pagesOf(person: Person, text: Text): { to: string; word: string }[] {
  const places = placesOf(person).map(({ to, word }) => ({ to: to as string, word: text.frame[word] as string }));
  const tabs = ADMINISTRATION.filter(({ right }) => mayAtAll(person, right));
  return [
    ...places,
    ...(places.some(({ to }) => to === '/so-lieu') ? [{ to: '/so-lieu/tong-hop', word: text.rollups.title }] : []),
    ...(mayAtAll(person, 'createMovement')
      ? [{ to: '/phong-trao/moi', word: text.workroom.movements.createTitle }]
      : []),
    ...tabs.map(({ to, word }) => ({ to, word: `${text.frame.administration} › ${text.administration.tabs[word]}` })),
    { to: '/tai-khoan', word: text.frame.account },
  ];
}
