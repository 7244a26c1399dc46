import { NavLink } from 'react-router';
import { useText } from './language.tsx';

/** The two sides of figures: what is due, and what came of it. */
export function FigureTabs() {
  const { tabs, title } = useText().rollups;
  return (
    <nav className="page-tabs no-print" aria-label={title}>
      <NavLink to="/so-lieu" end>
        {tabs.due}
      </NavLink>
      <NavLink to="/so-lieu/toan-canh">{tabs.map}</NavLink>
      <NavLink to="/so-lieu/tong-hop">{tabs.board}</NavLink>
    </nav>
  );
}
