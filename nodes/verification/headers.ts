import type { Delivery } from './delivery';
import { refuse, type Refusal } from './verdict';

/**
 * Reads a header that has to be there exactly once.
 *
 * @returns its value, or the refusal when it is missing, empty or repeated. A repeated header is
 * never resolved by picking one: proxies and servers disagree about which one counts.
 */
export function singleHeader(headers: Delivery['headers'], name: string): string | Refusal {
	const values = headers[name];
	if (values === undefined || values.length === 0) return refuse('header-missing', name);
	if (values.length > 1) return refuse('header-repeated', name);
	return values[0] === '' ? refuse('header-missing', name) : values[0];
}
