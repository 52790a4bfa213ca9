package org.waypost.rus.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Takes nothing, and tells what could be taken. */
record Forecast(Holders holders, UUID recipient) implements Allotment {
    @Override
    public CompletionStage<Boolean> take(List<String> keys) {
        return holders.areFree(keys, recipient);
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public void close() {}
}
