package org.waypost.rus.template;

import java.text.Normalizer;
import java.util.Map;

/** Writes letters with accents as the ASCII letters they are written with where there are none: José, Jose. */
final class PlainLetters {
    /** Those that Unicode does not decompose. */
    private static final Map<Character, String> LIGATURES = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('æ', "ae"), Map.entry('Æ', "Ae"),
            Map.entry('œ', "oe"), Map.entry('Œ', "Oe"), Map.entry('ø', "o"), Map.entry('Ø', "O"), Map.entry('ł', "l"), Map.entry('Ł', "L"),
            Map.entry('đ', "d"), Map.entry('Đ', "D"), Map.entry('ð', "d"), Map.entry('Ð', "D"), Map.entry('þ', "th"), Map.entry('Þ', "Th"),
            Map.entry('ı', "i"));

    private PlainLetters() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(LIGATURES.getOrDefault(c, String.valueOf(c)));
            }
        }
        return plain.toString();
    }
}
