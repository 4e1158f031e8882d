'use strict';

/**
 * What can be heard in a call: a text with its voice and language, or a recorded prompt
 * (https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js).
 */

/** @param {unknown} value */
const isFilled = (value) => typeof value === 'string' && value !== '';

/**
 * @param {any} play
 * @returns {string|undefined} what is wrong with it
 */
function speechProblem(play) {
	if (isFilled(play?.prompt_name)) return undefined;
	if (!isFilled(play?.text)) return 'prompt_name/text is undefined';
	if (!/^(fe)?male$/i.test(play.voice)) return 'voice parameter is undefined';
	if (!isFilled(play.language)) return 'language parameter is undefined';
	return undefined;
}

module.exports = { speechProblem };
