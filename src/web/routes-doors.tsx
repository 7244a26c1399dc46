import type { RouteObject } from 'react-router';
import { FailedPage } from './failed-page.tsx';

/** Addresses before one is signed in: signing in, and what a link opens. */
export const doors: RouteObject[] = [
  {
    path: '/dang-nhap',
    lazy: () =>
      import('./session/sign-in-page.tsx').then((page) => ({ Component: page.SignInPage, loader: page.signInLoader })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/doi-mat-khau',
    lazy: () =>
      import('./own-account/must-change-page.tsx').then((page) => ({
        Component: page.MustChangePage,
        loader: page.mustChangeLoader,
      })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/loi-moi/:token',
    lazy: () =>
      import('./links/invitation-page.tsx').then((page) => ({
        Component: page.InvitationPage,
        loader: page.invitationLoader,
      })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/khoi-phuc/:token',
    lazy: () =>
      import('./links/recovery-page.tsx').then((page) => ({
        Component: page.RecoveryPage,
        loader: page.recoveryLoader,
      })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/viec/:token',
    lazy: () =>
      import('./links/task-page.tsx').then((page) => ({ Component: page.TaskByLinkPage, loader: page.taskLinkLoader })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/phieu/:token',
    lazy: () =>
      import('./links/request-page.tsx').then((page) => ({
        Component: page.RequestByLinkPage,
        loader: page.requestLinkLoader,
      })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
  {
    path: '/gui-so-lieu/:token',
    lazy: () =>
      import('./links/figures-page.tsx').then((page) => ({
        Component: page.FiguresByLinkPage,
        loader: page.figureLinkLoader,
      })),
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
  },
];
