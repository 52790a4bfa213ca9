package org.waypost.itests.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds wrong with a page as it is now. */
public final class Accessibility {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessibility() {
    }

    /** Findings that are serious or critical, in words, each with the elements. */
    public static List<String> grave(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // The pages have no frames, so the page itself can be asked, without a blank one beside it.
        return new AxeBuilder(page).options(options).setLegacyMode(true).analyze().getViolations().stream().filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Accessibility::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary()).toList();
    }
}
