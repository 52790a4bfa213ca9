package org.waypost.metabase.schema;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.schema.Attribute.Kind;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A description of configurations as bundles carry it (OSGi Compendium, section 105.8). */
public final class MetaTypeFile {
    private MetaTypeFile() {
    }

    /** @throws IOException if it is none */
    public static List<KeyType> read(InputStream in) throws IOException {
        Element root = parse(in);
        Map<String, Map<String, Attribute>> classes = new HashMap<>();
        for (Element described : elements(root, "OCD")) {
            Map<String, Attribute> attributes = new LinkedHashMap<>();
            elements(described, "AD").forEach(definition -> attributes.put(definition.getAttribute("id"), attribute(definition)));
            classes.put(described.getAttribute("id"), attributes);
        }
        List<KeyType> types = new ArrayList<>();
        for (Element designate : elements(root, "Designate")) {
            boolean factory = !designate.getAttribute("factoryPid").isEmpty();
            String pid = designate.getAttribute(factory ? "factoryPid" : "pid");
            for (Element object : elements(designate, "Object")) {
                types.add(new KeyType(pid, factory, classes.getOrDefault(object.getAttribute("ocdref"), Map.of())));
            }
        }
        return types;
    }

    private static Attribute attribute(Element definition) {
        List<String> options = elements(definition, "Option").stream().map(option -> option.getAttribute("value")).toList();
        Kind kind = kind(definition);
        return new Attribute(new PropertySchema(definition.getAttribute("id"), kind.type(), number(definition, "min"),
                number(definition, "max"), options, definition.getAttribute("default"), definition.getAttribute("description")), kind);
    }

    private static Kind kind(Element definition) {
        String cardinality = definition.getAttribute("cardinality");
        if (!cardinality.isEmpty() && !cardinality.equals("0")) {
            return Kind.TEXTS;
        }
        return switch (definition.getAttribute("type")) {
            case "Integer", "Short", "Byte" -> Kind.INTEGER;
            case "Long" -> Kind.LONG;
            case "Boolean" -> Kind.FLAG;
            default -> Kind.TEXT;
        };
    }

    private static Optional<Long> number(Element definition, String name) {
        String text = definition.getAttribute(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            // The bounds of a text or fraction are not checked here.
            return Optional.empty();
        }
    }

    private static Element parse(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The one that is there writes to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("this is no metatype file: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
