package org.waypost.metabase.tree;

/** All there is at a moment. @param version of the last write */
public record State(Tree tree, long version, History history) {
    public static final State EMPTY = new State(Tree.EMPTY, 0, History.EMPTY);
}
