// zod's own name for its setting is private: this fails when another version looks for it elsewhere.
import { expect, test } from 'vitest';
import '../../renderer/zodConfiguration.ts';
import { z } from 'zod';

test('zod compiles nothing in a window', () => expect(z.config().jitless).toBe(true));
