/** "loss, listening" as the words it names, each once. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, '').toLowerCase())
      .filter((tag) => tag !== ''),
  ),
];
