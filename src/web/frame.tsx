import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconBook2,
  IconChevronDown,
  IconId,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
  IconUserCircle,
  IconWorld,
} from '@tabler/icons-react';
import { useState } from 'react';
import {
  Link,
  NavLink,
  Outlet,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useNavigate,
  useNavigation,
} from 'react-router';
import { type Session, signOut, signOutEverywhere } from '../contract/session.ts';
import { formatDate } from '../core/text/dates.ts';
import { Bell } from './bell.tsx';
import { call, newActionId } from './call.ts';
import { useLanguage, useText } from './language.tsx';
import { Mark } from './mark.tsx';
import { placesOf } from './places.ts';
import { QuickSearch, useQuickSearch } from './quick-search.tsx';
import { sayDone, sayError } from './say.ts';
import { ActingBand, SeatItems } from './seats.tsx';
import { SessionProvider } from './session.tsx';
import { useSeat } from './use-seat.ts';

/** The frame around every page: band, mark, where one is, search, and the way to each place. */
export function Frame() {
  const text = useText();
  const session = useLoaderData<Session>();
  const busy = useNavigation().state !== 'idle';
  const search = useQuickSearch();
  const wide = /^\/van-ban\/[0-9a-f]/.test(useLocation().pathname);
  const { person } = session;
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
          <ActingBand person={person} />
          {day ? <p className="demo-day demo-line">{day}</p> : null}
          <Outlet />
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
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const { busy, sit } = useSeat();
  const leave = async (everywhere: boolean) => {
    setLeaving(true);
    try {
      if (everywhere) await call(signOutEverywhere, { actionId: newActionId() });
      else await call(signOut, {});
      if (everywhere) sayDone(text.frame.signedOutEverywhere);
      await navigate('/dang-nhap');
    } catch (error) {
      sayError(text, error);
      setLeaving(false);
    }
  };
  return (
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
        <Menu.Item leftSection={<IconId size={16} />} component={Link} to="/du-lieu-ca-nhan">
          {text.system.personal.mine}
        </Menu.Item>
        <Menu.Item leftSection={<IconBook2 size={16} />} component="a" href="/api/openapi.json" target="_blank">
          API
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave(false)}>
          {text.frame.signOut}
        </Menu.Item>
        <Menu.Item onClick={() => void leave(true)}>{text.frame.signOutEverywhere}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (post: string) =>
  post
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
