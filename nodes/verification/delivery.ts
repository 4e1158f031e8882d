/** One HTTP request of a provider, exactly as it arrived. */
export interface Delivery {
	/**
	 * Header values by lower-case name, one entry for each time the header was sent
	 * (the shape of Node's `IncomingMessage.headersDistinct`).
	 */
	headers: Readonly<Record<string, readonly string[] | undefined>>;
	/** The body's bytes, after transfer and content decoding and before any parsing. */
	body: Buffer;
}
