// What people type for the check character X, in other alphabets and as a sign: the input method's × and Ⅹ, the Russian and the Greek.

export const crosses = 'XxХхΧχ×✕✖✗Ⅹⅹ';
