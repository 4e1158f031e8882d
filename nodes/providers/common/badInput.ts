import type { Advice } from './advice';

/** A field or a credential that cannot be right. Nothing has been sent. */
export class BadInput extends Error implements Advice {
	/**
	 * @param message what is wrong, in one sentence, without the value of any secret
	 * @param advice what to do about it, in one sentence
	 */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'BadInput';
	}
}
