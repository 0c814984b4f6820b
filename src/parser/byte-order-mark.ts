/** What some editors begin a file with; whoever decodes bytes takes it away. */
export const MARK = '\ufeff';

export const withoutMark = (text: string) => (text.startsWith(MARK) ? text.slice(MARK.length) : text);
