export function wire(): Promise<string>;
