// To be imported before any schema: zod tries whether it may compile its checks, which the pages' policy refuses, and the refusal alone
// takes longer than all the checks of a first screen. Told beforehand, it doesn't try.
import { config } from 'zod';

config({ jitless: true });
