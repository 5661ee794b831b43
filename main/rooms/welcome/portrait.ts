// Draws a stand-in for an ID photo, 5:7: every demo worker has a face, and none is anybody's. Flat, in the hand of the reference board.
import type { Chance } from './chance.ts';

export type Sitter = { sex: 'male' | 'female'; age: number };

const skins = [
  ['#EBC2A6', '#D9A084'],
  ['#E4B698', '#CE9377'],
  ['#F0CBB2', '#E0AD92'],
  ['#D8A583', '#BF8566'],
] as const;
const grounds = ['#5389CB', '#5389CB', '#4F84C4', '#5389CB', '#F1F3F6', '#B9343A'] as const;
const cloths = ['#33415C', '#4A5568', '#2F5D50', '#6B4E71', '#7A3B3B', '#3F6C9B', '#5C6B3C', '#8A6F4E', '#2B2F3A'] as const;
const lips = { male: '#A9615A', female: '#B24C50' } as const;

const backHair = [
  'M150 300 C150 130 450 130 450 300 L470 620 L130 620 Z',
  'M140 320 C130 120 470 120 460 320 L462 500 C440 540 380 540 360 520 L240 520 C220 540 160 540 138 500 Z',
  'M244 166 a56 56 0 1 1 112 0 Z M156 340 C150 130 450 130 444 340 L430 420 L170 420 Z',
  'M138 350 C100 250 180 120 300 126 C420 120 500 250 462 350 C486 420 440 470 414 440 L186 440 C160 470 114 420 138 350 Z',
] as const;
const womansHair = [
  'M152 350 C150 180 220 140 300 142 C380 140 450 180 448 350 C400 300 360 272 316 272 C250 280 200 310 152 350 Z',
  'M148 400 C140 170 220 140 300 140 C380 140 460 170 452 400 C440 330 420 300 380 290 C300 300 200 290 176 300 C164 330 156 360 148 400 Z',
  'M156 360 C150 180 240 150 300 150 C360 150 450 180 444 360 C420 290 340 262 300 262 C260 262 180 290 156 360 Z',
  'M146 372 C140 190 230 150 300 150 C370 150 460 190 454 372 C440 300 400 280 350 300 C300 262 240 300 210 282 C176 300 160 330 146 372 Z',
] as const;
const mansHair = [
  'M150 372 C130 190 210 140 300 140 C390 140 470 190 450 372 C440 320 424 290 400 276 C330 290 240 286 196 272 C172 296 160 330 150 372 Z',
  'M150 372 C124 200 190 150 270 146 C400 120 480 210 450 372 C442 320 430 300 412 286 C340 300 290 250 250 240 C210 270 170 310 150 372 Z',
  'M150 380 C132 240 190 170 300 168 C410 170 468 240 450 380 C440 330 430 310 416 300 C400 274 370 262 300 260 C230 262 200 274 184 300 C170 310 160 330 150 380 Z',
  'M152 366 C140 220 190 158 300 156 C410 158 460 220 448 366 C440 322 430 296 414 280 C380 262 340 256 300 256 C260 256 220 262 186 280 C170 296 160 322 152 366 Z',
] as const;
/** What is left on top where the crown went bald. */
const thinHair =
  'M146 396 C132 310 150 256 204 232 C182 276 170 330 168 396 Z M454 396 C468 310 450 256 396 232 C418 276 430 330 432 396 Z';

function dress(chance: Chance, sex: Sitter['sex'], age: number): string {
  const cloth = chance.pick(cloths);
  const shoulders = `<path d="M30 840 C42 696 140 618 240 600 L360 600 C460 618 558 696 570 840 Z" fill="${cloth}"/>`;
  const fold = '#00000024';
  if (sex === 'male') {
    const kind = chance.upTo(3);
    if (kind === 0)
      return `${shoulders}<path d="M236 578 L300 656 L364 578 L394 612 L300 764 L206 612 Z" fill="#F7F8FA"/>
<path d="M286 656 h28 l16 150 l-30 34 l-30 -34 Z" fill="${chance.pick(['#8E2A2A', '#2B3E66', '#5B4A2E'])}"/>
<path d="M206 612 L148 642 L262 840 L292 840 Z M394 612 L452 642 L338 840 L308 840 Z" fill="${fold}"/>`;
    if (kind === 1)
      return `${shoulders}<path d="M232 586 L300 690 L368 586 L404 628 L330 716 L300 700 L270 716 L196 628 Z" fill="${cloth}"/>
<path d="M232 586 L300 690 L368 586 L404 628 L330 716 L300 700 L270 716 L196 628 Z" fill="#FFFFFF30"/><path d="M300 700 V840" stroke="${fold}" stroke-width="6"/>`;
    return `${shoulders}<path d="M240 584 C250 640 350 640 360 584 L378 600 C360 676 240 676 222 600 Z" fill="${fold}"/><path d="M300 664 V840" stroke="#FFFFFF55" stroke-width="5"/>`;
  }
  if (age > 52 || chance.happens(35))
    return `${shoulders}<path d="M234 588 L300 700 L366 588 L396 632 L322 722 L300 702 L278 722 L204 632 Z" fill="#FFFFFF38"/><path d="M300 702 V840" stroke="${fold}" stroke-width="5"/>`;
  if (chance.happens(50))
    return `${shoulders}<path d="M242 572 L300 722 L358 572 L370 602 L300 730 L230 602 Z M242 572 L230 602 L300 722 L370 602 L358 572 Q300 664 242 572 Z" fill="#F7F8FA"/>`;
  return `${shoulders}<path d="M226 600 C240 690 360 690 374 600 L360 592 C344 664 256 664 240 592 Z" fill="#FFFFFF66"/>`;
}

