// What every act of the person goes through: it runs, everything shown is asked again, and a failure is told in the server's
// own Chinese words. The line with 撤销 is the status bar's, which reads it from the audit.
import { useMutation } from '@tanstack/react-query';
import { refreshEverything, told } from '../api.ts';
import { message } from './messages.ts';

export function useAct<Input, Output>(run: (input: Input) => Promise<Output>, done?: (output: Output) => void) {
  return useMutation({
    mutationFn: run,
    onSuccess: async (output) => {
      await refreshEverything();
      done?.(output);
    },
    onError: (error) => message.error(told(error), 6),
  });
}
