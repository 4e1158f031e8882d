import type { IDataObject } from 'n8n-workflow';

/** A file that an operation brings, e.g. a recording. */
export interface FileAnswer {
	/** Without an ending. */
	name(callId: string): string;
	/** The type where the answer does not say one, e.g. `audio/mpeg`. */
	mimeType: string;
	/**
	 * The address of the file, where the answer is JSON that names it. It is fetched without the
	 * credential, and so is the target of a redirect.
	 */
	address?(body: IDataObject): string | null;
	/** What is told where such an answer says that there is no file: a sentence without its full stop. */
	missing?(body: IDataObject): string | undefined;
}
