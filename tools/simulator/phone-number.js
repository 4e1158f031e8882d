'use strict';

const E164 = /^\+[1-9]\d{6,14}$/;
const E164_WITH_OR_WITHOUT_PLUS = /^\+?[1-9]\d{6,14}$/;
const INDIAN = /^\+91\d{10}$/;

/** @param {unknown} value */
const isE164 = (value) => typeof value === 'string' && E164.test(value);

/**
 * EnableX's glossary wants the plus, its samples leave it out; Mirai Minds only recommends it.
 *
 * @param {unknown} value
 */
const isE164WithOrWithoutPlus = (value) =>
	typeof value === 'string' && E164_WITH_OR_WITHOUT_PLUS.test(value);

/**
 * HuskyVoice "currently" takes Indian numbers only (https://docs.huskyvoice.ai/api/api-keys/).
 *
 * @param {unknown} value
 */
const isIndian = (value) => typeof value === 'string' && INDIAN.test(value);

module.exports = { isE164, isE164WithOrWithoutPlus, isIndian };
