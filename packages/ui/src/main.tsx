// The page's root element in, the interface in it out.
import '@mantine/core/styles/baseline.css';
import 'virtual:theme.css';
import './style/mantine.ts';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { listenToKeys } from './keys.ts';
import { LanguageProvider } from './language/texts.tsx';
import { queryClient } from './queries.ts';
import { router } from './routes.tsx';
import { theme } from './theme.ts';

listenToKeys();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </LanguageProvider>
    </StrictMode>,
  );
