package org.waypost.directory.ldap.watch;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.directory.api.ldap.extras.controls.SynchronizationModeEnum;
import org.apache.directory.api.ldap.extras.controls.syncrepl.syncRequest.SyncRequestValue;
import org.apache.directory.api.ldap.extras.controls.syncrepl.syncRequest.SyncRequestValueImpl;
import org.apache.directory.api.ldap.extras.controls.syncrepl.syncState.SyncStateValue;
import org.apache.directory.api.ldap.extras.intermediate.syncrepl.SyncInfoValue;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.StreamConnection;

/**
 * One search of syncrepl (RFC 4533). It begins with a refresh: after a cookie either what was deleted is named
 * (delete phase), or all that is still there (present phase), and only in its course it shows which. So what came
 * before it showed is mentioned again when it turns out to be a comparison.
 */
final class SyncreplSession {
    private static final int IDLE_MILLIS = 60_000;

    private final StreamConnection connection;
    private final Delivery delivery;
    private final Set<UUID> changedInRefresh = new HashSet<>();
    private boolean refreshing = true;

    SyncreplSession(StreamConnection connection, Delivery delivery) {
        this.connection = connection;
        this.delivery = delivery;
    }

    void run() throws LdapException, InterruptedException, NotTakenException {
        SyncRequestValue control = new SyncRequestValueImpl();
        control.setCritical(true);
        control.setMode(SynchronizationModeEnum.REFRESH_AND_PERSIST);
        Optional<byte[]> cookie = delivery.cookie().map(Base64.getDecoder()::decode);
        cookie.ifPresent(control::setCookie);
        if (cookie.isEmpty()) {
            delivery.beginComparison();
        }
        connection.stream(Requests.subtree(delivery.base(), delivery.watch().filter(), delivery.watch().attributes(), control));
        while (true) {
            if (!refreshing && !connection.hasNext()) {
                delivery.flush();
            }
            Optional<Response> response = connection.next(IDLE_MILLIS);
            if (response.isPresent()) {
                take(response.get());
            }
        }
    }

    private void take(Response response) throws LdapException, InterruptedException, NotTakenException {
        if (response instanceof SearchResultEntry entry && entry.getControl(SyncStateValue.OID) instanceof SyncStateValue state) {
            takeEntry(entry, state);
        } else if (response instanceof SyncInfoValue info) {
            takeInfo(info);
        } else if (response instanceof SearchResultDone done) {
            end(done);
        }
    }

    private void takeEntry(SearchResultEntry found, SyncStateValue state) throws InterruptedException, NotTakenException {
        UUID id = id(state.getEntryUUID());
        switch (state.getSyncStateType()) {
            case ADD, MODIFY, MODDN -> changed(found, id);
            case PRESENT -> present(List.of(state.getEntryUUID()));
            case DELETE -> deleted(List.of(state.getEntryUUID()));
        }
        if (!refreshing) {
            cookie(state.getCookie()).ifPresent(delivery::reached);
        }
    }

    private void changed(SearchResultEntry found, UUID id) throws InterruptedException, NotTakenException {
        if (refreshing && !delivery.isComparing()) {
            changedInRefresh.add(id);
        }
        var entry = Entries.entry(found.getEntry());
        if (entry.isPresent()) {
            delivery.add(new DirectoryChange.Changed(entry.get()));
        }
    }

    private void takeInfo(SyncInfoValue info) throws InterruptedException, NotTakenException {
        switch (info.getSyncInfoValueType()) {
            case NEW_COOKIE -> cookie(info.getCookie()).ifPresent(delivery::reached);
            case REFRESH_DELETE -> refreshed(info);
            case REFRESH_PRESENT -> {
                present(List.of());
                refreshed(info);
            }
            case SYNC_ID_SET -> {
                if (info.isRefreshDeletes()) {
                    deleted(info.getSyncUUIDs());
                } else {
                    present(info.getSyncUUIDs());
                }
            }
        }
    }

    /** Whoever is there is named: it is a comparison. */
    private void present(List<byte[]> ids) throws InterruptedException, NotTakenException {
        if (!delivery.isComparing()) {
            delivery.beginComparison();
            for (UUID changed : changedInRefresh) {
                delivery.add(new DirectoryChange.Present(changed));
            }
            changedInRefresh.clear();
        }
        for (byte[] present : ids) {
            delivery.add(new DirectoryChange.Present(id(present)));
        }
    }

    /** In a comparison whoever is gone is simply not named. */
    private void deleted(List<byte[]> ids) throws InterruptedException, NotTakenException {
        if (!delivery.isComparing()) {
            for (byte[] deleted : ids) {
                delivery.add(new DirectoryChange.Deleted(id(deleted)));
            }
        }
    }

    private void refreshed(SyncInfoValue info) throws InterruptedException, NotTakenException {
        if (!info.isRefreshDone()) {
            return;
        }
        Optional<String> next = cookie(info.getCookie()).or(delivery::cookie);
        if (delivery.isComparing()) {
            delivery.endComparison(next);
        } else {
            next.ifPresent(delivery::reached);
            delivery.upToDate();
        }
        changedInRefresh.clear();
        refreshing = false;
    }

    private void end(SearchResultDone done) throws LdapException {
        ResultCodeEnum code = done.getLdapResult().getResultCode();
        // OpenLDAP is "unwilling" when its data are older than the cookie, as after a restored backup.
        if (code == ResultCodeEnum.E_SYNC_REFRESH_REQUIRED || code == ResultCodeEnum.UNWILLING_TO_PERFORM) {
            delivery.forget();
        }
        Requests.requireSuccess(done);
        throw new LdapException("the server ended the search");
    }

    private static Optional<String> cookie(byte[] bytes) {
        return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(Base64.getEncoder().encodeToString(bytes));
    }

    /** RFC 4533 2.1: the octets of the UUID in the order of its text. */
    private static UUID id(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
