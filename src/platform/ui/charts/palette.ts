/** The few colours of charts, each with one meaning. */
export interface Palette {
  /** The unit that is looked at. */
  readonly ink: string;
  /** Labels. */
  readonly soft: string;
  /** The region, as an area and as a line. */
  readonly region: string;
  readonly regionLine: string;
  /** Helper lines. */
  readonly line: string;
  readonly paper: string;
}

/** On the screen the charts follow the tokens, the dark theme and print included. */
export const screenPalette: Palette = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  region: 'var(--region)',
  regionLine: 'var(--region-line)',
  line: 'var(--line)',
  paper: 'var(--paper)',
};

/** In documents there is paper and ink only, and no style sheet to ask. */
export const documentPalette: Palette = {
  ink: '#000000',
  soft: '#333333',
  region: '#dcdcdc',
  regionLine: '#777777',
  line: '#b5b5b5',
  paper: '#ffffff',
};
