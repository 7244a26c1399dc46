import './administration.css';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { PageHead } from '../../ui/page.tsx';
import { ADMINISTRATION } from '../administration-tabs.ts';
import { useText } from '../language.tsx';
import { mayAtAll, useSession } from '../session.tsx';

/** What keeps the house in order, one tab for each matter; a person sees the tabs of their rights. */
export function AdministrationPage() {
  const text = useText();
  const { person } = useSession();
  const { pathname } = useLocation();
  const words = text.administration;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about} />
      <nav className="page-tabs no-print" aria-label={words.title}>
        {ADMINISTRATION.filter(({ right }) => mayAtAll(person, right)).map(({ to, word }) => (
          <Link key={to} to={to} aria-current={pathname.startsWith(to) ? 'page' : undefined}>
            {words.tabs[word]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}

/** The first tab of the person's rights. */
export function AdministrationStart() {
  const { person } = useSession();
  const first = ADMINISTRATION.find(({ right }) => mayAtAll(person, right));
  return <Navigate to={first?.to ?? '/'} replace />;
}
