import { createBrowserRouter, type LoaderFunctionArgs, redirect } from 'react-router';
import { FailedPage, NotFoundPage } from './failed-page.tsx';
import { administration } from './routes-administration.tsx';
import { doors } from './routes-doors.tsx';
import { loadSessionOrKept } from './session.tsx';

/** Every address of the workroom, with those before one is signed in. A page's code is fetched with the page. */

async function frameLoader({ request }: LoaderFunctionArgs) {
  const session = await loadSessionOrKept(request.signal);
  const { pathname, search } = new URL(request.url);
  if (!session.person)
    throw redirect(pathname === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`);
  if (session.person.mustChangePassword) throw redirect('/doi-mat-khau');
  return session;
}

export const router = createBrowserRouter([
  ...doors,
  {
    id: 'frame',
    path: '/',
    loader: frameLoader,
    lazy: { Component: () => import('./frame.tsx').then((module) => module.Frame) },
    ErrorBoundary: FailedPage,
    hydrateFallbackElement: <div className="loading-line" />,
    children: [
      {
        ErrorBoundary: FailedPage,
        children: [
          {
            index: true,
            lazy: () =>
              import('./overview/overview-page.tsx').then((page) => ({
                Component: page.OverviewPage,
                loader: page.overviewLoader,
              })),
          },
          {
            path: 'phong-trao',
            lazy: () =>
              import('./movements/list-page.tsx').then((page) => ({
                Component: page.MovementListPage,
                loader: page.listLoader,
              })),
          },
          {
            path: 'phong-trao/moi',
            lazy: () =>
              import('./movements/create-page.tsx').then((page) => ({
                Component: page.CreateMovementPage,
                loader: page.createLoader,
              })),
          },
          {
            path: 'phong-trao/:movementId/:tab?',
            id: 'movement',
            lazy: () =>
              import('./movements/movement-page.tsx').then((page) => ({
                Component: page.MovementPage,
                loader: page.movementLoader,
              })),
          },
          {
            path: 'phong-trao/:movementId/chi-tieu/:targetId',
            lazy: () =>
              import('./movements/target-page.tsx').then((page) => ({
                Component: page.TargetPage,
                loader: page.targetLoader,
              })),
          },
          {
            path: 'phong-trao/:movementId/chi-tieu/:targetId/dien-bien',
            lazy: () =>
              import('./measurements/course-page.tsx').then((page) => ({
                Component: page.CoursePage,
                loader: page.courseLoader,
              })),
          },
          {
            path: 'phong-trao/:movementId/chi-tieu/:targetId/phan-bo',
            lazy: () =>
              import('./measurements/split-page.tsx').then((page) => ({
                Component: page.SplitPage,
                loader: page.splitLoader,
              })),
          },
          {
            path: 'so-lieu',
            lazy: () =>
              import('./measurements/due-page.tsx').then((page) => ({
                Component: page.DuePage,
                loader: page.dueLoader,
              })),
          },
          {
            path: 'so-lieu/tong-hop',
            lazy: () =>
              import('./rollups/board-page.tsx').then((page) => ({
                Component: page.BoardPage,
                loader: page.boardLoader,
              })),
          },
          {
            path: 'so-lieu/toan-canh',
            lazy: () =>
              import('./rollups/map-page.tsx').then((page) => ({
                Component: page.MapPage,
                loader: page.mapLoader,
              })),
          },
          {
            path: 'so-lieu/xep-hang/:organisationId',
            lazy: () =>
              import('./rollups/ranking-page.tsx').then((page) => ({
                Component: page.RankingPage,
                loader: page.rankingLoader,
              })),
          },
          {
            path: 'so-lieu/kho-khan',
            lazy: () =>
              import('./obstacles/list-page.tsx').then((page) => ({
                Component: page.ObstaclesPage,
                loader: page.obstaclesLoader,
              })),
          },
          {
            path: 'so-lieu/phieu',
            lazy: () =>
              import('./data-requests/list-page.tsx').then((page) => ({
                Component: page.RequestListPage,
                loader: page.requestListLoader,
              })),
          },
          {
            path: 'so-lieu/phieu/moi',
            lazy: () =>
              import('./data-requests/make-page.tsx').then((page) => ({
                Component: page.MakeRequestPage,
                loader: page.makeRequestLoader,
              })),
          },
          {
            path: 'so-lieu/phieu/:requestId',
            lazy: () =>
              import('./data-requests/request-page.tsx').then((page) => ({
                Component: page.RequestPage,
                loader: page.requestLoader,
              })),
          },
          {
            path: 'so-lieu/:movementId',
            lazy: () =>
              import('./measurements/figures-page.tsx').then((page) => ({
                Component: page.FiguresPage,
                loader: page.figuresLoader,
              })),
          },
          {
            path: 'cho-gui',
            lazy: () =>
              import('./outbox/outbox-page.tsx').then((page) => ({
                Component: page.OutboxPage,
                loader: page.outboxLoader,
              })),
          },
          {
            path: 'van-ban',
            lazy: () =>
              import('./documents/start-page.tsx').then((page) => ({
                Component: page.StartPage,
                loader: page.startLoader,
              })),
          },
          {
            path: 'van-ban/tai-lieu/:documentId',
            lazy: () =>
              import('./documents/document-page.tsx').then((page) => ({
                Component: page.DocumentPage,
                loader: page.documentLoader,
              })),
          },
          {
            path: 'van-ban/:readingId',
            lazy: () =>
              import('./documents/reading-page.tsx').then((page) => ({
                Component: page.ReadingPage,
                loader: page.readingLoader,
              })),
          },
          {
            path: 'van-ban/:readingId/so-sanh/:movementId',
            lazy: () =>
              import('./documents/compare-page.tsx').then((page) => ({
                Component: page.ComparePage,
                loader: page.compareLoader,
              })),
          },
          administration,
          {
            path: 'uy-quyen',
            lazy: () =>
              import('./accounts/deputy-page.tsx').then((page) => ({
                Component: page.DeputyPage,
                loader: page.deputyLoader,
              })),
          },
          {
            path: 'tai-khoan',
            lazy: () =>
              import('./own-account/own-account-page.tsx').then((page) => ({
                Component: page.OwnAccountPage,
                loader: page.ownAccountLoader,
              })),
          },
          {
            path: 'ban-giao/:accountId',
            lazy: () =>
              import('./accounts/hand-over-page.tsx').then((page) => ({
                Component: page.HandOverPage,
                loader: page.handOverLoader,
              })),
          },
          {
            path: 'ban-giao/bien-ban/:handOverId',
            lazy: () =>
              import('./accounts/record-page.tsx').then((page) => ({
                Component: page.HandOverRecordPage,
                loader: page.recordLoader,
              })),
          },
          {
            path: 'thong-bao',
            lazy: () =>
              import('./notices/notices-page.tsx').then((page) => ({
                Component: page.NoticesPage,
                loader: page.noticesLoader,
              })),
          },
          {
            path: 'du-lieu-ca-nhan/:accountId?',
            lazy: () => import('./system/personal-page.tsx').then((page) => ({ Component: page.PersonalPage })),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
