// To be imported before anything else: zod tries whether it may compile its checks, which the pages' policy refuses, and the refusal
// alone takes longer than all the checks of a screen. Told beforehand, it doesn't try. It is told where zod looks for it, so that zod
// itself comes only with the screens that check something.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
