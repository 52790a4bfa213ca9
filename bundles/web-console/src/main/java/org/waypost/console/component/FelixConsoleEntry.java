package org.waypost.console.component;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** An entry of the Felix Web Console that opens ours. That console writes the frame around it. */
@Component(service = Servlet.class, property = {"felix.webconsole.label=waypost", "felix.webconsole.title=Waypost",
        "felix.webconsole.category=Main"})
public final class FelixConsoleEntry extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().write("<p class=\"statline\">Queues, message tracking, routing, events and modules of the mail server have a"
                + " console of their own: <a href=\"/\">open the console of Waypost</a>.</p>\n");
    }
}