/** The portrait as an SVG of 600×840. Throws of `chance` decide what is nobody's. */
export function portrait(chance: Chance, { sex, age }: Sitter): string {
  const [light, skin] = chance.pick(skins);
  const grey = age > 58 ? 2 : age > 47 ? 1 : 0;
  const hair = ['#1E1A17', chance.pick(['#2C2826', '#4B4846']), chance.pick(['#8C8B8A', '#6F6D6B'])][grey] ?? '#1E1A17';
  const brow = grey === 2 ? '#57534F' : '#241E1A';
  // Half the face's width, half the jaw's, and where the chin ends.
  const wide = 128 + chance.upTo(19);
  const jaw = 60 + chance.upTo(34);
  const chin = 536 + chance.upTo(20);
  const gap = 52 + chance.upTo(8);
  const style = age > 52 && sex === 'female' ? chance.pick([1, 2, 3]) : chance.upTo(4);
  const bald = sex === 'male' && age > 50 && chance.happens(22);
  const [left, right] = [300 - gap, 300 + gap];
  const stretch = `transform="translate(300 0) scale(${(wide / 140).toFixed(3)} 1) translate(-300 0)"`;
  const face = `M${300 - wide} 350 C${300 - wide} 196 ${300 + wide} 196 ${300 + wide} 350 C${300 + wide} 440 ${300 + jaw} ${chin} 300 ${chin} C${300 - jaw} ${chin} ${300 - wide} 440 ${300 - wide} 350 Z`;
  const slant = chance.upTo(13) - 4;
  const browLine = (x: number, turn: number): string => `M${x - 32} ${352 - turn} q32 -${16 + slant} 64 ${turn ? 6 : 0}`;
  const eye = (x: number): string =>
    `<ellipse cx="${x}" cy="384" rx="18" ry="${age > 55 ? 7.5 : 9.5}" fill="#FBFBFA"/><circle cx="${x}" cy="384" r="8.5" fill="#2A211C"/><circle cx="${x + 3}" cy="381" r="2.4" fill="#FFFFFFCC"/>
<path d="M${x - 20} 384 q20 -${age > 55 ? 13 : 17} 40 -1" stroke="#2A211C" stroke-width="4" fill="none" stroke-linecap="round"/>`;
  const smile = 12 + chance.upTo(14);
  const mouth = 482 + chance.upTo(8);
  const years =
    age > 50
      ? `<path d="M236 430 q-6 26 4 44 M364 430 q6 26 -4 44${age > 57 ? ' M252 296 q48 -10 96 0 M262 316 q38 -8 76 0 M216 400 q14 12 40 10 M384 400 q-14 12 -40 10' : ''}" stroke="#00000026" stroke-width="5" fill="none" stroke-linecap="round"/>`
      : '';
  const glasses = chance.happens(age > 45 ? 26 : 16)
    ? `<g fill="none" stroke="${chance.pick(['#2B2B2B', '#5A4A3A', '#7A7F88'])}" stroke-width="6"><rect x="${left - 40}" y="358" width="80" height="56" rx="18"/><rect x="${right - 40}" y="358" width="80" height="56" rx="18"/><path d="M${left + 40} 378 q${gap - 40} -10 ${(gap - 40) * 2} 0"/></g>`
    : '';
  const behind = sex === 'female' ? `<path d="${backHair[style] ?? ''}" fill="${hair}" ${stretch}/>` : '';
  const front = bald ? thinHair : ((sex === 'female' ? womansHair : mansHair)[style] ?? '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 840" width="600" height="840">
<defs><radialGradient id="skin" cx="0.44" cy="0.36" r="0.72"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${skin}"/></radialGradient></defs>
<rect width="600" height="840" fill="${chance.pick(grounds)}"/>
${behind}${dress(chance, sex, age)}
<path d="M246 490 h108 v108 c0 44 -108 44 -108 0 Z" fill="${skin}"/><path d="M246 520 q54 54 108 0 v34 q-54 52 -108 0 Z" fill="#00000020"/>
<ellipse cx="${302 - wide}" cy="396" rx="19" ry="35" fill="${skin}"/><ellipse cx="${298 + wide}" cy="396" rx="19" ry="35" fill="${skin}"/>
<path d="${face}" fill="url(#skin)"/>
<path d="${front}" fill="${hair}" ${stretch}/>
<path d="${browLine(left, 0)} ${browLine(right, 0)}" stroke="${brow}" stroke-width="${sex === 'male' ? 11 : 7}" fill="none" stroke-linecap="round"/>
${eye(left)}${eye(right)}
<path d="M299 400 q-13 42 -8 50 q9 8 22 1" stroke="#00000038" stroke-width="5" fill="none" stroke-linecap="round"/>
${years}
<path d="M${300 - 40} ${mouth} q40 ${smile} 80 0" stroke="${lips[sex]}" stroke-width="${sex === 'female' ? 10 : 8}" fill="none" stroke-linecap="round"/>
${glasses}</svg>`;
}
