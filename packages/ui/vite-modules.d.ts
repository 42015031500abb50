// Modules that the build makes, without a file of their own.
/// <reference types="vite/client" />
declare module 'virtual:theme.css';
declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape';
  const layout: Ext;
  export default layout;
}
