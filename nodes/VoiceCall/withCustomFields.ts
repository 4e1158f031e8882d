import type { CallRequest } from '../providers/common/action';
import { CUSTOM_FIELDS, withAdditions } from '../providers/common/customFields';
import type { Choice } from './task';

/**
 * The request with what a person adds to its body. What the other fields say cannot be changed so, nor what the
 * node sets itself: where a call that is waited for reports, and the key that makes it ring once.
 *
 * @param request complete, but for the additions and the key
 * @throws BadInput for additions that would change it
 */
export function withCustomFields(
	{ additions, ...request }: CallRequest,
	{ operation, waits }: Choice,
): CallRequest {
	if (additions === undefined) return request;
	const { idempotency, reserved = [], wait } = operation;
	const own = [
		...reserved,
		...(idempotency !== undefined && 'member' in idempotency ? [idempotency.member] : []),
		...((waits && wait?.reserved) || []),
	];
	return { ...request, body: withAdditions(request.body ?? {}, additions, CUSTOM_FIELDS, own) };
}
