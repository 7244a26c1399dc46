import type { RouteObject } from 'react-router';

/** Addresses of the administration, inside the frame. */
export const administration: RouteObject = {
  path: 'quan-tri',
  lazy: () =>
    import('./administration/administration-page.tsx').then((page) => ({
      Component: page.AdministrationPage,
    })),
  children: [
    {
      index: true,
      lazy: () =>
        import('./administration/administration-page.tsx').then((page) => ({
          Component: page.AdministrationStart,
        })),
    },
    {
      path: 'don-vi',
      lazy: () =>
        import('./organisations/organisations-page.tsx').then((page) => ({
          Component: page.OrganisationsPage,
          loader: page.organisationsLoader,
        })),
    },
    {
      path: 'tai-khoan',
      lazy: () =>
        import('./accounts/list-page.tsx').then((page) => ({
          Component: page.AccountListPage,
          loader: page.accountListLoader,
        })),
    },
    {
      path: 'tai-khoan/:accountId',
      lazy: () =>
        import('./accounts/account-page.tsx').then((page) => ({
          Component: page.AccountPage,
          loader: page.accountLoader,
        })),
    },
    {
      path: 'vai-tro',
      lazy: () => import('./administration/roles-page.tsx').then((page) => ({ Component: page.RolesPage })),
    },
    {
      path: 'ma-truy-cap',
      lazy: () =>
        import('./access-tokens/tokens-page.tsx').then((page) => ({
          Component: page.TokensPage,
          loader: page.tokensLoader,
        })),
    },
    {
      path: 'nhat-ky',
      lazy: () =>
        import('./audit/audit-page.tsx').then((page) => ({
          Component: page.AuditPage,
          loader: page.auditLoader,
        })),
    },
    {
      path: 'nhat-ky/xac-nhan',
      lazy: () =>
        import('./audit/head-page.tsx').then((page) => ({
          Component: page.AuditHeadPage,
          loader: page.headLoader,
        })),
    },
    {
      path: 'danh-muc',
      lazy: () => import('./catalogues/catalogues-page.tsx').then((page) => ({ Component: page.CataloguesPage })),
      children: [
        {
          index: true,
          lazy: () =>
            import('./catalogues/indicators-page.tsx').then((page) => ({
              Component: page.IndicatorsPage,
              loader: page.indicatorsLoader,
            })),
        },
        {
          path: 'linh-vuc',
          lazy: () => import('./catalogues/lists-pages.tsx').then((page) => ({ Component: page.DomainsPage })),
        },
        {
          path: 'loai-van-ban',
          lazy: () => import('./catalogues/lists-pages.tsx').then((page) => ({ Component: page.DocumentTypesPage })),
        },
        {
          path: 'ngay-nghi',
          lazy: () =>
            import('./catalogues/days-page.tsx').then((page) => ({
              Component: page.DaysPage,
              loader: page.daysLoader,
            })),
        },
      ],
    },
    {
      path: 'thiet-lap',
      lazy: () =>
        import('./settings/settings-page.tsx').then((page) => ({
          Component: page.SettingsPage,
          loader: page.settingsLoader,
        })),
    },
    {
      path: 'he-thong',
      lazy: () =>
        import('./system/system-page.tsx').then((page) => ({
          Component: page.SystemPage,
          loader: page.systemLoader,
        })),
    },
  ],
};
