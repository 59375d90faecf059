/** Puts a session on the stage that exists or is about to. */
export type OpenSession = (id: string) => void;
