package org.waypost.track.index;

/**
 * What the index has of a file.
 *
 * @param blocks how many
 * @param end the position behind the last one
 * @param first the earliest time of an event in them, in milliseconds since 1970; later than {@code last} if there is none
 * @param last the latest
 */
public record Summary(int blocks, long end, long first, long last) {
    public static final Summary NONE = new Summary(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    /** With one more block behind it. */
    public Summary with(BlockBuilder block) {
        return with(block.block());
    }

    Summary with(Block block) {
        return new Summary(blocks + 1, block.end(), Math.min(first, block.first()), Math.max(last, block.last()));
    }
}
