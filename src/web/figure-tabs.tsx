import { NavLink } from 'react-router';
import { showCurrentTab } from './current-tab.ts';
import { useText } from './language.tsx';

/** The sides of figures: what is due, what came of it, and tables asked for besides. */
export function FigureTabs() {
  const text = useText();
  const { tabs, title } = text.rollups;
  return (
    <nav className="page-tabs no-print" aria-label={title} ref={showCurrentTab}>
      <NavLink to="/so-lieu" end>
        {tabs.due}
      </NavLink>
      <NavLink to="/so-lieu/toan-canh">{tabs.map}</NavLink>
      <NavLink to="/so-lieu/tong-hop">{tabs.board}</NavLink>
      <NavLink to="/so-lieu/kho-khan">{text.obstacles.tab}</NavLink>
      <NavLink to="/so-lieu/phieu">{text.dataRequests.tab}</NavLink>
    </nav>
  );
}
