package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waypost.track.file.EventReader;
import org.waypost.track.file.Lines;
import org.waypost.track.index.Block;
import org.waypost.track.index.Index;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingQuestion;

/** Finds events, newest first: file by file, what is not indexed line by line, the rest by the index. Any thread; waits for the disk. */
final class Finder {
    private final EventReader reader = new EventReader();
    private final Path folder;
    private final Index index;
    private final Catalog catalog;

    Finder(Path folder, Index index, Catalog catalog) {
        this.folder = folder;
        this.index = index;
        this.catalog = catalog;
    }

    List<TrackingEvent> find(TrackingQuestion question) throws IOException {
        Condition condition = new Condition(question);
        List<TrackingEvent> found = new ArrayList<>();
        for (Part part : catalog.newestFirst()) {
            boolean indexed = condition.overlaps(part.indexed().first(), part.indexed().last());
            if (found.size() < question.limit() && (part.isBehind() || indexed)) {
                find(part, condition, question.limit(), found);
            }
        }
        return found;
    }

    private void find(Part part, Condition condition, int limit, List<TrackingEvent> found) throws IOException {
        try (Lines lines = Lines.open(part.file().in(folder))) {
            behind(lines, part, condition, limit, found);
            BitSet[] candidates = candidates(part, condition);
            for (int block = candidates.length - 1; block >= 0 && found.size() < limit; block--) {
                Optional<Block> there = candidates[block].isEmpty() ? Optional.empty() : index.block(part.file(), block);
                if (there.isPresent() && condition.overlaps(there.get().first(), there.get().last())) {
                    read(lines, there.get().positions(), candidates[block], condition, limit, found);
                }
            }
        } catch (NoSuchFileException e) {
            // It was deleted meanwhile, as the oldest are.
        }
    }

    private void behind(Lines lines, Part part, Condition condition, int limit, List<TrackingEvent> found) throws IOException {
        List<TrackingEvent> inOrder = new ArrayList<>();
        lines.scan(part.indexed().end(), part.end(), (bytes, offset, length) -> {
            if (condition.admits(bytes, offset, length)) {
                reader.event(bytes, offset, length).filter(condition).ifPresent(inOrder::add);
            }
            if (inOrder.size() >= 2 * limit) {
                inOrder.subList(0, inOrder.size() - limit).clear();
            }
            return true;
        });
        Collections.reverse(inOrder);
        found.addAll(inOrder.subList(0, Math.min(limit - found.size(), inOrder.size())));
    }

    /** The numbers of the lines to look at, block by block. */
    private BitSet[] candidates(Part part, Condition condition) throws IOException {
        int blocks = part.indexed().blocks();
        BitSet[] all = null;
        for (Collection<Long> terms : condition.terms()) {
            BitSet[] some = index.lines(part.file(), terms, blocks);
            for (int block = 0; all != null && block < blocks; block++) {
                some[block].and(all[block]);
            }
            all = some;
        }
        return all == null ? everything(blocks) : all;
    }

    private static BitSet[] everything(int blocks) {
        BitSet every = new BitSet();
        every.set(0, Character.MAX_VALUE);
        return IntStream.range(0, blocks).mapToObj(block -> every).toArray(BitSet[]::new);
    }

    private void read(Lines lines, long[] positions, BitSet numbers, Condition condition, int limit, List<TrackingEvent> found)
            throws IOException {
        int newest = Math.min(numbers.length(), positions.length - 1) - 1;
        for (int line = numbers.previousSetBit(newest); line >= 0 && found.size() < limit; line = numbers.previousSetBit(line - 1)) {
            byte[] bytes = lines.read(positions[line], (int) (positions[line + 1] - positions[line]));
            Optional<TrackingEvent> event = reader.event(bytes, 0, bytes.length);
            event.filter(condition).ifPresent(found::add);
        }
    }
}
