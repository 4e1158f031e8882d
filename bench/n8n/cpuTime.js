'use strict';

const { readFileSync, readdirSync } = require('node:fs');

/** The kernel counts in hundredths of a second (USER_HZ on every common Linux). */
const TICKS_PER_SECOND = 100;

/**
 * CPU time that a process group has used so far, n8n with its task runners for instance. Other work
 * on the machine hardly changes it, as it does a rate.
 *
 * @param {number} leader id of the process that leads the group
 * @returns {number} seconds; NaN where there is no /proc
 */
function cpuTime(leader) {
	let ticks = 0;
	try {
		for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
			ticks += ticksOf(pid, leader);
		}
	} catch {
		return NaN;
	}
	return ticks / TICKS_PER_SECOND;
}

/**
 * @param {string} pid
 * @param {number} leader
 */
function ticksOf(pid, leader) {
	let stat;
	try {
		stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	} catch {
		return 0; // Ended meanwhile.
	}
	// The name before may hold blanks; after it come state, parent, group, ..., user and system time.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return Number(fields[2]) === leader ? Number(fields[11]) + Number(fields[12]) : 0;
}

module.exports = { cpuTime };
