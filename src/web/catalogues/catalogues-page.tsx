import { Link, Outlet, useLocation } from 'react-router';
import { useText } from '../language.tsx';

const PARTS = [
  { to: '/quan-tri/danh-muc', word: 'indicators' },
  { to: '/quan-tri/danh-muc/linh-vuc', word: 'domains' },
  { to: '/quan-tri/danh-muc/loai-van-ban', word: 'types' },
  { to: '/quan-tri/danh-muc/ngay-nghi', word: 'days' },
] as const;

/** Lists that all screens share. */
export function CataloguesPage() {
  const text = useText();
  const words = text.catalogues;
  const { pathname } = useLocation();
  return (
    <section aria-labelledby="catalogues-head">
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <h2 id="catalogues-head" className="visually-hidden">
        {words.title}
      </h2>
      <p className="keep-quiet">{words.about}</p>
      <nav className="page-tabs no-print" aria-label={words.title}>
        {PARTS.map(({ to, word }) => (
          <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
            {words.parts[word]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </section>
  );
}
