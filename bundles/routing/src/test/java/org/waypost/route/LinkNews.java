package org.waypost.route;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waypost.admin.Answer;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;

/** Writes down what link state is told. */
final class LinkNews implements LinkStates {
    final List<String> heard = new ArrayList<>();

    @Override
    public void failed(UUID connector, String reason) {
        heard.add("failed " + connector + " " + reason);
    }

    @Override
    public void reached(UUID connector) {
        heard.add("reached " + connector);
    }

    @Override
    public OrganizationMap map() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AutoCloseable watch(Consumer<OrganizationMap> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkStateStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Answer<String>> moveMaster(String group, String server) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String write(OrganizationMap map) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        throw new UnsupportedOperationException();
    }
}
