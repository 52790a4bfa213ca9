package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.certificate.CertificateList;
import org.waypost.admin.shell.directory.DirectoryOverview;
import org.waypost.admin.shell.directory.DirectorySearch;
import org.waypost.admin.shell.directory.DirectoryServers;
import org.waypost.admin.shell.dns.DnsRegisterCommand;
import org.waypost.admin.shell.dns.DnsTraceCommand;
import org.waypost.admin.shell.doctor.DoctorCommand;
import org.waypost.admin.shell.lockdown.LockdownCommand;
import org.waypost.admin.shell.metabase.MetabaseBackup;
import org.waypost.admin.shell.metabase.MetabaseExport;
import org.waypost.admin.shell.metabase.MetabaseGet;
import org.waypost.admin.shell.metabase.MetabaseHistory;
import org.waypost.admin.shell.metabase.MetabaseImport;
import org.waypost.admin.shell.metabase.MetabaseLs;
import org.waypost.admin.shell.metabase.MetabaseRollback;
import org.waypost.admin.shell.metabase.MetabaseSet;
import org.waypost.admin.shell.metabase.MetabaseWatch;
import org.waypost.admin.shell.module.ModuleHistory;
import org.waypost.admin.shell.module.ModuleList;
import org.waypost.admin.shell.module.ModuleReplace;
import org.waypost.admin.shell.module.ModuleRollback;
import org.waypost.admin.shell.object.ConnectorCreate;
import org.waypost.admin.shell.object.ConnectorDelete;
import org.waypost.admin.shell.object.ConnectorSet;
import org.waypost.admin.shell.object.ConnectorShow;
import org.waypost.admin.shell.object.ServerCreate;
import org.waypost.admin.shell.object.ServerDelete;
import org.waypost.admin.shell.object.ServerSet;
import org.waypost.admin.shell.object.ServerShow;
import org.waypost.admin.shell.overview.ServerOverview;
import org.waypost.admin.shell.policy.PolicyApply;
import org.waypost.admin.shell.policy.PolicyList;
import org.waypost.admin.shell.policy.PolicyPreview;
import org.waypost.admin.shell.policy.PolicyShow;
import org.waypost.admin.shell.policy.RecipientResolve;
import org.waypost.admin.shell.policy.RusRebuild;
import org.waypost.admin.shell.policy.RusStamping;
import org.waypost.admin.shell.policy.RusStatus;
import org.waypost.admin.shell.policy.RusUpdate;
import org.waypost.admin.shell.replication.Ds2mbResync;
import org.waypost.admin.shell.replication.Ds2mbStatus;
import org.waypost.admin.shell.routing.ConnectorList;
import org.waypost.admin.shell.routing.LinkStateMaster;
import org.waypost.admin.shell.routing.LinkStateShow;
import org.waypost.admin.shell.routing.RouteExplain;
import org.waypost.admin.shell.routing.RouteTable;
import org.waypost.admin.shell.routing.ServerJoin;
import org.waypost.admin.shell.service.ServiceList;
import org.waypost.admin.shell.service.ServicePause;
import org.waypost.admin.shell.service.ServiceStart;
import org.waypost.admin.shell.service.ServiceStop;
import org.waypost.admin.shell.tracking.MessageTrack;
import org.waypost.admin.shell.watch.QueueWatch;

