'use strict';

/** States in which an execution has come to its end by itself. */
const FINISHED = new Set(['success', 'error', 'canceled']);

/**
 * What became of the events of a run.
 *
 * @typedef {object} Reckoning
 * @property {number} sent events
 * @property {number} attempts requests, retries included
 * @property {number} accepted events answered 2xx
 * @property {number} executions
 * @property {number} lost accepted events without an execution
 * @property {Record<string, number>} lostTo what the lost ones were answered
 * @property {number} refused events answered 4xx, although genuine
 * @property {number} givenUp events that were never accepted nor refused: the sender stopped trying
 * @property {number} twice events with more than one execution
 * @property {number} unsent events that have executions although nobody sent them
 * @property {Record<string, number>} statuses executions by their state
 * @property {number} emptied executions whose record n8n has emptied, so that the event stands nowhere
 * @property {number} unfinished accepted events none of whose executions came to its end
 * @property {Record<string, number>} answers requests by status or error
 *
 * @param {import('./traffic').Sent[]} sent
 * @param {Map<string, import('./records').Execution[]>} executions
 * @returns {Reckoning}
 */
function reckon(sent, executions) {
	const attempts = sent.flatMap((each) => each.attempts);
	/** @param {{ mark: string }} sent */
	const of = ({ mark }) => executions.get(mark) ?? [];
	const accepted = sent.filter(({ delivered }) => delivered);
	const lost = accepted.filter((each) => of(each).length === 0);
	const refused = sent.filter((each) => each.attempts.some(({ status }) => isRefusal(status)));
	const marks = new Set(sent.map(({ mark }) => mark));
	const all = [...executions.values()].flat();
	return {
		sent: sent.length,
		attempts: attempts.length,
		accepted: accepted.length,
		executions: all.length,
		lost: lost.length,
		lostTo: tally(lost.map((each) => each.attempts.at(-1)?.text ?? '')),
		refused: refused.length,
		givenUp: sent.length - accepted.length - refused.length,
		twice: sent.filter((each) => of(each).length > 1).length,
		unsent: [...executions].filter(([mark, [{ emptied }]]) => !emptied && !marks.has(mark)).length,
		statuses: tally(all.map(({ status }) => status)),
		emptied: all.filter(({ emptied }) => emptied).length,
		unfinished: accepted.filter((each) => !of(each).some(({ status }) => FINISHED.has(status)))
			.length,
		answers: tally(attempts.map(({ status, error }) => String(status ?? error))),
	};
}

/**
 * Voxifi's 429 is retried, every other 4xx is final.
 *
 * @param {number} [status] none where the connection broke
 */
const isRefusal = (status = 0) => status >= 400 && status < 500 && status !== 429;

/** @param {string[]} values */
function tally(values) {
	/** @type {Record<string, number>} */
	const counts = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

module.exports = { reckon };
