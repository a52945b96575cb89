/** Classes of the hotline work order. */
export type Kind = 'enquiry' | 'help' | 'complaint' | 'report' | 'suggestion' | 'praise';

/** One thing that people turn to the county about, and how the unit answers it. Words in braces are filled in. */
export interface Matter {
  readonly label: string;
  /** The unit that handles it; `town` when the township itself does, where the township is a unit. */
  readonly unit: string;
  readonly town?: true;
  readonly weight: number;
  readonly situations: readonly Situation[];
}

export interface Situation {
  readonly kind: Kind;
  readonly text: string;
  readonly answers: readonly string[];
  /** The hotline can answer it on the phone, without a unit. */
  readonly atOnce?: true;
}

export const matter = (label: string, unit: string, weight: number, ...situations: Situation[]): Matter => ({
  label,
  unit,
  weight,
  situations,
});

/** A matter that the four townships with a desk of their own handle themselves. */
export const townMatter = (label: string, unit: string, weight: number, ...situations: Situation[]): Matter => ({
  ...matter(label, unit, weight, ...situations),
  town: true,
});

const situation =
  (kind: Kind) =>
  (text: string, ...answers: string[]): Situation => ({ kind, text, answers });

export const complaint = situation('complaint');
export const help = situation('help');
export const report = situation('report');
export const suggestion = situation('suggestion');
export const praise = situation('praise');
export const enquiry = (text: string, ...answers: string[]): Situation => ({ kind: 'enquiry', text, answers, atOnce: true });
