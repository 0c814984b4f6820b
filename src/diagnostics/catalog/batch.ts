import { error } from '../diagnostic';

/** A line of a batch that asks nothing which can be answered. */
export const batchRequest = (problem: string) =>
  error('batch-request', undefined, problem, {
    help: 'write a line as {"id": 1, "file": "guest.xml", "options": {}}',
  });

/** Nothing is known of the file's contents: it may be there for others. */
export const batchUnreadable = (message: string, help?: string) =>
  error('batch-unreadable', undefined, message, {
    help: help ?? 'name a file that can be read, or put its text into "xml"',
  });
