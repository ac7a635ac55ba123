/** What is asked of other people's servers, and how often: each limit with its reason, times in milliseconds. */

/** A site may ask for more rest between requests (`Crawl-delay`); beyond half a minute thirty agreements would take half an hour. */
export const longestCrawlDelay = 30_000;

/**
 * A server may name the time when it wants to be asked again. Up to two minutes are waited for, which covers the minute that most rate
 * limits count by; who names more is asked again by the next run, a few hours later.
 */
export const longestRest = 120_000;

/** Two more tries find nearly everything that passes within a run; whoever is down for longer is not helped by a fourth. */
export const triesInAll = 3;

/** Back-off doubles from this. */
export const firstBackOff = 2_000;

/** And never beyond this, so that one page with three tries holds up its host by two minutes at most. */
export const longestBackOff = 60_000;

/**
 * Requests under way at once, over all hosts. Two hundred hosts with two seconds of rest and answers within 0.2 s need 18; slow answers
 * need more. Each may hold a page of some megabytes, and home connections and small machines do well with this many.
 */
export const requestsAtOnce = 48;

/** What RFC 9309, 2.5, asks a reader of robots.txt to read at least, in bytes. The rest is not looked at. */
export const longestRobots = 500 * 1024;

/** What RFC 9309, 2.3.1.2, asks to follow at least. */
export const robotsRedirects = 5;
