import { sleep } from 'n8n-workflow';

/**
 * The whole request within so many milliseconds, where n8n's own timeout bounds the silence within it: an
 * answer that comes drop by drop would take for ever.
 *
 * @returns `undefined` when the time is up; the request goes on, and nobody listens any more
 */
export async function within<T>(duration: number, sending: Promise<T>): Promise<T | undefined> {
	const done = new AbortController();
	const timeUp = sleep(duration, done.signal).then(
		() => undefined,
		() => undefined,
	);
	try {
		return await Promise.race([sending, timeUp]);
	} finally {
		done.abort();
		sending.catch(() => undefined);
	}
}
