// The sources of the interface in, its build in dist/ out: no inline script or style, the theme's variables as a sheet of their own.
import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { theme } from './src/theme.ts';

const THEME_SHEET = 'virtual:theme.css';

/** Mantine would put its variables into a style element when it starts, which `style-src 'self'` forbids. */
function themeSheet(): Plugin {
  return {
    name: 'sekisho-theme-sheet',
    resolveId: (id) => (id === THEME_SHEET ? `\0${THEME_SHEET}` : undefined),
    load: (id) =>
      id === `\0${THEME_SHEET}`
        ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)))
        : undefined,
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), themeSheet()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // a data: address would need a wider content policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(['/v1', '/healthz', '/openapi.json'].map((path) => [path, 'http://127.0.0.1:7117'])),
  },
});