class CommandsTest {
    private static final List<Class<? extends Action>> COMMANDS = List.of(QueueList.class, QueueShow.class, QueueRetry.class,
            QueueFreeze.class, QueueUnfreeze.class, QueueDisable.class, QueueEnable.class, MessageRetry.class, MessagePreviewCommand.class, MessageList.class, MessageShow.class, MessageDelete.class,
            ServerList.class, ServerStart.class, ServerStop.class, ServerPause.class, DirectoryOverview.class,
            DirectoryServers.class, DirectorySearch.class, MetabaseLs.class, MetabaseGet.class, MetabaseSet.class,
            MetabaseWatch.class, MetabaseExport.class, MetabaseImport.class, MetabaseHistory.class, MetabaseRollback.class,
            MetabaseBackup.class, PolicyList.class, PolicyShow.class, PolicyPreview.class, PolicyApply.class, RusStatus.class,
            RusUpdate.class, RusRebuild.class, RusStamping.class, RecipientResolve.class, Ds2mbStatus.class, Ds2mbResync.class,
            RouteExplain.class, RouteTable.class, ConnectorList.class, LinkStateShow.class, LinkStateMaster.class, ServerJoin.class,
            MessageTrack.class, ModuleList.class, ModuleReplace.class, ModuleHistory.class, ModuleRollback.class,
            DnsTraceCommand.class, DnsRegisterCommand.class, ServiceList.class, ServiceStart.class, ServiceStop.class, ServicePause.class,
            DoctorCommand.class, LockdownCommand.class, QueueWatch.class, ServerOverview.class, CertificateList.class, ConnectorShow.class,
            ConnectorSet.class, ConnectorCreate.class, ConnectorDelete.class, ServerShow.class, ServerSet.class,
            ServerCreate.class, ServerDelete.class);

    @Test
    void eachPromisedCommandIsThere() {
        Set<String> names = Set.of("queue:list", "queue:show", "queue:retry", "queue:freeze", "queue:unfreeze", "queue:disable", "queue:enable", "message:retry", "message:preview", "message:list",
                "message:show", "message:delete", "server:list", "server:start", "server:stop", "server:pause",
                "directory:status", "directory:servers", "directory:search", "metabase:ls", "metabase:get", "metabase:set",
                "metabase:watch", "metabase:export", "metabase:import", "metabase:history", "metabase:rollback",
                "metabase:backup", "policy:list", "policy:show", "policy:preview", "policy:apply", "rus:status", "rus:update",
                "rus:rebuild", "rus:stamping", "recipient:resolve", "ds2mb:status", "ds2mb:resync", "route:explain",
                "route:table", "connector:list", "linkstate:show", "linkstate:master", "server:join", "message:track", "module:list", "module:replace", "module:history",
                "module:rollback", "dns:trace", "dns:register", "service:list", "service:start", "service:stop",
                "service:pause", "waypost:doctor", "waypost:lockdown", "queue:watch", "server:overview", "certificate:list",
                "connector:show", "connector:set", "connector:create", "connector:delete", "server:show", "server:set",
                "server:create", "server:delete");
        assertEquals(names, COMMANDS.stream().map(CommandsTest::name).collect(Collectors.toSet()));
    }

    @Test
    void eachCommandIsFoundByTheShellAndHelpsWithAnExample() {
        for (Class<? extends Action> command : COMMANDS) {
            assertNotNull(command.getAnnotation(Service.class), command.getName());
            String help = command.getAnnotation(Command.class).detailedDescription();
            assertTrue(help.startsWith("Example: " + name(command)), command.getName());
        }
    }

    /** After the first argument the shell takes everything for an argument. */
    @Test
    void optionsComeBeforeArgumentsInEachExample() {
        for (Class<? extends Action> command : COMMANDS) {
            List<String> words = List.of(command.getAnnotation(Command.class).detailedDescription().split("[\\s\"]+"));
            Map<String, Boolean> options = options(command);
            boolean argument = false;
            for (int i = 2; i < words.size(); i++) {
                boolean option = options.containsKey(words.get(i));
                assertFalse(option && argument, command.getAnnotation(Command.class).detailedDescription());
                argument |= !option;
                i += option && options.get(words.get(i)) ? 1 : 0;
            }
        }
    }

    /** Names, and whether a value follows. */
    private static Map<String, Boolean> options(Class<?> command) {
        return Stream.<Class<?>>iterate(command, Objects::nonNull, Class::getSuperclass).flatMap(type -> Stream.of(type.getDeclaredFields())).filter(field -> field.isAnnotationPresent(Option.class))
                .collect(Collectors.toMap(field -> field.getAnnotation(Option.class).name(), field -> field.getType() != boolean.class));
    }

    private static String name(Class<? extends Action> command) {
        Command annotation = command.getAnnotation(Command.class);
        return annotation.scope() + ":" + annotation.name();
    }
}
