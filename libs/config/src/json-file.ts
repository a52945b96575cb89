import { readFileSync } from 'node:fs';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${reason(error)}`, { cause: error });
  }
};

/** What a JSON file holds. @throws with the file's name and what is wrong with it */
export const readJsonFile = (file: string): unknown => {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${reason(error)}`, { cause: error });
  }
};
