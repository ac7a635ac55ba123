/** English words that tell nothing by themselves. */

/** They say nothing of what is sought by a question that has other words. */
export const fillers: ReadonlySet<string> = new Set(
	(
		'a about all am an and any are as at be been but by can could did do does for from had has have how i if in into ' +
		'is it its may me my not of on or our shall should so than that the their them they this to was we were what when ' +
		'where which who will with would you your'
	).split(' '),
);

/** They do not tell either what a text speaks of, however rare they are in a small collection. */
export const stopWords: ReadonlySet<string> = new Set([
	...fillers,
	...(
		'above after again also because before being below between both doing down during each few further having he her ' +
		'here hers him his itself more most must no nor off once only other ours out over own same she some such theirs ' +
		'then there these those through too under until up us very while whom why yours'
	).split(' '),
]);
