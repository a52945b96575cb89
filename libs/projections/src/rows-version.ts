/**
 * The version of the rules by which rows follow from events. To be raised whenever the same log gives other rows than before: a fold, a
 * view, a tally or a column has changed. Rows of an older version are folded anew.
 */
export const rowsVersion = 3;
