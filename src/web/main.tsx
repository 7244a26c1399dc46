import './no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '../ui/tokens.css';
import '../ui/pieces.css';
import './frame.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { LanguageProvider } from './language.tsx';
import { installWorker } from './new-version.ts';
import { NewVersionBand } from './new-version-band.tsx';
import { router } from './routes.tsx';
import { cssVariables, theme } from './theme.ts';
import { guardForms } from './unread.ts';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
// The dialogs' scroll lock writes a style element too and looks for its nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });
guardForms();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={() => nonce}
        defaultColorScheme="auto"
      >
        <LanguageProvider>
          <Notifications position="bottom-right" limit={4} />
          <RouterProvider router={router} />
          <NewVersionBand />
        </LanguageProvider>
      </MantineProvider>
    </StrictMode>,
  );
installWorker();
