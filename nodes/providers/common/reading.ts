import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';

/** A decimal number as JSON writes it; what JavaScript takes besides (`0x1f`, `  `) is not a number. */
const DECIMAL = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** ISO 8601 as the providers write it. Without a zone it is UTC, as all of them document. */
const ISO_TIME =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A member of the object's own, whatever it is: nothing that an object inherits. */
export function member(source: IDataObject, key: string): unknown {
	return Object.hasOwn(source, key) ? source[key] : undefined;
}

/** A member that is an object, or an empty one. */
export function objectAt(source: IDataObject, key: string): IDataObject {
	return objectOrNull(source, key) ?? {};
}

/** A member that is an object, or `null`: for what is passed on as it is. */
export function objectOrNull(source: IDataObject, key: string): IDataObject | null {
	const value = member(source, key);
	return isObject(value) ? (value as IDataObject) : null;
}

/** The first of the members that is text and not blank, or a number written as text. */
export function textAt(source: IDataObject, ...keys: string[]): string | null {
	for (const key of keys) {
		const value = member(source, key);
		if (typeof value === 'string' && value.trim() !== '') return value;
		if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	}
	return null;
}

/** The first of the members that is a finite number, or text that is one. */
export function numberAt(source: IDataObject, ...keys: string[]): number | null {
	for (const key of keys) {
		const number = numberIn(member(source, key));
		if (number !== null) return number;
	}
	return null;
}

/** A finite number, or text that is one. */
export function numberIn(value: unknown): number | null {
	const number = typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The first of the members that says yes or no, as JSON does, as text, or as 1 and 0. */
export function truthAt(source: IDataObject, ...keys: string[]): boolean | null {
	for (const key of keys) {
		const value = member(source, key);
		const word = typeof value === 'boolean' ? String(value) : (textAt(source, key) ?? '');
		if (/^\s*(?:true|1)\s*$/i.test(word)) return true;
		if (/^\s*(?:false|0)\s*$/i.test(word)) return false;
	}
	return null;
}

/** The first of the members that is a point in time, as ISO 8601 in UTC. */
export function timeAt(source: IDataObject, ...keys: string[]): string | null {
	for (const key of keys) {
		const value = member(source, key);
		const parts = typeof value === 'string' ? ISO_TIME.exec(value.trim()) : null;
		if (!parts) continue;
		const [, date, time = '00:00', zone = 'Z'] = parts;
		const milliseconds = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
		if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
	}
	return null;
}

/** The first of the members that is a Unix time, as ISO 8601 in UTC. */
export function unixTimeAt(
	source: IDataObject,
	unit: 's' | 'ms',
	...keys: string[]
): string | null {
	const number = numberAt(source, ...keys);
	if (number === null) return null;
	const date = new Date(unit === 's' ? number * 1000 : number);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The seconds from one point in time to another; `null` where one is missing or the order is wrong. */
export function secondsBetween(start: string | null, end: string | null): number | null {
	if (start === null || end === null) return null;
	const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
	return seconds >= 0 ? seconds : null;
}

/** Which way a call went, where a member says so. */
export function directionAt(source: IDataObject, ...keys: string[]): 'inbound' | 'outbound' | null {
	const word = textAt(source, ...keys)
		?.trim()
		.toLowerCase();
	return word === 'inbound' || word === 'outbound' ? word : null;
}

/** A transcript as text: text as it is, a list of utterances as one `speaker: text` line each. */
export function transcriptAt(source: IDataObject, ...keys: string[]): string | null {
	for (const key of keys) {
		const value = member(source, key);
		if (typeof value === 'string' && value.trim() !== '') return value;
		if (!Array.isArray(value)) continue;
		const lines = value.map(utterance).filter((line) => line !== '');
		if (lines.length > 0) return lines.join('\n');
	}
	return null;
}

function utterance(entry: unknown): string {
	if (typeof entry === 'string') return entry;
	if (!isObject(entry)) return '';
	const text = textAt(entry as IDataObject, 'text', 'content', 'message') ?? '';
	const speaker = textAt(entry as IDataObject, 'speaker', 'role');
	return speaker !== null && text !== '' ? `${speaker}: ${text}` : text;
}
