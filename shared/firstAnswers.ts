// What a window's page brings along: the answers to what its first screen asks, so that it stands as soon as its code runs.

/** The id of the page's element that holds them, as JSON. */
export const firstAnswersId = 'first-answers';

/** A question as the screens ask it, `path` being room and name. */
export type FirstQuestion = { path: string; input?: unknown };

/** `opening`: of which opening of the office they speak (shown.ts). */
export type FirstAnswers = { opening: string; answers: readonly (FirstQuestion & { data: unknown })[] };
