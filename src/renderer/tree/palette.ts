import type { OutlineGroup } from './outline';

/** Fill, frame and text of a box; dark text on light paper and the reverse, with a contrast of 7 and more. */
export interface Tone {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

export const LIGHT: Readonly<Record<OutlineGroup, Tone>> = {
  guest: { fill: '#1f2937', stroke: '#111827', text: '#ffffff' },
  bus: { fill: '#e5e7eb', stroke: '#6b7280', text: '#111827' },
  board: { fill: '#f9fafb', stroke: '#9ca3af', text: '#374151' },
  bridge: { fill: '#ede9fe', stroke: '#7c3aed', text: '#2e1065' },
  storage: { fill: '#dcfce7', stroke: '#15803d', text: '#052e16' },
  network: { fill: '#dbeafe', stroke: '#1d4ed8', text: '#172554' },
  other: { fill: '#fef3c7', stroke: '#b45309', text: '#451a03' },
};

export const DARK: Readonly<Record<OutlineGroup, Tone>> = {
  guest: { fill: '#e5e7eb', stroke: '#f9fafb', text: '#111827' },
  bus: { fill: '#374151', stroke: '#9ca3af', text: '#f9fafb' },
  board: { fill: '#1f2937', stroke: '#6b7280', text: '#d1d5db' },
  bridge: { fill: '#2e1065', stroke: '#a78bfa', text: '#ede9fe' },
  storage: { fill: '#052e16', stroke: '#4ade80', text: '#dcfce7' },
  network: { fill: '#172554', stroke: '#60a5fa', text: '#dbeafe' },
  other: { fill: '#451a03', stroke: '#fbbf24', text: '#fef3c7' },
};
