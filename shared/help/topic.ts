// A topic of the help: what a screen answers, and how each thing is done. Words only. Each screen's stands in a file of its own beside
// this one, or with its room, and shared/screens.ts says whose it is.
export type HelpTopic = {
  key: string;
  title: string;
  /** Pinyin initials of the title, and other words people look for. */
  initials: string;
  words: string;
  lead: string;
  steps: readonly { do: string; how: string }[];
};
