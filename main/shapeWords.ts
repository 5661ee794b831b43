// What is said of an answer that doesn't fit its shape, where the shape has no words of its own: Chinese, and none of zod's
// words. Loaded for its effect, once, by whatever tells shape errors to the screen.
import { z } from 'zod';

const limit = (origin: string, number: number | bigint, most: boolean): string => {
  const bound = most ? '最多' : '至少';
  if (origin === 'string') return !most && number === 1 ? '有一项没有填写' : `${bound} ${number} 个字`;
  if (origin === 'array') return `${bound} ${number} 项`;
  return `数字不能${most ? '大' : '小'}于 ${number}`;
};

z.config({
  customError(issue) {
    if (issue.code === 'too_big') return limit(issue.origin, issue.maximum, true);
    if (issue.code === 'too_small') return limit(issue.origin, issue.minimum, false);
    if (issue.code !== 'invalid_type') return '有一项的格式不对';
    if (issue.input === undefined || issue.input === null) return '有一项没有填写';
    return issue.expected === 'number' || issue.expected === 'int' ? '应填数字' : '有一项的类型不对';
  },
});
