import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconBook2,
  IconChevronDown,
  IconId,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSend,
  IconSun,
  IconUserCircle,
  IconWorld,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLoaderData, useLocation, useNavigation } from 'react-router';
import type { Session } from '../contract/session.ts';
import { formatDate } from '../core/text/dates.ts';
import { Bell } from './bell.tsx';
import { keepFiguresAtHand } from './figures-at-hand.ts';
import { useLanguage, useText } from './language.tsx';
import { Mark } from './mark.tsx';
import { OutboxButton } from './outbox-button.tsx';
import { placesOf } from './places.ts';
import { QuickSearch, useQuickSearch } from './quick-search.tsx';
import { ActingBand, SeatItems } from './seats.tsx';
import { mayAtAll, ownerOf, SessionProvider } from './session.tsx';
import { SessionEnded } from './session-ended.tsx';
import { useLeave } from './use-leave.tsx';
import { useSeat } from './use-seat.ts';

/** The frame around every page: band, mark, where one is, search, and the way to each place. */
export function Frame() {
  const text = useText();
  const session = useLoaderData<Session>();
  const busy = useNavigation().state !== 'idle';
  const search = useQuickSearch();
  const wide = /^\/van-ban\/[0-9a-f]/.test(useLocation().pathname);
  const { person } = session;
  useEffect(() => {
    if (!person || !mayAtAll(person, 'saveFigures')) return undefined;
    // After the page itself: it is what the person waits for.
    const timer = setTimeout(() => void keepFiguresAtHand(ownerOf(person)), 1_500);
    return () => clearTimeout(timer);
  }, [person]);
  if (!person) return null;
  const places = placesOf(person);
  const day = session.demo ? text.frame.demoDay(formatDate(session.today)) : null;
  return (
    <SessionProvider session={{ ...session, person }}>
      <div className={wide ? 'frame frame-wide' : 'frame'}>
        <a className="skip" href="#main">
          {text.frame.skip}
        </a>
        {busy ? <div className="loading-line" role="status" aria-label={text.frame.loading} /> : null}
        <header className="top">
          <Mark />
          <span className="top-place" title={person.post}>
            {person.organisation.name}
            <span className="top-year"> · {text.workroom.movements.perYear(Number(session.today.slice(0, 4)))}</span>
          </span>
          <div className="top-search">
            <button type="button" onClick={search.open}>
              <IconSearch size={16} aria-hidden="true" />
              <span>{text.frame.search}</span>
              <kbd>Ctrl K</kbd>
            </button>
          </div>
          {day ? (
            <Tooltip label={text.frame.demoNote} multiline w={280}>
              <span className="demo-day">{day}</span>
            </Tooltip>
          ) : null}
          <OutboxButton owner={ownerOf(person)} />
          <Bell />
          <SchemeSwitch />
          <AccountMenu session={{ ...session, person }} />
        </header>
        <nav className="side" aria-label={text.frame.navigation}>
          <ul>
            {places.map(({ to, word, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} title={text.frame[word]}>
                  <Icon size={19} stroke={1.7} aria-hidden="true" />
                  <span>{text.frame[word]}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1} className={wide ? 'page wide' : 'page'}>
          <SessionEnded />
          <ActingBand person={person} />
          {day ? <p className="demo-day demo-line">{day}</p> : null}
          <Outlet />
          <p className="only-print print-mark">
            {text.frame.printed(person.organisation.name, formatDate(session.today))}
          </p>
        </main>
        <nav className="bottom" aria-label={text.frame.navigation}>
          <ul>
            {places.map(({ to, word, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'}>
                  <Icon size={21} stroke={1.7} aria-hidden="true" />
                  {text.frame[word]}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <QuickSearch person={person} opened={search.opened} close={search.close} />
        <ScrollRestoration />
      </div>
    </SessionProvider>
  );
}

function SchemeSwitch() {
  const text = useText();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const word = dark ? text.frame.light : text.frame.dark;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={word}
      title={word}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={19} stroke={1.7} /> : <IconMoon size={19} stroke={1.7} />}
    </ActionIcon>
  );
}

function AccountMenu({ session }: { session: Session & { person: NonNullable<Session['person']> } }) {
  const text = useText();
  const { language, speak } = useLanguage();
  const { busy, sit } = useSeat();
  const { leaving, leave, question } = useLeave(session.person.id);
  return (
    <>
      {question}
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`${initials(session.person.post)}, ${text.frame.account}`}
            w="auto"
            px={8}
            loading={leaving || busy}
          >
            {initials(session.person.post)}
            <IconChevronDown size={14} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {session.person.post}
            <br />
            {session.person.organisation.name}, {session.person.province.name}
          </Menu.Label>
          <SeatItems person={session.person} sit={(seat) => void sit(seat)} />
          <Menu.Item
            leftSection={<IconWorld size={16} />}
            onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
            aria-label={text.frame.languageLabel}
          >
            {text.frame.language}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserCircle size={16} />} component={Link} to="/tai-khoan">
            {text.ownAccount.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconSend size={16} />} component={Link} to="/cho-gui">
            {text.offline.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconId size={16} />} component={Link} to="/du-lieu-ca-nhan">
            {text.system.personal.mine}
          </Menu.Item>
          <Menu.Item leftSection={<IconBook2 size={16} />} component="a" href="/api/openapi.json" target="_blank">
            API
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave('here')}>
            {text.frame.signOut}
          </Menu.Item>
          <Menu.Item onClick={() => void leave('everywhere')}>{text.frame.signOutEverywhere}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

const initials = (post: string) =>
  post
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
