/** The id of the `number`th sample case: spread like real ids, the same in every run. */
export const sampleId = (number: number): string => {
  const mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b) >>> 0;
  const hex = mixed.toString(16).padStart(8, '0');
  return `${hex}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
};
