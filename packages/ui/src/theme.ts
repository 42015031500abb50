// Nothing in; the colours, sizes and defaults of the interface out.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** 藍, the indigo of workmen's cloth: dark enough for white text from the sixth shade on (contrast above 4.5). */
const ai: MantineColorsTuple = [
  '#eff3fa',
  '#dde5f2',
  '#b9c8e3',
  '#92a9d3',
  '#718fc6',
  '#5b7dbd',
  '#3f64a8',
  '#34548f',
  '#2c477a',
  '#233a66',
];

/** The greys of the dark theme, towards the indigo; the first is ink, the last the ground. */
const dark: MantineColorsTuple = [
  '#e6eaf2',
  '#c9d1e0',
  '#a3aec4',
  '#7d8aa5',
  '#3d4860',
  '#2b3446',
  '#1f2635',
  '#1a202d',
  '#151a25',
  '#12161f',
];

export const theme = createTheme({
  colors: { ai, dark },
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  fontFamily:
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans Arabic', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'Noto Sans Mono', monospace",
  headings: { fontWeight: '600' },
  components: { Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } } },
});
