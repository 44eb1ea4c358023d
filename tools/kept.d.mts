export const keptFile: string;
export function stateOf(file: string): string;
export function known(): string | null;
