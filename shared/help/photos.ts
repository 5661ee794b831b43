import type { HelpTopic } from './topic.ts';

export const photosHelp: HelpTopic = {
  key: 'photos',
  title: '照片',
  initials: 'zp',
  words: '上传 裁剪 批量 头像 证件照',
  lead: '指示牌要用照片。一张一张上传，或整个文件夹一起导入。',
  steps: [
    { do: '一张一张', how: '点开网格员，点照片位置，选文件，拖动裁剪框到合适位置。' },
    {
      do: '批量导入',
      how: '网格员 → 批量导入照片。文件名里写身份证号、姓名，或姓名加手机号码，程序自动对上人；对不上的和重名的单独列出来，由您指定。',
    },
    { do: '要求', how: 'JPG 或 PNG，单张不超过 10 MB。程序统一裁成 5:7，横着拍的会自动转正。' },
  ],
};
