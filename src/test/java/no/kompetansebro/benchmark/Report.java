package no.kompetansebro.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the table between the marks of a document, leaving what is written around it. */
final class Report {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- /measured -->";

    private Report() {}

    static void write(Path document, String table) throws IOException {
        String text = Files.exists(document) ? Files.readString(document) : BEGIN + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                document, text.substring(0, begin) + "\n\n" + table + "\n" + text.substring(text.indexOf(END)));
    }
}
