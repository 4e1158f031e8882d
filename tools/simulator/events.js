'use strict';

/**
 * Sample events of every type that the providers document, made up in the style of their pages.
 * Each provider's own file says which members its pages show and which are only seen in the field.
 */

const { randomBytes } = require('node:crypto');

const { standIns } = require('./standIns');

/**
 * What an event is about; whatever is left out gets the sample value of the provider's pages.
 *
 * @typedef {object} Facts
 * @property {string} [callId]
 * @property {string} [eventId] HuskyVoice and Voxifi; the others have none
 * @property {string} [agentId]
 * @property {string} [from]
 * @property {string} [to]
 * @property {Date} [at] when the event happened
 * @property {number} [durationSeconds]
 * @property {string} [reason] why a call failed
 * @property {string} [status] where the call stands, in the provider's words
 * @property {boolean} [recordingEnabled] Ultravox: whether the call is recorded
 * @property {string} [broadcastId] EnableX: the broadcast that the call belongs to
 * @property {string} [promptRef] EnableX: the reference of a prompt
 * @property {string} [playId] EnableX: the ID of what is played
 * @property {string} [digits] EnableX: the keys that were pressed
 * @property {Record<string, any>} [metadata] what the caller gave along (Mirai `metadata`, EnableX `owner_ref`)
 * @property {Record<string, any>} [callbacks] Ultravox: the addresses that the call brought
 * @property {boolean} [withTranscript] HuskyVoice: also what its page does not show
 * @property {string} [finalStatus] Mirai Minds: how the last attempt ended
 * @property {string} [errorCode] Voxifi: why a call failed, as a word
 *
 * @typedef {(facts: Facts) => Record<string, any>} EventOf makes an event, a new one each time
 */

/** Facts of a call that no other event shares: for load and for counting. */
function uniqueFacts() {
	const mark = randomBytes(6).toString('hex');
	return { callId: `call_${mark}`, eventId: `evt_${mark}`, at: new Date() };
}

/**
 * @param {string} provider
 * @returns {string[]} every type there is a sample of. EnableX has two name spaces: a plain name is a
 *   `state`, one that begins with `play:` is a `playstate`.
 */
function eventTypes(provider) {
	return Object.keys(standIns[provider].events);
}

/**
 * @param {string} provider
 * @param {string} type one of `eventTypes(provider)`
 * @param {Facts} [facts]
 * @returns {Record<string, any>} the event as the provider writes it, a new object each time
 */
function sampleEvent(provider, type, facts = {}) {
	const build = standIns[provider]?.events[type];
	if (build === undefined) throw new Error(`No sample event ${type} of ${provider}`);
	return build(facts);
}

module.exports = { eventTypes, sampleEvent, uniqueFacts };
